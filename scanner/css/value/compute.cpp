#include "scanner/css/value/compute.h"

#include "scanner/base/text.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/css/value/colour_parser.h"
#include "scanner/css/value/math.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/property_table.h"

namespace veedor::css {

namespace {

Value compute_math(Property property, std::string_view text, const ComputeContext& context) {
  const Accepts accepts = longhand(property).accepts;
  TextPool pool;
  const std::vector<Token> tokens = tokenize(text, pool);
  Cursor cursor(tokens, text, pool);
  const bool percent_is_length = (accepts & kLengthPercentage) == kLengthPercentage;
  const auto quantity = read_math(cursor, {.context = context, .percent_is_length = percent_is_length});
  if (!quantity || !cursor.at_end()) return {};
  return quantity->opaque ? Value::raw(text) : finish(*quantity, accepts);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text, const ComputeContext& context) {
  if (ascii_iequals(text, "currentcolor")) return context.current_colour;
  TextPool pool;
  const std::vector<Token> tokens = tokenize(text, pool);
  Cursor cursor(tokens, text, pool);
  ColourScope scope{.context = context};
  const auto colour = read_colour(cursor, scope);
  if (!colour || !cursor.at_end()) return {};
  return to_srgb(*colour);
}

Value compute(Property property, const Value& value, const ComputeContext& context) {
  switch (value.kind()) {
    case ValueKind::length:
      if (value.unit() == Unit::px) return value;
      return Value::length(to_px(static_cast<double>(value.number()), value.unit(), context));
    case ValueKind::math:
      return compute_math(property, value.text(), context);
    case ValueKind::colour_expression: {
      const auto colour = parse_colour(value.text(), context);
      return colour ? Value::of(*colour) : Value();
    }
    default:
      return value;
  }
}

}  // namespace veedor::css
