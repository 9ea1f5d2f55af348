// Values of fonts, text, lists and generated content.
#pragma once

#include <string_view>

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

inline constexpr std::string_view kFontStretches =
    "normal ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded extra-expanded "
    "ultra-expanded";
inline constexpr std::string_view kCursors =
    "auto default none context-menu help pointer progress wait cell crosshair text vertical-text alias copy "
    "move no-drop not-allowed grab grabbing e-resize n-resize ne-resize nw-resize s-resize se-resize "
    "sw-resize w-resize ew-resize ns-resize nesw-resize nwse-resize col-resize row-resize all-scroll zoom-in "
    "zoom-out -webkit-grab=grab -webkit-grabbing=grabbing -webkit-zoom-in=zoom-in -webkit-zoom-out=zoom-out";

// CSS Fonts 4 §2.1: strings and sequences of identifiers, always `raw`.
Value parse_font_family(Cursor& cursor);
Value parse_oblique(Cursor& cursor);  // "oblique 14deg"
Value parse_colour_scheme(Cursor& cursor);
Value parse_text_transform(Cursor& cursor);
Value parse_white_space(Cursor& cursor);  // the forms of CSS Text 4, as the older keyword
Value parse_text_wrap(Cursor& cursor);
Value parse_list_style_type(Cursor& cursor);
Value parse_quotes(Cursor& cursor);
Value parse_cursor(Cursor& cursor);
Value parse_content(Cursor& cursor);
Value parse_decoration_line(Cursor& cursor);  // a keyword, also for "underline overline"
Value parse_text_overflow(Cursor& cursor);

}  // namespace veedor::css
