#include "scanner/css/value/property_table.h"

#include <array>

#include "scanner/css/value/background_values.h"
#include "scanner/css/value/effect_values.h"
#include "scanner/css/value/image_values.h"
#include "scanner/css/value/layout_values.h"
#include "scanner/css/value/motion_values.h"
#include "scanner/css/value/text_values.h"

namespace veedor::css {

namespace {

using P = Property;

constexpr Value word(std::string_view text) { return Value::keyword(text); }
constexpr Value kNone = word("none");
constexpr Value kAuto = word("auto");
constexpr Value kNormal = word("normal");
constexpr Value kZero = Value::length(0);
constexpr Value kCurrent = Value::colour_expression("currentcolor");
constexpr Value kMedium = Value::length(3);  // of lines: `medium` is 3px

constexpr Accepts kLengths = kLengthPercentage | kNonNegative;
constexpr Accepts kQuirkyLengths = kLengths | kUnitlessQuirk;
constexpr Accepts kOffsets = kLengthPercentage | kUnitlessQuirk;
constexpr Accepts kAlpha = kNumber | kPercentage | kShare | kUpToOne;

constexpr std::string_view kSizes =
    "auto min-content max-content fit-content stretch -webkit-fill-available -webkit-min-content=min-content "
    "-webkit-max-content=max-content -webkit-fit-content=fit-content";
constexpr std::string_view kMaxSizes =
    "none min-content max-content fit-content stretch -webkit-fill-available -webkit-min-content=min-content "
    "-webkit-max-content=max-content -webkit-fit-content=fit-content";
constexpr std::string_view kOverflow = "visible hidden clip scroll auto overlay=auto";
constexpr std::string_view kLineStyles = "none hidden dotted dashed solid double groove ridge inset outset";

// In the order of the enumeration.
constexpr auto kTable = std::to_array<Longhand>({
    {P::color, "color", Value::colour_expression("canvastext"), "", kColour | kHashlessQuirk},
    {P::font_size, "font-size", word("medium"),
     "xx-small x-small small medium large x-large xx-large xxx-large smaller larger "
     "-webkit-xxx-large=xxx-large math",
     kQuirkyLengths},
    {P::font_weight, "font-weight", kNormal, "normal bold bolder lighter", kNumber | kWeight},
    {P::font_style, "font-style", kNormal, "normal italic oblique", 0, parse_oblique},
    {P::font_family, "font-family", Value::raw("\"Times New Roman\""), "", 0, parse_font_family},
    {P::line_height, "line-height", kNormal, "normal", kNumber | kLengths},
    {P::direction, "direction", word("ltr"), "ltr rtl"},
    {P::color_scheme, "color-scheme", kNormal, "normal light dark", 0, parse_colour_scheme},

    {P::letter_spacing, "letter-spacing", kNormal, "normal", kOffsets},
    {P::word_spacing, "word-spacing", kNormal, "normal", kOffsets},
    {P::text_align, "text-align", word("start"),
     "left right center justify start end match-parent -webkit-center -webkit-left -webkit-right "
     "-webkit-match-parent=match-parent -internal-center"},
    {P::text_indent, "text-indent", kZero, "", kOffsets},
    {P::text_transform, "text-transform", kNone,
     "none capitalize uppercase lowercase full-width full-size-kana math-auto", 0, parse_text_transform},
    {P::white_space, "white-space", kNormal,
     "normal pre nowrap pre-wrap pre-line break-spaces -webkit-nowrap=nowrap", 0, parse_white_space},
    {P::visibility, "visibility", word("visible"), "visible hidden collapse"},
    {P::text_shadow, "text-shadow", kNone, "none", 0, parse_text_shadow},

    {P::list_style_type, "list-style-type", word("disc"), "none", 0, parse_list_style_type},
    {P::list_style_position, "list-style-position", word("outside"), "inside outside"},
    {P::list_style_image, "list-style-image", kNone, "none", 0, parse_image},
    {P::quotes, "quotes", kAuto, "auto none", 0, parse_quotes},
    {P::cursor, "cursor", kAuto, kCursors, 0, parse_cursor},
    {P::pointer_events, "pointer-events", kAuto,
     "auto none visiblepainted visiblefill visiblestroke visible painted fill stroke bounding-box all"},
    {P::border_collapse, "border-collapse", word("separate"), "separate collapse"},
    {P::border_spacing, "border-spacing", kZero, "", kLength | kNonNegative | kUnitlessQuirk,
     parse_border_spacing},
    {P::caption_side, "caption-side", word("top"), "top bottom block-start block-end"},
    {P::empty_cells, "empty-cells", word("show"), "show hide"},
    {P::text_underline_offset, "text-underline-offset", kAuto, "auto", kLengthPercentage},
    {P::text_wrap, "text-wrap", word("wrap"), "wrap nowrap balance pretty stable auto=wrap avoid-orphans", 0,
     parse_text_wrap},
    {P::forced_color_adjust, "forced-color-adjust", kAuto, "auto none preserve-parent-color"},
    {P::print_color_adjust, "print-color-adjust", word("economy"), "economy exact"},

    {P::font_variant_caps, "font-variant-caps", kNormal,
     "normal small-caps all-small-caps petite-caps all-petite-caps unicase titling-caps"},
    {P::font_stretch, "font-stretch", kNormal, kFontStretches, kPercentage | kNonNegative},
    {P::text_align_last, "text-align-last", kAuto, "auto start end left right center justify match-parent"},
    {P::word_break, "word-break", kNormal, "normal break-all keep-all break-word auto-phrase manual"},
    {P::overflow_wrap, "overflow-wrap", kNormal, "normal break-word anywhere"},
    {P::hyphens, "hyphens", word("manual"), "none manual auto"},
    {P::writing_mode, "writing-mode", word("horizontal-tb"),
     "horizontal-tb vertical-rl vertical-lr sideways-rl sideways-lr lr=horizontal-tb lr-tb=horizontal-tb "
     "rl=horizontal-tb rl-tb=horizontal-tb tb=vertical-rl tb-rl=vertical-rl tb-lr=vertical-lr"},
    {P::text_orientation, "text-orientation", word("mixed"),
     "mixed upright sideways sideways-right=sideways vertical-right=mixed"},
    {P::text_fill_color, "-webkit-text-fill-color", kCurrent, "", kColour},
    {P::text_stroke_width, "-webkit-text-stroke-width", kZero, "", kLength | kNonNegative, parse_line_width},
    {P::text_stroke_color, "-webkit-text-stroke-color", kCurrent, "", kColour},
    {P::caret_color, "caret-color", kAuto, "auto", kColour},
    {P::accent_color, "accent-color", kAuto, "auto", kColour},
    {P::fill, "fill", Value::of(Colour{}), "none context-fill context-stroke", kColour, parse_paint},
    {P::stroke, "stroke", kNone, "none context-fill context-stroke", kColour, parse_paint},
    {P::stroke_width, "stroke-width", Value::length(1), "", kNumber | kLengths},
    {P::fill_opacity, "fill-opacity", Value::number(1), "", kAlpha},
    {P::stroke_opacity, "stroke-opacity", Value::number(1), "", kAlpha},

    {P::display, "display", word("inline"), kDisplays, 0, parse_display},
    {P::position, "position", word("static"), "static relative absolute fixed sticky -webkit-sticky=sticky"},
    {P::float_, "float", kNone, "none left right inline-start inline-end"},
    {P::clear, "clear", kNone, "none left right both inline-start inline-end"},
    {P::overflow_x, "overflow-x", word("visible"), kOverflow},
    {P::overflow_y, "overflow-y", word("visible"), kOverflow},
    {P::opacity, "opacity", Value::number(1), "", kAlpha},
    {P::z_index, "z-index", kAuto, "auto", kInteger},
    {P::content, "content", kNormal, "normal none", 0, parse_content},
    {P::content_visibility, "content-visibility", word("visible"), "visible auto hidden"},

    {P::transform, "transform", kNone, "none", 0, parse_transform},
    {P::clip, "clip", kAuto, "auto", kUnitlessQuirk, parse_clip},
    {P::clip_path, "clip-path", kNone, "none", 0, parse_clip_path},
    {P::filter, "filter", kNone, "none", 0, parse_filter},
    {P::mix_blend_mode, "mix-blend-mode", kNormal, kBlendModes},
    {P::mask_image, "mask-image", kNone, "none", 0, parse_image_list},
    {P::translate, "translate", kNone, "none", 0, parse_translate},
    {P::rotate, "rotate", kNone, "none", 0, parse_rotate},
    {P::scale, "scale", kNone, "none", 0, parse_scale},
    {P::zoom, "zoom", Value::number(1), "", kNumber | kPercentage | kShare | kNonNegative, parse_zoom},
    {P::isolation, "isolation", kAuto, "auto isolate"},
    {P::box_shadow, "box-shadow", kNone, "none", 0, parse_box_shadow},

    {P::width, "width", kAuto, kSizes, kQuirkyLengths, parse_sizing_function},
    {P::height, "height", kAuto, kSizes, kQuirkyLengths, parse_sizing_function},
    {P::min_width, "min-width", kAuto, kSizes, kQuirkyLengths, parse_sizing_function},
    {P::min_height, "min-height", kAuto, kSizes, kQuirkyLengths, parse_sizing_function},
    {P::max_width, "max-width", kNone, kMaxSizes, kQuirkyLengths, parse_sizing_function},
    {P::max_height, "max-height", kNone, kMaxSizes, kQuirkyLengths, parse_sizing_function},
    {P::box_sizing, "box-sizing", word("content-box"), "content-box border-box"},
    {P::aspect_ratio, "aspect-ratio", kAuto, "auto", 0, parse_aspect_ratio},

    {P::top, "top", kAuto, "auto", kOffsets},
    {P::right, "right", kAuto, "auto", kOffsets},
    {P::bottom, "bottom", kAuto, "auto", kOffsets},
    {P::left, "left", kAuto, "auto", kOffsets},
    {P::margin_top, "margin-top", kZero, "auto", kOffsets},
    {P::margin_right, "margin-right", kZero, "auto", kOffsets},
    {P::margin_bottom, "margin-bottom", kZero, "auto", kOffsets},
    {P::margin_left, "margin-left", kZero, "auto", kOffsets},
    {P::padding_top, "padding-top", kZero, "", kQuirkyLengths},
    {P::padding_right, "padding-right", kZero, "", kQuirkyLengths},
    {P::padding_bottom, "padding-bottom", kZero, "", kQuirkyLengths},
    {P::padding_left, "padding-left", kZero, "", kQuirkyLengths},

    {P::border_top_width, "border-top-width", kMedium, "", kLength | kNonNegative | kUnitlessQuirk,
     parse_line_width},
    {P::border_right_width, "border-right-width", kMedium, "", kLength | kNonNegative | kUnitlessQuirk,
     parse_line_width},
    {P::border_bottom_width, "border-bottom-width", kMedium, "", kLength | kNonNegative | kUnitlessQuirk,
     parse_line_width},
    {P::border_left_width, "border-left-width", kMedium, "", kLength | kNonNegative | kUnitlessQuirk,
     parse_line_width},
    {P::border_top_style, "border-top-style", kNone, kLineStyles},
    {P::border_right_style, "border-right-style", kNone, kLineStyles},
    {P::border_bottom_style, "border-bottom-style", kNone, kLineStyles},
    {P::border_left_style, "border-left-style", kNone, kLineStyles},
    {P::border_top_color, "border-top-color", kCurrent, "", kColour | kHashlessQuirk},
    {P::border_right_color, "border-right-color", kCurrent, "", kColour | kHashlessQuirk},
    {P::border_bottom_color, "border-bottom-color", kCurrent, "", kColour | kHashlessQuirk},
    {P::border_left_color, "border-left-color", kCurrent, "", kColour | kHashlessQuirk},
    {P::border_top_left_radius, "border-top-left-radius", kZero, "", kLengths, parse_radius},
    {P::border_top_right_radius, "border-top-right-radius", kZero, "", kLengths, parse_radius},
    {P::border_bottom_right_radius, "border-bottom-right-radius", kZero, "", kLengths, parse_radius},
    {P::border_bottom_left_radius, "border-bottom-left-radius", kZero, "", kLengths, parse_radius},
    {P::border_image_source, "border-image-source", kNone, "none", 0, parse_image},

    {P::outline_style, "outline-style", kNone,
     "none auto dotted dashed solid double groove ridge inset outset"},
    {P::outline_width, "outline-width", kMedium, "", kLength | kNonNegative, parse_line_width},
    {P::outline_color, "outline-color", kCurrent, "auto", kColour},
    {P::outline_offset, "outline-offset", kZero, "", kLength},
    {P::background_color, "background-color", Value::of(kTransparent), "", kColour | kHashlessQuirk},
    {P::background_image, "background-image", kNone, "none", 0, parse_image_list},
    {P::background_position, "background-position", Value::raw("0% 0%"), "", kUnitlessQuirk,
     parse_position_list},
    {P::background_size, "background-size", kAuto, "auto cover contain", 0, parse_background_size_list},
    {P::background_repeat, "background-repeat", word("repeat"), kRepeats, 0, parse_repeat_list},
    {P::background_attachment, "background-attachment", word("scroll"), kAttachments, 0,
     parse_attachment_list},
    {P::background_origin, "background-origin", word("padding-box"), kOriginBoxes, 0, parse_origin_list},
    {P::background_clip, "background-clip", word("border-box"), kClipBoxes, 0, parse_clip_list},
    {P::background_blend_mode, "background-blend-mode", kNormal, kBlendModes, 0, parse_blend_mode_list},

    {P::text_decoration_line, "text-decoration-line", kNone, "none spelling-error grammar-error", 0,
     parse_decoration_line},
    {P::text_decoration_style, "text-decoration-style", word("solid"), "solid double dotted dashed wavy"},
    {P::text_decoration_color, "text-decoration-color", kCurrent, "", kColour},
    {P::text_decoration_thickness, "text-decoration-thickness", kAuto, "auto from-font", kLengthPercentage},
    {P::text_overflow, "text-overflow", word("clip"), "clip ellipsis", 0, parse_text_overflow},
    {P::unicode_bidi, "unicode-bidi", kNormal,
     "normal embed isolate bidi-override isolate-override plaintext -webkit-isolate=isolate "
     "-webkit-isolate-override=isolate-override -webkit-plaintext=plaintext"},
    {P::vertical_align, "vertical-align", word("baseline"),
     "baseline sub super text-top text-bottom middle top bottom -webkit-baseline-middle", kOffsets},
    {P::user_select, "user-select", kAuto, "auto none text all contain"},
    {P::resize, "resize", kNone, "none both horizontal vertical block inline"},
    {P::appearance, "appearance", kNone, kAppearances},
    {P::touch_action, "touch-action", kAuto, "auto none manipulation", 0, parse_touch_action},
    {P::line_clamp, "line-clamp", kNone, "none", kInteger | kPositive},

    {P::order, "order", Value::number(0), "", kInteger},
    {P::flex_direction, "flex-direction", word("row"), "row row-reverse column column-reverse"},
    {P::flex_wrap, "flex-wrap", word("nowrap"), "nowrap wrap wrap-reverse"},
    {P::flex_grow, "flex-grow", Value::number(0), "", kNumber | kNonNegative},
    {P::flex_shrink, "flex-shrink", Value::number(1), "", kNumber | kNonNegative},
    {P::flex_basis, "flex-basis", kAuto,
     "content auto min-content max-content fit-content stretch -webkit-fill-available "
     "-webkit-min-content=min-content -webkit-max-content=max-content -webkit-fit-content=fit-content",
     kLengths, parse_sizing_function},
    {P::grid_auto_flow, "grid-auto-flow", word("row"), "", 0, parse_grid_auto_flow},
    {P::row_gap, "row-gap", kNormal, "normal", kLengths},
    {P::column_gap, "column-gap", kNormal, "normal", kLengths},
    {P::justify_content, "justify-content", kNormal, kContentPositions, 0, parse_alignment},
    {P::align_items, "align-items", kNormal, kItemPositions, 0, parse_alignment},
    {P::align_self, "align-self", kAuto, kSelfPositions, 0, parse_alignment},
    {P::column_count, "column-count", kAuto, "auto", kInteger | kPositive},
    {P::table_layout, "table-layout", kAuto, "auto fixed"},

    {P::animation_name, "animation-name", kNone, "none", 0, parse_animation_names},
    {P::animation_duration, "animation-duration", Value::raw("0s"), "auto", 0, parse_durations},
    {P::animation_iteration_count, "animation-iteration-count", Value::number(1), "infinite",
     kNumber | kNonNegative, parse_iteration_counts},
    {P::animation_play_state, "animation-play-state", word("running"), "running paused", 0,
     parse_play_states},
    {P::transition_property, "transition-property", word("all"), "none all", 0, parse_transition_properties},
    {P::transition_duration, "transition-duration", Value::raw("0s"), "", 0, parse_durations},
    {P::scroll_behavior, "scroll-behavior", kAuto, "auto smooth"},
    {P::contain, "contain", kNone, "none strict content size layout style paint inline-size", 0,
     parse_contain},
    {P::container_type, "container-type", kNormal, "normal size inline-size scroll-state", 0,
     parse_container_type},
    {P::container_name, "container-name", kNone, "none", 0, parse_container_names},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (static_cast<std::size_t>(kTable[i].property) != i) return false;
  }
  return kTable.size() == kLonghands;
}
static_assert(in_order());

}  // namespace

const Longhand& longhand(Property property) { return kTable[static_cast<std::size_t>(property)]; }

}  // namespace veedor::css
