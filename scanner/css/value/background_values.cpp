#include "scanner/css/value/background_values.h"

#include <algorithm>
#include <array>
#include <string>

#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"

namespace veedor::css {

namespace {

// What each component of a <bg-position> is: x and y for sides, c for center, n for a number.
char position_component(Cursor& cursor) {
  const std::string_view side = cursor.take_word("left right top bottom center");
  if (side == "center") return 'c';
  if (side == "left" || side == "right") return 'x';
  if (!side.empty()) return 'y';
  return parse_numeric(cursor, kLengthPercentage) ? 'n' : '\0';
}

// CSS Backgrounds 3 §2.6
constexpr auto kPositions = std::to_array<std::string_view>({
    "x",  "y",  "c",  "n",   "xy",  "xc",  "xn",  "cy",  "cc",  "cn",  "ny",  "nc",   "nn",
    "yx", "yc", "cx", "xny", "xnc", "xyn", "cyn", "ynx", "ync", "yxn", "cxn", "xnyn", "ynxn",
});

bool two_equal(std::string_view a, std::string_view b) { return b.empty() || a == b; }

}  // namespace

Value parse_position(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  std::string shape;
  while (shape.size() < 4) {
    const char component = position_component(cursor);
    if (component == '\0') break;
    shape += component;
  }
  if (std::ranges::find(kPositions, shape) == kPositions.end()) return {};
  return Value::raw(cursor.text_since(start));
}

Value parse_background_size(Cursor& cursor) {
  if (const Value whole = parse_word(cursor, "cover contain")) return whole;
  const std::size_t start = cursor.mark();
  const auto one = [&] {
    return cursor.take_ident("auto") || parse_numeric(cursor, kLengthPercentage | kNonNegative);
  };
  if (!one()) return {};
  one();
  const std::string_view text = cursor.text_since(start);
  return find_word("auto", text).empty() ? Value::raw(text) : Value::keyword("auto");
}

Value parse_repeat(Cursor& cursor) {
  if (const Value whole = parse_word(cursor, "repeat-x repeat-y")) return whole;
  const std::size_t start = cursor.mark();
  constexpr std::string_view kStyles = "repeat no-repeat space round";
  const std::string_view first = cursor.take_word(kStyles);
  if (first.empty()) return {};
  const std::string_view second = cursor.take_word(kStyles);
  if (two_equal(first, second)) return Value::keyword(first);
  if (first == "repeat" && second == "no-repeat") return Value::keyword("repeat-x");
  if (first == "no-repeat" && second == "repeat") return Value::keyword("repeat-y");
  return Value::raw(cursor.text_since(start));
}

Value parse_position_list(Cursor& cursor) { return parse_comma_list(cursor, parse_position); }
Value parse_background_size_list(Cursor& cursor) { return parse_comma_list(cursor, parse_background_size); }
Value parse_repeat_list(Cursor& cursor) { return parse_comma_list(cursor, parse_repeat); }

Value parse_attachment_list(Cursor& cursor) {
  return parse_comma_list(cursor, [](Cursor& one) { return parse_word(one, kAttachments); });
}
Value parse_origin_list(Cursor& cursor) {
  return parse_comma_list(cursor, [](Cursor& one) { return parse_word(one, kOriginBoxes); });
}
Value parse_clip_list(Cursor& cursor) {
  return parse_comma_list(cursor, [](Cursor& one) { return parse_word(one, kClipBoxes); });
}
Value parse_blend_mode_list(Cursor& cursor) {
  return parse_comma_list(cursor, [](Cursor& one) { return parse_word(one, kBlendModes); });
}

}  // namespace veedor::css
