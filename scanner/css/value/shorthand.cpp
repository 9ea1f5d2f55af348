#include "scanner/css/value/shorthand.h"

#include <algorithm>
#include <array>

#include "scanner/css/value/component.h"

namespace veedor::css {

namespace {

using P = Property;

template <P... properties>
constexpr std::array<P, sizeof...(properties)> kList = {properties...};

// All but direction and unicode-bidi (CSS Cascade 5 §3.2).
constexpr auto kAll = [] {
  std::array<P, kLonghands - 2> list{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < kLonghands; ++i) {
    const P property = static_cast<P>(i);
    if (property != P::direction && property != P::unicode_bidi) list[count++] = property;
  }
  return list;
}();

constexpr auto kTop = kList<P::border_top_width, P::border_top_style, P::border_top_color>;
constexpr auto kRight = kList<P::border_right_width, P::border_right_style, P::border_right_color>;
constexpr auto kBottom = kList<P::border_bottom_width, P::border_bottom_style, P::border_bottom_color>;
constexpr auto kLeft = kList<P::border_left_width, P::border_left_style, P::border_left_color>;
constexpr auto kBlock = kList<P::border_top_width, P::border_top_style, P::border_top_color,
                              P::border_bottom_width, P::border_bottom_style, P::border_bottom_color>;
constexpr auto kInline = kList<P::border_left_width, P::border_left_style, P::border_left_color,
                               P::border_right_width, P::border_right_style, P::border_right_color>;
constexpr auto kBorder =
    kList<P::border_top_width, P::border_top_style, P::border_top_color, P::border_right_width,
          P::border_right_style, P::border_right_color, P::border_bottom_width, P::border_bottom_style,
          P::border_bottom_color, P::border_left_width, P::border_left_style, P::border_left_color,
          P::border_image_source>;
constexpr auto kBackground =
    kList<P::background_image, P::background_position, P::background_size, P::background_repeat,
          P::background_attachment, P::background_origin, P::background_clip, P::background_color>;
constexpr auto kFont = kList<P::font_style, P::font_variant_caps, P::font_weight, P::font_stretch,
                             P::font_size, P::line_height, P::font_family>;

// In the order of the enumeration.
constexpr auto kTable = std::to_array<Shorthand>({
    {P::all, kAll, parse_all},
    {P::animation,
     kList<P::animation_name, P::animation_duration, P::animation_iteration_count, P::animation_play_state>,
     parse_animation},
    {P::background, kBackground, parse_background},
    {P::border, kBorder, parse_border},
    {P::border_top, kTop, parse_any_order},
    {P::border_right, kRight, parse_any_order},
    {P::border_bottom, kBottom, parse_any_order},
    {P::border_left, kLeft, parse_any_order},
    {P::border_block, kBlock, parse_border},
    {P::border_inline, kInline, parse_border},
    {P::border_block_start, kTop, parse_any_order},
    {P::border_block_end, kBottom, parse_any_order},
    {P::border_inline_start, kLeft, parse_any_order},
    {P::border_inline_end, kRight, parse_any_order},
    {P::border_block_width, kList<P::border_top_width, P::border_bottom_width>, parse_two},
    {P::border_block_style, kList<P::border_top_style, P::border_bottom_style>, parse_two},
    {P::border_block_color, kList<P::border_top_color, P::border_bottom_color>, parse_two},
    {P::border_inline_width, kList<P::border_left_width, P::border_right_width>, parse_two},
    {P::border_inline_style, kList<P::border_left_style, P::border_right_style>, parse_two},
    {P::border_inline_color, kList<P::border_left_color, P::border_right_color>, parse_two},
    {P::border_width,
     kList<P::border_top_width, P::border_right_width, P::border_bottom_width, P::border_left_width>,
     parse_four},
    {P::border_style,
     kList<P::border_top_style, P::border_right_style, P::border_bottom_style, P::border_left_style>,
     parse_four},
    {P::border_color,
     kList<P::border_top_color, P::border_right_color, P::border_bottom_color, P::border_left_color>,
     parse_four},
    {P::border_radius,
     kList<P::border_top_left_radius, P::border_top_right_radius, P::border_bottom_right_radius,
           P::border_bottom_left_radius>,
     parse_border_radius},
    {P::border_image, kList<P::border_image_source>, parse_border_image},
    {P::columns, kList<P::column_count>, parse_columns},
    {P::container, kList<P::container_name, P::container_type>, parse_container},
    {P::flex, kList<P::flex_grow, P::flex_shrink, P::flex_basis>, parse_flex},
    {P::flex_flow, kList<P::flex_direction, P::flex_wrap>, parse_any_order},
    {P::font, kFont, parse_font},
    {P::font_variant, kList<P::font_variant_caps>, parse_font_variant},
    {P::gap, kList<P::row_gap, P::column_gap>, parse_two},
    {P::grid, kList<P::grid_auto_flow>, parse_grid},
    {P::grid_template, {}, parse_grid},
    {P::inset, kList<P::top, P::right, P::bottom, P::left>, parse_four},
    {P::inset_block, kList<P::top, P::bottom>, parse_two},
    {P::inset_inline, kList<P::left, P::right>, parse_two},
    {P::list_style, kList<P::list_style_type, P::list_style_position, P::list_style_image>, parse_list_style},
    {P::margin, kList<P::margin_top, P::margin_right, P::margin_bottom, P::margin_left>, parse_four},
    {P::margin_block, kList<P::margin_top, P::margin_bottom>, parse_two},
    {P::margin_inline, kList<P::margin_left, P::margin_right>, parse_two},
    {P::mask, kList<P::mask_image>, parse_mask},
    {P::outline, kList<P::outline_style, P::outline_width, P::outline_color>, parse_any_order},
    {P::overflow, kList<P::overflow_x, P::overflow_y>, parse_two},
    {P::padding, kList<P::padding_top, P::padding_right, P::padding_bottom, P::padding_left>, parse_four},
    {P::padding_block, kList<P::padding_top, P::padding_bottom>, parse_two},
    {P::padding_inline, kList<P::padding_left, P::padding_right>, parse_two},
    {P::place_content, kList<P::justify_content>, parse_place},
    {P::place_items, kList<P::align_items>, parse_place},
    {P::place_self, kList<P::align_self>, parse_place},
    {P::text_decoration,
     kList<P::text_decoration_line, P::text_decoration_style, P::text_decoration_color,
           P::text_decoration_thickness>,
     parse_any_order},
    {P::transition, kList<P::transition_property, P::transition_duration>, parse_transition},
    {P::text_stroke, kList<P::text_stroke_width, P::text_stroke_color>, parse_any_order},
});

constexpr std::size_t index_of(P property) {
  return static_cast<std::size_t>(property) - static_cast<std::size_t>(P::all);
}

constexpr bool in_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (index_of(kTable[i].property) != i) return false;
  }
  return kTable.size() == index_of(P::shorthand_end);
}
static_assert(in_order());

}  // namespace

