// border, border-block, border-inline, border-radius, border-image (CSS Backgrounds 3 §3 to §5).
#include <array>
#include <string>

#include "scanner/css/value/component.h"
#include "scanner/css/value/image_values.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/shorthand.h"

namespace veedor::css {

namespace {

using Corners = std::array<std::string_view, 4>;

// One to four radii; those left out are as the opposite corner's. False where there is none.
bool take_radii(Cursor& cursor, Corners& texts, std::array<Value, 4>& values) {
  std::size_t count = 0;
  while (count < 4) {
    const std::size_t start = cursor.mark();
    const Value value = parse_numeric(cursor, kLengthPercentage | kNonNegative);
    if (!value) break;
    texts[count] = cursor.text_since(start);
    values[count++] = value;
  }
  if (count == 0) return false;
  for (std::size_t i = count; i < 4; ++i) {
    const std::size_t from = i == 1 ? 0 : i - 2;
    texts[i] = texts[from];
    values[i] = values[from];
  }
  return true;
}

}  // namespace

bool parse_border(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  const Shorthand side{shorthand.property, shorthand.longhands.first(3), nullptr};
  const std::size_t first = out.size();
  if (!parse_any_order(side, cursor, out)) return false;
  for (std::size_t i = 3; i < shorthand.longhands.size(); ++i) {
    const bool image = shorthand.longhands[i] == Property::border_image_source;  // reset, never set
    set(out, shorthand.longhands[i],
        image ? initial_value(Property::border_image_source) : out[first + i % 3].value);
  }
  return true;
}

bool parse_border_radius(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  Corners across, down;
  std::array<Value, 4> across_values, down_values;
  if (!take_radii(cursor, across, across_values)) return false;
  const bool two = cursor.take_delim('/');
  if (two && !take_radii(cursor, down, down_values)) return false;
  if (!cursor.at_end()) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const bool same = !two || across_values[i] == down_values[i];
    set(out, shorthand.longhands[i],
        same ? across_values[i]
             : Value::raw(cursor.pool().keep(std::string(across[i]) + " " + std::string(down[i]))));
  }
  return true;
}

// The source, and slices, widths, outsets and repeats, which nothing here asks for.
bool parse_border_image(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  Value source;
  bool any = false;
  while (!cursor.at_end()) {
    any = true;
    if (!source && (source = parse_component(Property::border_image_source, cursor))) continue;
    if (parse_numeric(cursor, kNumber | kLengthPercentage | kNonNegative)) continue;
    if (cursor.take_delim('/')) continue;
    if (cursor.take_word("fill stretch repeat round space auto").empty()) return false;
  }
  set(out, shorthand.longhands[0], source ? source : initial_value(Property::border_image_source));
  return any;
}

}  // namespace veedor::css
