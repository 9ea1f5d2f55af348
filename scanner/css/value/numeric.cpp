#include "scanner/css/value/numeric.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scanner/css/value/units.h"

namespace veedor::css {

namespace {

// Lengths beyond are no use to any layout, and infinity is among them (CSS Values 4 §10.9.1).
constexpr double kMaxLength = 33554428;
constexpr double kMaxNumber = std::numeric_limits<float>::max();

// CSS Values 4 §10.9.2: NaN is zero outside of math, and so is -0.
double censor(double number, double most) {
  return std::isnan(number) ? 0 : std::clamp(number, -most, most) + 0.0;
}

double into_range(double number, Accepts accepts) {
  if (accepts & kUpToOne) return std::clamp(number, 0.0, 1.0);
  if (accepts & kWeight) return std::clamp(number, 1.0, 1000.0);
  if (accepts & kPositive) return std::max(number, 1.0);
  if (accepts & kNonNegative) return std::max(number, 0.0);
  return number;
}

bool in_range(double number, Accepts accepts) {
  if (accepts & kUpToOne) return true;  // clamped, never refused
  return into_range(number, accepts) == number;
}

bool takes_number(Accepts accepts) { return (accepts & (kNumber | kInteger)) != 0; }

Value literal_number(const Token& token, Accepts accepts, bool unitless) {
  if (takes_number(accepts)) {
    if ((accepts & kInteger) && !token.integer) return {};
    if (!in_range(token.number, accepts)) return {};
    return Value::number(censor(into_range(token.number, accepts), kMaxNumber));
  }
  if (!(accepts & kLength) || (token.number != 0 && !unitless) || !in_range(token.number, accepts)) return {};
  return Value::length(censor(token.number, kMaxLength));
}

Value literal_dimension(const Token& token, Accepts accepts) {
  if (!(accepts & kLength) || !in_range(token.number, accepts)) return {};
  const auto unit = find_length_unit(token.text);
  if (!unit) return {};
  return Value::length(censor(token.number, kMaxLength), *unit);
}

Value literal_percentage(const Token& token, Accepts accepts) {
  if (!(accepts & kPercentage) || !in_range(token.number, accepts)) return {};
  if (accepts & kShare) return Value::number(censor(into_range(token.number / 100, accepts), kMaxNumber));
  return Value::percentage(censor(token.number, kMaxNumber));
}

Value parse_function(Cursor& cursor, Accepts accepts) {
  const ComputeContext any;
  const bool percent_is_length = (accepts & kLengthPercentage) == kLengthPercentage;
  const std::size_t start = cursor.mark();
  const auto quantity = read_math(cursor, {.context = any, .percent_is_length = percent_is_length});
  const Value value = quantity ? finish(*quantity, accepts) : Value();
  if (!value) {
    cursor.rewind(start);
    return {};
  }
  const bool folded =
      !quantity->relative && !quantity->opaque && value.kind() != ValueKind::length_percentage;
  return folded ? value : Value::math(cursor.text_since(start));
}

// The one quantity of `type`, without a context to resolve relative units in.
std::optional<double> parse_math_of(Cursor& cursor, MathType type) {
  const ComputeContext any;
  const auto quantity = read_math(cursor, {.context = any});
  if (!quantity || quantity->type != type) return {};
  return censor(quantity->value, kMaxNumber);
}

}  // namespace

Value parse_numeric(Cursor& cursor, Accepts accepts) {
  const Token& token = cursor.peek();
  Value value;
  switch (token.kind) {
    case TokenKind::number:
      value = literal_number(token, accepts, cursor.unitless_lengths);
      break;
    case TokenKind::dimension:
      value = literal_dimension(token, accepts);
      break;
    case TokenKind::percentage:
      value = literal_percentage(token, accepts);
      break;
    case TokenKind::function:
      return parse_function(cursor, accepts);
    default:
      return {};
  }
  if (value) cursor.take();
  return value;
}

Value finish(const Quantity& quantity, Accepts accepts) {
  const auto number = [&](double n) {
    if (accepts & kInteger) n = std::floor(n + 0.5);  // §10.9: rounded, halves towards +∞
    return Value::number(into_range(censor(n, kMaxNumber), accepts));
  };
  if (quantity.type == kNumberType) return takes_number(accepts) ? number(quantity.value) : Value();
  if (quantity.type == kPercentType && (accepts & kPercentage)) {
    if (accepts & kShare) return number(quantity.value / 100);
    return Value::percentage(into_range(censor(quantity.value, kMaxNumber), accepts));
  }
  if (quantity.type != kLengthType || !(accepts & kLength)) return {};
  const double px = censor(quantity.value, kMaxLength);
  if (quantity.percent == 0) return Value::length(into_range(px, accepts));
  const double percent = censor(quantity.percent, kMaxNumber);
  if (px == 0) return Value::percentage(into_range(percent, accepts));
  return Value::length_percentage(px, percent);
}

std::optional<double> parse_angle(Cursor& cursor) {
  const Token& token = cursor.peek();
  if (token.is(TokenKind::function)) return parse_math_of(cursor, kAngleType);
  if (token.is(TokenKind::number) && token.number == 0) return cursor.take().number;
  const auto unit = token.is(TokenKind::dimension) ? find_angle_unit(token.text) : std::nullopt;
  if (!unit) return {};
  return cursor.take().number * *unit;
}

std::optional<double> parse_time(Cursor& cursor) {
  const Token& token = cursor.peek();
  if (token.is(TokenKind::function)) return parse_math_of(cursor, kTimeType);
  const auto unit = token.is(TokenKind::dimension) ? find_time_unit(token.text) : std::nullopt;
  if (!unit) return {};
  return cursor.take().number * *unit;
}

}  // namespace veedor::css