const Shorthand& shorthand(Property property) { return kTable[index_of(property)]; }

void set(Longhands& out, Property longhand, const Value& value) {
  Declaration declaration;
  declaration.property = longhand;
  declaration.value = value;
  out.push_back(declaration);
}

bool parse_any_order(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  std::array<Value, 4> values;
  if (shorthand.longhands.size() > values.size()) return false;
  const auto take_one = [&] {
    for (std::size_t i = 0; i < shorthand.longhands.size(); ++i) {
      if (values[i]) continue;
      values[i] = parse_component(shorthand.longhands[i], cursor);
      if (values[i]) return true;
    }
    return false;
  };
  if (cursor.at_end()) return false;
  while (!cursor.at_end()) {
    if (!take_one()) return false;
  }
  for (std::size_t i = 0; i < shorthand.longhands.size(); ++i) {
    set(out, shorthand.longhands[i], values[i] ? values[i] : initial_value(shorthand.longhands[i]));
  }
  return true;
}

bool parse_two(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  const Value first = parse_component(shorthand.longhands[0], cursor);
  if (!first) return false;
  const Value second = cursor.at_end() ? first : parse_component(shorthand.longhands[1], cursor);
  if (!second || !cursor.at_end()) return false;
  set(out, shorthand.longhands[0], first);
  set(out, shorthand.longhands[1], second);
  return true;
}

bool parse_four(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  std::array<Value, 4> values;
  std::size_t count = 0;
  while (!cursor.at_end() && count < 4) {
    values[count] = parse_component(shorthand.longhands[count], cursor);
    if (!values[count++]) return false;
  }
  if (count == 0 || !cursor.at_end()) return false;
  if (count < 2) values[1] = values[0];
  if (count < 3) values[2] = values[0];
  if (count < 4) values[3] = values[1];
  for (std::size_t i = 0; i < 4; ++i) set(out, shorthand.longhands[i], values[i]);
  return true;
}

bool parse_all(const Shorthand&, Cursor&, Longhands&) { return false; }  // takes CSS-wide keywords only

}  // namespace veedor::css
