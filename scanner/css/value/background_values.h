// The layers of backgrounds and masks (CSS Backgrounds 3): one value of a layer, and lists of them.
#pragma once

#include <string_view>

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

inline constexpr std::string_view kRepeats = "repeat repeat-x repeat-y no-repeat space round";
inline constexpr std::string_view kAttachments = "scroll fixed local";
inline constexpr std::string_view kOriginBoxes =
    "border-box padding-box content-box border=border-box padding=padding-box content=content-box";
inline constexpr std::string_view kClipBoxes =
    "border-box padding-box content-box text border-area border=border-box padding=padding-box "
    "content=content-box -webkit-text=text";
inline constexpr std::string_view kBlendModes =
    "normal multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference "
    "exclusion hue saturation color luminosity plus-lighter plus-darker";

Value parse_position(Cursor& cursor);         // "left 10px top": `raw`
Value parse_background_size(Cursor& cursor);  // a keyword, or `raw`
Value parse_repeat(Cursor& cursor);

Value parse_position_list(Cursor& cursor);
Value parse_background_size_list(Cursor& cursor);
Value parse_repeat_list(Cursor& cursor);
Value parse_attachment_list(Cursor& cursor);
Value parse_origin_list(Cursor& cursor);
Value parse_clip_list(Cursor& cursor);
Value parse_blend_mode_list(Cursor& cursor);

}  // namespace veedor::css
