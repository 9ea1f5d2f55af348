// Trigonometry, powers and logarithms (CSS Values 4 §10.4 and §10.5).
#include <array>
#include <cmath>
#include <numbers>

#include "scanner/css/value/math_arguments.h"
#include "scanner/css/value/math_functions.h"

namespace veedor::css {

namespace {

using Answer = std::optional<Quantity>;

constexpr double kDegrees = 180 / std::numbers::pi;

enum class Trigonometry { sine, cosine, tangent };

double apply(Trigonometry function, double radians) {
  switch (function) {
    case Trigonometry::sine:
      return std::sin(radians);
    case Trigonometry::cosine:
      return std::cos(radians);
    case Trigonometry::tangent:
      return std::tan(radians);
  }
  return 0;
}

template <Trigonometry function>
Answer trigonometric(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 1, 1);
  if (arguments.empty()) return {};
  const bool angle = arguments[0].type == kAngleType;
  if (!angle && arguments[0].type != kNumberType) return {};
  Quantity result = derive(arguments, kNumberType);
  result.value = apply(function, angle ? arguments[0].value / kDegrees : arguments[0].value);
  return result;
}

using Real = double (*)(double);
double arc_sine(double x) { return std::asin(x) * kDegrees; }
double arc_cosine(double x) { return std::acos(x) * kDegrees; }
double arc_tangent(double x) { return std::atan(x) * kDegrees; }
double root(double x) { return std::sqrt(x); }
double exponential(double x) { return std::exp(x); }

enum class Gives { number, angle };

template <Real function, Gives gives>
Answer of_number(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 1, 1);
  if (arguments.empty() || arguments[0].type != kNumberType) return {};
  Quantity result = derive(arguments, gives == Gives::angle ? kAngleType : kNumberType);
  result.value = function(arguments[0].value);
  return result;
}

Answer atan2(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 2, 2);
  if (arguments.empty() || !same_type(arguments)) return {};
  Quantity result = derive(arguments, kAngleType);
  result.value = std::atan2(arguments[0].value, arguments[1].value) * kDegrees;
  return result;
}

Answer pow(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 2, 2);
  if (arguments.empty() || !same_type(arguments) || arguments[0].type != kNumberType) return {};
  Quantity result = derive(arguments, kNumberType);
  result.value = std::pow(arguments[0].value, arguments[1].value);
  return result;
}

Answer hypot(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 1, kMany);
  if (arguments.empty() || !same_type(arguments)) return {};
  Quantity result = derive(arguments, arguments[0].type);
  for (const Quantity& argument : arguments) result.value = std::hypot(result.value, argument.value);
  return result;
}

Answer log(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 1, 2);
  if (arguments.empty() || !same_type(arguments) || arguments[0].type != kNumberType) return {};
  Quantity result = derive(arguments, kNumberType);
  result.value = std::log(arguments[0].value);
  if (arguments.size() == 2) result.value /= std::log(arguments[1].value);
  return result;
}

constexpr auto kFunctions = std::to_array<MathFunction>({
    {"sin", trigonometric<Trigonometry::sine>},
    {"cos", trigonometric<Trigonometry::cosine>},
    {"tan", trigonometric<Trigonometry::tangent>},
    {"asin", of_number<arc_sine, Gives::angle>},
    {"acos", of_number<arc_cosine, Gives::angle>},
    {"atan", of_number<arc_tangent, Gives::angle>},
    {"atan2", atan2},
    {"pow", pow},
    {"sqrt", of_number<root, Gives::number>},
    {"hypot", hypot},
    {"log", log},
    {"exp", of_number<exponential, Gives::number>},
});

}  // namespace

std::span<const MathFunction> real_functions() { return kFunctions; }

}  // namespace veedor::css
