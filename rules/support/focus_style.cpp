#include "rules/support/focus_style.h"

#include <algorithm>
#include <array>
#include <bit>

#include "rules/support/contrast.h"

namespace veedor::rules {
namespace {

using css::Property;
using css::Style;

constexpr int kMaxAround = 16;  // elements around, beside and inside that are asked

constexpr auto kBorders = std::to_array<Property>({
    Property::border_top_width,
    Property::border_right_width,
    Property::border_bottom_width,
    Property::border_left_width,
});

// Longhands of which a change is seen. The outline is looked at on its own.
constexpr auto kSeen = std::to_array<Property>({
    Property::color,
    Property::font_size,
    Property::font_weight,
    Property::font_style,
    Property::font_family,
    Property::letter_spacing,
    Property::text_transform,
    Property::text_shadow,
    Property::text_fill_color,
    Property::fill,
    Property::stroke,
    Property::display,
    Property::position,
    Property::visibility,
    Property::opacity,
    Property::transform,
    Property::clip,
    Property::clip_path,
    Property::filter,
    Property::translate,
    Property::rotate,
    Property::scale,
    Property::box_shadow,
    Property::width,
    Property::height,
    Property::top,
    Property::right,
    Property::bottom,
    Property::left,
    Property::margin_top,
    Property::margin_right,
    Property::margin_bottom,
    Property::margin_left,
    Property::text_indent,
    Property::border_top_style,
    Property::border_right_style,
    Property::border_bottom_style,
    Property::border_left_style,
    Property::border_top_color,
    Property::border_right_color,
    Property::border_bottom_color,
    Property::border_left_color,
    Property::border_image_source,
    Property::border_top_left_radius,
    Property::background_color,
    Property::background_image,
    Property::background_position,
    Property::background_size,
    Property::text_decoration_line,
    Property::text_decoration_style,
    Property::text_decoration_color,
    Property::text_decoration_thickness,
    Property::text_underline_offset,
});

bool differs(const Style& rest, const Style& focused, Property property) {
  if (rest[property] == focused[property]) return false;
  return !(rest[property].kind() == css::ValueKind::colour && rest[property].colour().alpha <= 0 &&
           focused[property].kind() == css::ValueKind::colour && focused[property].colour().alpha <= 0);
}

// A colour of a line that is not drawn does not count.
bool is_drawn(const Style& style, Property property) {
  const auto place = std::ranges::find(kBorders, property);
  return place == kBorders.end() || style[*place].number() > 0;
}

bool has_outline(const Style& style) {
  return !style[Property::outline_style].is("none") && style[Property::outline_width].number() > 0 &&
         style.colour(Property::outline_color).alpha > 0;
}

bool same_outline(const Style& a, const Style& b) {
  return has_outline(a) && a[Property::outline_style] == b[Property::outline_style] &&
         a[Property::outline_width] == b[Property::outline_width] &&
         a[Property::outline_color] == b[Property::outline_color];
}

bool changes(const Style& rest, const Style& focused) {
  return std::ranges::any_of(kSeen, [&](Property property) { return differs(rest, focused, property); });
}

bool borders_change(const Style& rest, const Style& focused) {
  return std::ranges::any_of(kBorders, [&](Property border) {
    return is_drawn(focused, border) != is_drawn(rest, border) || rest[border] != focused[border];
  });
}

// The border becomes thinner by what the outline adds, in the same colour: nobody sees a difference.
bool outline_replaces_border(const Style& rest, const Style& focused) {
  const css::Colour outline = focused.colour(Property::outline_color);
  return focused[Property::outline_offset].number() == 0 &&
         focused[Property::outline_style] == rest[Property::border_top_style] &&
         outline == rest.colour(Property::border_top_color) &&
         std::ranges::all_of(kBorders, [&](Property border) {
           return focused[border].number() < rest[border].number() &&
                  focused[border].number() + focused[Property::outline_width].number() ==
                      rest[border].number();
         });
}

// All around it is of the outline's own colour.
bool outline_vanishes(const Style& focused, const Surface& around) {
  if (focused[Property::outline_style].is("auto") || around.doubt != Doubt::none ||
      around.colours.size() != 1 || around.below != nullptr || focused[Property::outline_offset].number() < 0)
    return false;
  return as_shown(over(focused.colour(Property::outline_color), around.colours[0])) ==
         as_shown(around.colours[0]);
}

bool reacts(const css::Styles& styles, html::Element element) {
  return styles.reactions(element).react(kKeyboardFocus);
}

// :focus-within around it, :focus + x beside it, :focus x inside it.
bool may_change_elsewhere(const css::Styles& styles, html::Element element) {
  int asked = 0;
  for (html::Element up = element.parent(); up && asked < kMaxAround; up = up.parent(), ++asked) {
    if (reacts(styles, up) || styles.reactions(up).beside) return true;
  }
  asked = 0;
  for (html::Element inner = element.first_child(); inner && asked < kMaxAround;
       inner = inner.next_in(element), ++asked) {
    if (reacts(styles, inner)) return true;
  }
  asked = 0;
  for (html::Element next = element.next_sibling(); next && asked < kMaxAround; ++asked) {
    if (styles.reactions(next).beside) return true;
    const html::Element inner = next.first_child();
    if (inner && styles.reactions(inner).beside) return true;
    next = next.next_sibling();
  }
  return styles.reactions(element).generates;  // an underline drawn by ::after
}

}  // namespace

std::size_t FocusMarks::PairHash::operator()(const Pair& pair) const {
  return (std::bit_cast<std::uintptr_t>(pair.rest) / 16) * 0x9E3779B97F4A7C15ULL ^
         (std::bit_cast<std::uintptr_t>(pair.focused) / 16) * 0xC2B2AE3D27D4EB4FULL;
}

FocusMark FocusMarks::of(html::Element element) {
  const Pair pair{&styles_.of(element), &styles_.in_state(element, kKeyboardFocus)};
  const auto [known, is_new] = changes_.try_emplace(pair);
  if (is_new) known->second = compare(*pair.rest, *pair.focused);
  const Change change = known->second;
  if (change == Change::replaced) return FocusMark::replaced;
  if (change == Change::seen) return FocusMark::seen;
  if (change == Change::outlined && !outline_vanishes(*pair.focused, backdrops_.around(element)))
    return FocusMark::seen;
  return may_change_elsewhere(styles_, element) ? FocusMark::elsewhere : FocusMark::hidden;
}

FocusMarks::Change FocusMarks::compare(const Style& rest, const Style& focused) {
  if (&rest != &focused && changes(rest, focused)) return Change::seen;
  const bool outlined = has_outline(focused) && !same_outline(rest, focused);
  if (outlined && outline_replaces_border(rest, focused)) return Change::replaced;
  if (borders_change(rest, focused)) return Change::seen;
  return outlined ? Change::outlined : Change::none;
}

}  // namespace veedor::rules
