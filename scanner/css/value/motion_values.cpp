#include "scanner/css/value/motion_values.h"

#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"

namespace veedor::css {

namespace {

constexpr std::string_view kWide = "initial inherit unset revert revert-layer default";

bool is_name(const Token& token) {
  return token.is(TokenKind::ident) && find_word(kWide, token.text).empty();
}

}  // namespace

Value parse_animation_name(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (cursor.take_ident("none")) return Value::keyword("none");
  if (!is_name(cursor.peek()) && !cursor.peek().is(TokenKind::string)) return {};
  cursor.take();
  return Value::raw(cursor.text_since(start));
}

Value parse_duration(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const bool literal = cursor.peek().is(TokenKind::dimension);
  const auto seconds = parse_time(cursor);
  if (!seconds || (literal && *seconds < 0)) return {};
  return Value::raw(cursor.text_since(start));
}

Value parse_iteration_count(Cursor& cursor) {
  if (cursor.take_ident("infinite")) return Value::keyword("infinite");
  return parse_numeric(cursor, kNumber | kNonNegative);
}

Value parse_play_state(Cursor& cursor) { return parse_word(cursor, "running paused"); }

Value parse_transition_property(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (cursor.take_ident("all")) return Value::keyword("all");
  if (!is_name(cursor.peek()) || !find_word("none", cursor.peek().text).empty()) return {};
  cursor.take();
  return Value::raw(cursor.text_since(start));
}

bool take_easing(Cursor& cursor) {
  if (!cursor.take_word("linear ease ease-in ease-out ease-in-out step-start step-end").empty()) return true;
  if (!cursor.is_function() || find_word("cubic-bezier steps linear", cursor.peek().text).empty())
    return false;
  return !cursor.take_block().at_end();
}

Value parse_animation_names(Cursor& cursor) { return parse_comma_list(cursor, parse_animation_name); }
Value parse_durations(Cursor& cursor) { return parse_comma_list(cursor, parse_duration); }
Value parse_iteration_counts(Cursor& cursor) { return parse_comma_list(cursor, parse_iteration_count); }
Value parse_play_states(Cursor& cursor) { return parse_comma_list(cursor, parse_play_state); }
Value parse_transition_properties(Cursor& cursor) {
  return parse_comma_list(cursor, parse_transition_property);
}

}  // namespace veedor::css
