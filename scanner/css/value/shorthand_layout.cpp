// flex, columns, container, grid and place-* (CSS Flexbox 1 §7.1, CSS Multi-column 1 §3.3, CSS Grid 2 §7.8).
#include "scanner/css/value/component.h"
#include "scanner/css/value/layout_values.h"
#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/shorthand.h"

namespace veedor::css {

namespace {

void set_flex(double grow, double shrink, const Value& basis, Longhands& out) {
  set(out, Property::flex_grow, Value::number(grow));
  set(out, Property::flex_shrink, Value::number(shrink));
  set(out, Property::flex_basis, basis);
}

// Any of align-content, justify-content …: the two halves of place-* differ only in what WCAG never asks.
Value parse_placement(Cursor& cursor) {
  if (const Value word = parse_word(cursor,
                                    "auto normal stretch baseline center start end self-start self-end "
                                    "flex-start flex-end left right space-between space-around "
                                    "space-evenly anchor-center legacy")) {
    return word;
  }
  const std::size_t start = cursor.mark();
  const Value value = parse_alignment(cursor);
  if (!value) cursor.rewind(start);
  return value;
}

}  // namespace

bool parse_flex(const Shorthand&, Cursor& cursor, Longhands& out) {
  if (cursor.take_ident("none")) {
    set_flex(0, 0, Value::keyword("auto"), out);
    return cursor.at_end();
  }
  Value grow, shrink, basis;
  if (cursor.at_end()) return false;
  while (!cursor.at_end()) {
    if (!grow && (grow = parse_component(Property::flex_grow, cursor))) {
      shrink = parse_component(Property::flex_shrink, cursor);
      continue;
    }
    // A unitless zero is a width only behind two other numbers.
    if (basis || (cursor.peek().is(TokenKind::number) && !shrink)) return false;
    basis = parse_component(Property::flex_basis, cursor);
    if (!basis) return false;
  }
  set(out, Property::flex_grow, grow ? grow : Value::number(1));
  set(out, Property::flex_shrink, shrink ? shrink : Value::number(1));
  set(out, Property::flex_basis, basis ? basis : Value::percentage(0));
  return true;
}

// The width goes where no longhand keeps it.
bool parse_columns(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  Value count;
  bool width = false;
  int autos = 0;
  while (!cursor.at_end()) {
    if (cursor.take_ident("auto")) {
      ++autos;
    } else if (!count && (count = parse_numeric(cursor, kInteger | kPositive))) {
      continue;
    } else if (width || !parse_numeric(cursor, kLength | kNonNegative)) {
      return false;
    } else {
      width = true;
    }
  }
  const int parts = autos + (count ? 1 : 0) + (width ? 1 : 0);
  if (parts < 1 || parts > 2) return false;
  set(out, shorthand.longhands[0], count ? count : initial_value(Property::column_count));
  return true;
}

bool parse_container(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  const Value names = parse_component(Property::container_name, cursor);
  if (!names) return false;
  Value type = initial_value(Property::container_type);
  if (cursor.take_delim('/')) type = parse_component(Property::container_type, cursor);
  if (!type || !cursor.at_end()) return false;
  set(out, shorthand.longhands[0], names);
  set(out, shorthand.longhands[1], type);
  return true;
}

// The tracks are nobody's business here; "auto-flow dense / 1fr" fills rows, "1fr / auto-flow" columns.
bool parse_grid(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  if (cursor.at_end()) return false;
  std::string_view flow = "row";
  bool columns = false, dense = false, found = false;
  while (!cursor.at_end()) {
    if (cursor.is_function() || cursor.peek().is(TokenKind::open_square)) {
      cursor.take_block();
      continue;
    }
    if (cursor.take_delim('/')) {
      if (columns) return false;
      columns = true;
      continue;
    }
    if (cursor.take_ident("auto-flow")) {
      if (found) return false;
      found = true;
      flow = columns ? "column" : "row";
      continue;
    }
    if (cursor.take_ident("dense")) {
      dense = true;
      continue;
    }
    const Token& token = cursor.peek();
    if (!token.is(TokenKind::ident) && !token.is(TokenKind::string) && !token.is(TokenKind::dimension) &&
        !token.is(TokenKind::percentage) && !token.is(TokenKind::number) && !cursor.at_end()) {
      return false;
    }
    cursor.take();
  }
  if (shorthand.longhands.empty()) return !found;  // grid-template
  if (dense && found) flow = flow == "row" ? "dense" : "column dense";
  set(out, Property::grid_auto_flow, Value::keyword(flow));
  return true;
}

// The first value aligns on the block axis, the second on the inline axis; both where there is one.
bool parse_place(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  const Value align = parse_placement(cursor);
  if (!align) return false;
  Value justify = cursor.at_end() ? align : parse_placement(cursor);
  if (!justify || !cursor.at_end()) return false;
  const bool content = shorthand.property == Property::place_content;
  if (content && (justify.is("baseline") || justify.is("last baseline"))) justify = Value::keyword("start");
  set(out, shorthand.longhands[0], content ? justify : align);
  return true;
}

}  // namespace veedor::css
