#include "scanner/css/value/math_arguments.h"

#include <algorithm>

#include "scanner/css/value/math_functions.h"

namespace veedor::css {

Quantities read_arguments(Cursor& cursor, const MathScope& scope, std::size_t least, std::size_t most) {
  Quantities arguments;
  do {
    const auto sum = read_sum(cursor, scope);
    if (!sum) return {};
    arguments.push_back(*sum);
  } while (cursor.take_comma());
  if (!cursor.at_end() || arguments.size() < least || arguments.size() > most) return {};
  return arguments;
}

bool same_type(const Quantities& arguments) {
  return std::ranges::all_of(arguments, [&](const Quantity& q) { return q.type == arguments[0].type; });
}

Quantity derive(const Quantities& arguments, MathType type) {
  Quantity result{.type = type};
  for (const Quantity& argument : arguments) {
    result.relative = result.relative || argument.relative;
    result.opaque = result.opaque || argument.opaque || argument.percent != 0;
  }
  return result;
}

}  // namespace veedor::css
