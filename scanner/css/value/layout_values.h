// Values of boxes and of how they are laid out.
#pragma once

#include <string_view>

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// Single keywords; longer forms come to the same ones.
inline constexpr std::string_view kDisplays =
    "block inline none inline-block flex grid table table-cell table-row inline-flex contents list-item "
    "flow-root inline-table inline-grid table-row-group table-header-group table-footer-group table-caption "
    "table-column-group table-column ruby ruby-text math -webkit-box -webkit-inline-box -webkit-flex=flex "
    "-webkit-inline-flex=inline-flex flow=block";
inline constexpr std::string_view kAppearances =
    "none auto button checkbox listbox menulist menulist-button meter progress-bar radio searchfield "
    "textarea "
    "textfield base-select base push-button square-button slider-horizontal slider-vertical "
    "searchfield-cancel-button inner-spin-button media-control default-button sliderthumb-horizontal "
    "sliderthumb-vertical";
inline constexpr std::string_view kContentPositions =
    "normal center start end flex-start flex-end left right space-between space-around space-evenly stretch";
inline constexpr std::string_view kItemPositions =
    "normal stretch baseline center start end self-start self-end flex-start flex-end anchor-center";
inline constexpr std::string_view kSelfPositions =
    "auto normal stretch baseline center start end self-start self-end flex-start flex-end anchor-center";

Value parse_display(Cursor& cursor);          // "inline flow-root" as "inline-block" (CSS Display 3 §2)
Value parse_line_width(Cursor& cursor);       // thin, medium, thick: 1, 3, 5 px as in browsers
Value parse_zoom(Cursor& cursor);             // normal and reset: 1
Value parse_sizing_function(Cursor& cursor);  // fit-content(), calc-size()
Value parse_border_spacing(Cursor& cursor);   // two lengths; one where they are the same
Value parse_radius(Cursor& cursor);           // the same, with percentages
Value parse_aspect_ratio(Cursor& cursor);
Value parse_alignment(Cursor& cursor);  // "safe center", "last baseline" (CSS Box Alignment 3 §4)
Value parse_grid_auto_flow(Cursor& cursor);
Value parse_touch_action(Cursor& cursor);
Value parse_contain(Cursor& cursor);
Value parse_container_type(Cursor& cursor);
Value parse_container_names(Cursor& cursor);

}  // namespace veedor::css
