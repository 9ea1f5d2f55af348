// The properties that veedor computes, and what CSS says of each: inherited, initial value, grammar.
//
// Longhands come first, ordered by the groups in which computed styles keep them (kGroupEnds); then
// shorthands. What is not listed is dropped when a sheet is parsed, as an unknown property is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scanner/css/value/value.h"

namespace veedor::css {

enum class Property : std::uint16_t {
  // font and colour (inherited)
  color,
  font_size,
  font_weight,
  font_style,
  font_family,
  line_height,
  direction,
  color_scheme,
  // text (inherited)
  letter_spacing,
  word_spacing,
  text_align,
  text_indent,
  text_transform,
  white_space,
  visibility,
  text_shadow,
  // lists, tables, pointers, adjustments (inherited)
  list_style_type,
  list_style_position,
  list_style_image,
  quotes,
  cursor,
  pointer_events,
  border_collapse,
  border_spacing,
  caption_side,
  empty_cells,
  text_underline_offset,
  text_wrap,
  forced_color_adjust,
  print_color_adjust,
  // finer text (inherited)
  font_variant_caps,
  font_stretch,
  text_align_last,
  word_break,
  overflow_wrap,
  hyphens,
  writing_mode,
  text_orientation,
  text_fill_color,
  text_stroke_width,
  text_stroke_color,
  caret_color,
  accent_color,
  fill,
  stroke,
  stroke_width,
  fill_opacity,
  stroke_opacity,
  // box generation and visibility
  display,
  position,
  float_,
  clear,
  overflow_x,
  overflow_y,
  opacity,
  z_index,
  content,
  content_visibility,
  // clipping and effects
  transform,
  clip,
  clip_path,
  filter,
  mix_blend_mode,
  mask_image,
  translate,
  rotate,
  scale,
  zoom,
  isolation,
  box_shadow,
  // sizes
  width,
  height,
  min_width,
  min_height,
  max_width,
  max_height,
  box_sizing,
  aspect_ratio,
  // offsets and spaces
  top,
  right,
  bottom,
  left,
  margin_top,
  margin_right,
  margin_bottom,
  margin_left,
  padding_top,
  padding_right,
  padding_bottom,
  padding_left,
  // borders
  border_top_width,
  border_right_width,
  border_bottom_width,
  border_left_width,
  border_top_style,
  border_right_style,
  border_bottom_style,
  border_left_style,
  border_top_color,
  border_right_color,
  border_bottom_color,
  border_left_color,
  border_top_left_radius,
  border_top_right_radius,
  border_bottom_right_radius,
  border_bottom_left_radius,
  border_image_source,
  // outline and background
  outline_style,
  outline_width,
  outline_color,
  outline_offset,
  background_color,
  background_image,
  background_position,
  background_size,
  background_repeat,
  background_attachment,
  background_origin,
  background_clip,
  background_blend_mode,
  // decoration and interaction
  text_decoration_line,
  text_decoration_style,
  text_decoration_color,
  text_decoration_thickness,
  text_overflow,
  unicode_bidi,
  vertical_align,
  user_select,
  resize,
  appearance,
  touch_action,
  line_clamp,
  // flex, grid, columns
  order,
  flex_direction,
  flex_wrap,
  flex_grow,
  flex_shrink,
  flex_basis,
  grid_auto_flow,
  row_gap,
  column_gap,
  justify_content,
  align_items,
  align_self,
  column_count,
  table_layout,
  // movement and containment
  animation_name,
  animation_duration,
  animation_iteration_count,
  animation_play_state,
  transition_property,
  transition_duration,
  scroll_behavior,
  contain,
  container_type,
  container_name,
  longhand_end,

  custom = longhand_end,  // any --name

  // shorthands
  all,
  animation,
  background,
  border,
  border_top,
  border_right,
  border_bottom,
  border_left,
  border_block,
  border_inline,
  border_block_start,
  border_block_end,
  border_inline_start,
  border_inline_end,
  border_block_width,
  border_block_style,
  border_block_color,
  border_inline_width,
  border_inline_style,
  border_inline_color,
  border_width,
  border_style,
  border_color,
  border_radius,
  border_image,
  columns,
  container,
  flex,
  flex_flow,
  font,
  font_variant,
  gap,
  grid,
  grid_template,
  inset,
  inset_block,
  inset_inline,
  list_style,
  margin,
  margin_block,
  margin_inline,
  mask,
  outline,
  overflow,
  padding,
  padding_block,
  padding_inline,
  place_content,
  place_items,
  place_self,
  text_decoration,
  transition,
  text_stroke,
  shorthand_end,

  unknown = 0xFFFF,
};

inline constexpr std::size_t kLonghands = static_cast<std::size_t>(Property::longhand_end);

// One past the last property of each group; a computed style shares whole groups with its parent or its
// siblings.
inline constexpr auto kGroupEnds = std::to_array<Property>({
    Property::letter_spacing,
    Property::list_style_type,
    Property::font_variant_caps,
    Property::display,  // inherited
    Property::transform,
    Property::width,
    Property::top,
    Property::border_top_width,
    Property::outline_style,
    Property::text_decoration_line,
    Property::order,
    Property::animation_name,
    Property::longhand_end,
});
inline constexpr std::size_t kGroups = kGroupEnds.size();
inline constexpr std::size_t kInheritedGroups = 4;

// "border-top-width"; valid for ever. "--*" for custom.
std::string_view name(Property property);

// The property of that name, matched without ASCII case: longhand, shorthand, `custom` for "--…" (whose case
// counts), `unknown` for the rest. Legacy names and flow-relative ones answer what they alias:
// "-webkit-user-select", "word-wrap", "margin-inline-start" (as in a horizontal left-to-right flow).
Property find_property(std::string_view name);

constexpr bool is_longhand(Property property) { return property < Property::longhand_end; }
constexpr bool is_inherited(Property property) { return property < Property::display; }

// Its initial value, as a declared value: `color` is canvastext, `font_size` medium.
const Value& initial_value(Property longhand);

}  // namespace veedor::css
