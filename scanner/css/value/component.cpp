#include "scanner/css/value/component.h"

#include "scanner/css/value/colour_parser.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/property_table.h"

namespace veedor::css {

namespace {

Value parse_simple(const Longhand& grammar, Cursor& cursor) {
  const std::string_view word = cursor.take_word(grammar.keywords);
  if (!word.empty()) return Value::keyword(word);
  if (grammar.accepts & kColour) {
    if (const Value colour = parse_colour_value(cursor)) return colour;
  }
  return parse_numeric(cursor, grammar.accepts);
}

}  // namespace

Value parse_component(Property property, Cursor& cursor) {
  const Longhand& grammar = longhand(property);
  if (const Value value = parse_simple(grammar, cursor)) return value;
  if (!grammar.parse) return {};
  const std::size_t start = cursor.mark();
  const Value value = grammar.parse(cursor);
  if (!value) cursor.rewind(start);
  return value;
}

Value parse_whole(Property property, Cursor& cursor) {
  const Longhand& grammar = longhand(property);
  const Value simple = parse_simple(grammar, cursor);
  if (simple && cursor.at_end()) return simple;
  if (!grammar.parse) return {};
  cursor.restart();  // "none" may begin "none, none"
  const Value value = grammar.parse(cursor);
  return cursor.at_end() ? value : Value();
}

void allow_quirks(Property property, ParserMode mode, Cursor& cursor) {
  const Accepts accepts = longhand(property).accepts;
  cursor.unitless_lengths = mode == ParserMode::quirks && (accepts & kUnitlessQuirk);
  cursor.hashless_colours = mode == ParserMode::quirks && (accepts & kHashlessQuirk);
}

}  // namespace veedor::css
