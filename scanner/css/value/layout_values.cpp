#include "scanner/css/value/layout_values.h"

#include <algorithm>
#include <array>

#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"

namespace veedor::css {

namespace {

struct DisplayName {
  std::string_view inside;
  std::string_view as_block;
  std::string_view as_inline;
};
constexpr auto kInsides = std::to_array<DisplayName>({
    {"flow", "block", "inline"},
    {"flow-root", "flow-root", "inline-block"},
    {"table", "table", "inline-table"},
    {"flex", "flex", "inline-flex"},
    {"grid", "grid", "inline-grid"},
    {"ruby", "block ruby", "ruby"},
    {"math", "block math", "math"},
});

std::string_view list_item(bool inlines, bool root) {
  if (inlines) return root ? "inline flow-root list-item" : "inline list-item";
  return root ? "flow-root list-item" : "list-item";
}

// Two values of which the second may be left out, or be the same: then one value, else `raw`.
Value parse_pair(Cursor& cursor, Accepts accepts) {
  const std::size_t start = cursor.mark();
  const Value first = parse_numeric(cursor, accepts);
  if (!first) return {};
  const Value second = parse_numeric(cursor, accepts);
  return !second || first == second ? first : Value::raw(cursor.text_since(start));
}

// Words each of which may stand once, in any order: a keyword where there is one, `raw` where there are more.
Value parse_set(Cursor& cursor, std::string_view words) {
  const std::size_t start = cursor.mark();
  std::array<std::string_view, 8> seen{};
  std::size_t count = 0;
  for (;;) {
    const std::string_view word = cursor.take_word(words);
    if (word.empty()) break;
    if (count == seen.size() || std::ranges::find(seen, word) != seen.end()) return {};
    seen[count++] = word;
  }
  if (count == 0) return {};
  return count == 1 ? Value::keyword(seen[0]) : Value::raw(cursor.text_since(start));
}

}  // namespace

Value parse_display(Cursor& cursor) {
  std::string_view outside, inside;
  bool item = false;
  while (!cursor.at_end()) {
    if (outside.empty() && !(outside = cursor.take_word("block inline")).empty()) continue;
    if (!item && (item = cursor.take_ident("list-item"))) continue;
    if (!inside.empty()) return {};
    inside = cursor.take_word("flow flow-root table flex grid ruby math");
    if (inside.empty()) return {};
  }
  const bool inlines = outside == "inline" || (outside.empty() && (inside == "ruby" || inside == "math"));
  if (item) {
    if (!inside.empty() && inside != "flow" && inside != "flow-root") return {};
    return Value::keyword(list_item(inlines, inside == "flow-root"));
  }
  if (outside.empty() && inside.empty()) return {};
  if (inside.empty()) inside = "flow";
  const auto found = std::ranges::find(kInsides, inside, &DisplayName::inside);
  return Value::keyword(inlines ? found->as_inline : found->as_block);
}

Value parse_line_width(Cursor& cursor) {
  const std::string_view word = cursor.take_word("thin medium thick");
  if (word.empty()) return {};
  return Value::length(word == "thin" ? 1 : word == "medium" ? 3 : 5);
}

Value parse_zoom(Cursor& cursor) {
  return cursor.take_word("normal reset").empty() ? Value() : Value::number(1);
}

Value parse_sizing_function(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const bool fits = cursor.is_function("fit-content");
  if (!fits && !cursor.is_function("calc-size")) return {};
  Cursor inside = cursor.take_block();
  if (fits && (!parse_numeric(inside, kLengthPercentage | kNonNegative) || !inside.at_end())) return {};
  if (!fits && inside.at_end()) return {};
  return Value::raw(cursor.text_since(start));
}

Value parse_border_spacing(Cursor& cursor) { return parse_pair(cursor, kLength | kNonNegative); }
Value parse_radius(Cursor& cursor) { return parse_pair(cursor, kLengthPercentage | kNonNegative); }

// CSS Sizing 4 §5.1
Value parse_aspect_ratio(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const bool before = cursor.take_ident("auto");
  if (!parse_numeric(cursor, kNumber | kNonNegative)) return {};
  if (cursor.take_delim('/') && !parse_numeric(cursor, kNumber | kNonNegative)) return {};
  if (!before) cursor.take_ident("auto");
  return Value::raw(cursor.text_since(start));
}

Value parse_alignment(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const std::string_view order = cursor.take_word("first last");
  if (!order.empty()) {
    if (!cursor.take_ident("baseline")) return {};
    return Value::keyword(order == "first" ? "baseline" : "last baseline");
  }
  if (cursor.take_word("safe unsafe").empty()) return {};
  if (cursor.take_word("center start end self-start self-end flex-start flex-end left right").empty()) {
    return {};
  }
  return Value::raw(cursor.text_since(start));
}

Value parse_grid_auto_flow(Cursor& cursor) {
  std::string_view direction;
  bool dense = false;
  while (!cursor.at_end()) {
    if (direction.empty() && !(direction = cursor.take_word("row column")).empty()) continue;
    if (dense || !cursor.take_ident("dense")) return {};
    dense = true;
  }
  if (!dense) return direction.empty() ? Value() : Value::keyword(direction);
  return Value::keyword(direction == "column" ? "column dense" : "dense");
}

Value parse_touch_action(Cursor& cursor) {
  return parse_set(cursor, "pan-x pan-y pan-left pan-right pan-up pan-down pinch-zoom");
}
Value parse_contain(Cursor& cursor) { return parse_set(cursor, "size inline-size layout style paint"); }
Value parse_container_type(Cursor& cursor) { return parse_set(cursor, "size inline-size scroll-state"); }

Value parse_container_names(Cursor& cursor) {
  return parse_sequence(cursor, [](Cursor& one) {
    if (!one.peek().is(TokenKind::ident)) return false;
    return find_word("none and or not default initial inherit unset revert revert-layer", one.take().text)
        .empty();
  });
}

}  // namespace veedor::css
