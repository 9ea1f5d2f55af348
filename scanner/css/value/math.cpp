#include "scanner/css/value/math.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "scanner/base/text.h"
#include "scanner/css/value/math_functions.h"
#include "scanner/css/value/units.h"

namespace veedor::css {

namespace {

// Beyond, a product such as 1px * 1px * … cannot become anything that a property takes.
constexpr int kMaxPower = 64;

bool sane(const MathType& type) {
  const auto within = [](int power) { return power >= -kMaxPower && power <= kMaxPower; };
  return within(type.length) && within(type.angle) && within(type.time) && within(type.percent);
}

std::optional<Quantity> read_dimension(const Token& token, const MathScope& scope) {
  if (const auto unit = find_length_unit(token.text)) {
    return Quantity{.type = kLengthType,
                    .value = to_px(token.number, *unit, scope.context),
                    .relative = !is_absolute(*unit)};
  }
  if (const auto degrees = find_angle_unit(token.text)) {
    return Quantity{.type = kAngleType, .value = token.number * *degrees};
  }
  if (const auto seconds = find_time_unit(token.text)) {
    return Quantity{.type = kTimeType, .value = token.number * *seconds};
  }
  return {};
}

// §10.7 numeric constants, and the variables of the scope.
std::optional<Quantity> read_name(std::string_view name, const MathScope& scope) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const MathVariable& variable : scope.variables) {
    if (ascii_iequals(variable.name, name)) return Quantity{.value = variable.value};
  }
  if (ascii_iequals(name, "e")) return Quantity{.value = std::numbers::e};
  if (ascii_iequals(name, "pi")) return Quantity{.value = std::numbers::pi};
  if (ascii_iequals(name, "infinity")) return Quantity{.value = kInfinity};
  if (ascii_iequals(name, "-infinity")) return Quantity{.value = -kInfinity};
  if (ascii_iequals(name, "nan")) return Quantity{.value = std::numeric_limits<double>::quiet_NaN()};
  return {};
}

std::optional<Quantity> read_value(Cursor& cursor, const MathScope& scope) {
  const Token& token = cursor.peek();
  switch (token.kind) {
    case TokenKind::number:
      return Quantity{.value = cursor.take().number};
    case TokenKind::percentage:
      cursor.take();
      if (scope.percent_is_length) return Quantity{.type = kLengthType, .percent = token.number};
      return Quantity{.type = kPercentType, .value = token.number};
    case TokenKind::dimension:
      return read_dimension(cursor.take(), scope);
    case TokenKind::ident:
      return read_name(cursor.take().text, scope);
    case TokenKind::open_round: {
      Cursor inside = cursor.take_block();
      const auto sum = read_sum(inside, scope);
      return inside.at_end() ? sum : std::nullopt;
    }
    case TokenKind::function:
      return read_math(cursor, scope);
    default:
      return {};
  }
}

Quantity multiply(const Quantity& a, const Quantity& b) {
  return {.type = {.length = a.type.length + b.type.length,
                   .angle = a.type.angle + b.type.angle,
                   .time = a.type.time + b.type.time,
                   .percent = a.type.percent + b.type.percent},
          .value = a.value * b.value,
          .percent = a.percent != 0   ? a.percent * b.value
                     : b.percent != 0 ? b.percent * a.value
                                      : 0,
          .relative = a.relative || b.relative,
          .opaque = a.opaque || b.opaque || (a.percent != 0 && b.percent != 0)};
}

Quantity invert(const Quantity& a) {
  return {.type = {.length = -a.type.length,
                   .angle = -a.type.angle,
                   .time = -a.type.time,
                   .percent = -a.type.percent},
          .value = 1 / a.value,
          .relative = a.relative,
          .opaque = a.opaque || a.percent != 0};
}

std::optional<Quantity> read_product(Cursor& cursor, const MathScope& scope) {
  auto product = read_value(cursor, scope);
  while (product && (cursor.peek().is_delim('*') || cursor.peek().is_delim('/'))) {
    const bool divides = cursor.take().is_delim('/');
    const auto factor = read_value(cursor, scope);
    if (!factor) return {};
    if (divides && product->percent == 0 && !factor->opaque && factor->percent == 0) {
      // x / y and not x * (1 / y), which is not the same to the last digit.
      const double quotient = product->value / factor->value;
      product = multiply(*product, invert(*factor));
      product->value = quotient;
    } else {
      product = multiply(*product, divides ? invert(*factor) : *factor);
    }
    if (!sane(product->type)) return {};
  }
  return product;
}

}  // namespace

std::optional<Quantity> read_sum(Cursor& cursor, const MathScope& scope) {
  if (cursor.too_deep()) return {};
  auto sum = read_product(cursor, scope);
  while (sum && (cursor.peek().is_delim('+') || cursor.peek().is_delim('-'))) {
    if (!cursor.space_before() || !cursor.space_behind()) return {};  // §10.1: "1 -2" is two numbers
    const double sign = cursor.take().is_delim('-') ? -1 : 1;
    const auto term = read_product(cursor, scope);
    if (!term || term->type != sum->type) return {};
    sum->value += sign * term->value;
    sum->percent += sign * term->percent;
    sum->relative = sum->relative || term->relative;
    sum->opaque = sum->opaque || term->opaque;
  }
  return sum;
}

bool is_math_function(std::string_view name) { return find_math_function(name) != nullptr; }

std::optional<Quantity> read_math(Cursor& cursor, const MathScope& scope) {
  if (!cursor.is_function()) return {};
  const MathFunction* const function = find_math_function(cursor.peek().text);
  if (!function) return {};
  Cursor inside = cursor.take_block();
  if (inside.too_deep()) return {};
  return function->read(inside, scope);
}

}  // namespace veedor::css
