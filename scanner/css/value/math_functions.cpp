#include "scanner/css/value/math_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/css/value/math_arguments.h"

namespace veedor::css {

namespace {

using Answer = std::optional<Quantity>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Answer calc(Cursor& cursor, const MathScope& scope) {
  const auto sum = read_sum(cursor, scope);
  return cursor.at_end() ? sum : std::nullopt;
}

// NaN is infectious (§10.9.1), which std::min and std::max do not know.
double smaller(double a, double b) { return std::isnan(a) || std::isnan(b) ? a + b : std::min(a, b); }
double larger(double a, double b) { return std::isnan(a) || std::isnan(b) ? a + b : std::max(a, b); }

// Percentages alone compare as numbers do: what they refer to is never negative for boxes.
bool pure_percentages(const Quantities& arguments) {
  return std::ranges::all_of(arguments, [](const Quantity& q) { return !q.opaque && q.value == 0; }) &&
         std::ranges::any_of(arguments, [](const Quantity& q) { return q.percent != 0; });
}

template <typename Fold>
Answer fold(const Quantities& arguments, Fold pick) {
  if (arguments.empty() || !same_type(arguments)) return {};
  Quantity result = derive(arguments, arguments[0].type);
  const bool percent = pure_percentages(arguments);
  std::vector<double> values;
  values.reserve(arguments.size());
  for (const Quantity& argument : arguments) values.push_back(percent ? argument.percent : argument.value);
  (percent ? result.percent : result.value) = pick(values);
  if (percent) result.opaque = false;
  return result;
}

Answer min(Cursor& cursor, const MathScope& scope) {
  return fold(read_arguments(cursor, scope, 1, kMany), [](const std::vector<double>& values) {
    double result = values[0];
    for (const double value : values) result = smaller(result, value);
    return result;
  });
}

Answer max(Cursor& cursor, const MathScope& scope) {
  return fold(read_arguments(cursor, scope, 1, kMany), [](const std::vector<double>& values) {
    double result = values[0];
    for (const double value : values) result = larger(result, value);
    return result;
  });
}

// Either bound may be `none` (§10.2).
Answer clamp(Cursor& cursor, const MathScope& scope) {
  const bool no_least = cursor.take_ident("none");
  Quantities arguments;
  if (!no_least) {
    const auto least = read_sum(cursor, scope);
    if (!least) return {};
    arguments.push_back(*least);
  }
  if (!cursor.take_comma()) return {};
  const auto middle = read_sum(cursor, scope);
  if (!middle || !cursor.take_comma()) return {};
  arguments.push_back(*middle);
  const bool no_most = cursor.take_ident("none");
  if (!no_most) {
    const auto most = read_sum(cursor, scope);
    if (!most) return {};
    arguments.push_back(*most);
  }
  if (!cursor.at_end()) return {};
  return fold(arguments, [&](const std::vector<double>& values) {
    const std::size_t at = no_least ? 0 : 1;
    const double below = no_most ? values[at] : smaller(values[at], values[at + 1]);
    return no_least ? below : larger(values[0], below);  // the lower bound wins
  });
}

// §10.3.1; `step` is not zero and both are finite here.
double round_to(std::string_view strategy, double value, double step) {
  const double width = std::abs(step);
  const double below = std::floor(value / width) * width;
  const double above = std::ceil(value / width) * width;
  if (strategy == "up") return above;
  if (strategy == "down") return below;
  if (strategy == "to-zero") return std::abs(below) < std::abs(above) ? below : above;
  return value - below < above - value ? below : above;
}

// §10.3.1, "infinite steps and values".
double round_value(std::string_view strategy, double value, double step) {
  if (std::isnan(value) || std::isnan(step) || step == 0) return std::numeric_limits<double>::quiet_NaN();
  if (std::isinf(value)) return std::isinf(step) ? std::numeric_limits<double>::quiet_NaN() : value;
  if (std::isinf(step)) {
    if (strategy == "up" && value > 0) return kInfinity;
    if (strategy == "down" && value < 0) return -kInfinity;
    return std::copysign(0.0, value);
  }
  return round_to(strategy, value, step);
}

Answer round(Cursor& cursor, const MathScope& scope) {
  const std::string_view strategy = cursor.take_word("nearest up down to-zero");
  if (!strategy.empty() && !cursor.take_comma()) return {};
  Quantities arguments = read_arguments(cursor, scope, 1, 2);
  if (arguments.empty() || !same_type(arguments)) return {};
  if (arguments.size() == 1 && arguments[0].type != kNumberType) return {};
  Quantity result = derive(arguments, arguments[0].type);
  result.value = round_value(strategy, arguments[0].value, arguments.size() == 2 ? arguments[1].value : 1);
  return result;
}

enum class Modulus { sign_of_divisor, sign_of_dividend };

template <Modulus modulus>
Answer remainder(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 2, 2);
  if (arguments.empty() || !same_type(arguments)) return {};
  Quantity result = derive(arguments, arguments[0].type);
  const double divisor = arguments[1].value;
  double rest = std::fmod(arguments[0].value, divisor);  // NaN for zero and for infinite dividends
  if (modulus == Modulus::sign_of_divisor && rest != 0 && (rest < 0) != (divisor < 0)) {
    rest = std::isinf(divisor) ? std::numeric_limits<double>::quiet_NaN() : rest + divisor;
  }
  result.value = rest;
  return result;
}

Answer abs(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 1, 1);
  if (arguments.empty()) return {};
  Quantity result = derive(arguments, arguments[0].type);
  result.value = std::abs(arguments[0].value);
  return result;
}

Answer sign(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 1, 1);
  if (arguments.empty()) return {};
  Quantity result = derive(arguments, kNumberType);
  const double value = arguments[0].value;
  result.value = value > 0 ? 1 : value < 0 ? -1 : value;
  return result;
}

// CSS Values 5 §7.4
Answer progress(Cursor& cursor, const MathScope& scope) {
  const Quantities arguments = read_arguments(cursor, scope, 3, 3);
  if (arguments.empty() || !same_type(arguments)) return {};
  Quantity result = derive(arguments, kNumberType);
  const double width = arguments[2].value - arguments[1].value;
  const double share = width == 0 ? 0 : (arguments[0].value - arguments[1].value) / width;
  result.value = smaller(larger(share, 0), 1);
  return result;
}

constexpr auto kFunctions = std::to_array<MathFunction>({
    {"calc", calc},
    {"min", min},
    {"max", max},
    {"clamp", clamp},
    {"-webkit-calc", calc},
    {"round", round},
    {"mod", remainder<Modulus::sign_of_divisor>},
    {"rem", remainder<Modulus::sign_of_dividend>},
    {"abs", abs},
    {"sign", sign},
    {"progress", progress},
});

}  // namespace

const MathFunction* find_math_function(std::string_view name) {
  const auto find_in = [&](std::span<const MathFunction> functions) -> const MathFunction* {
    for (const MathFunction& function : functions) {
      if (ascii_iequals(function.name, name)) return &function;
    }
    return nullptr;
  };
  const MathFunction* const found = find_in(kFunctions);
  return found ? found : find_in(real_functions());
}

}  // namespace veedor::css
