// What each math function makes of its arguments (CSS Values 4 §10.1 to §10.6).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "scanner/css/value/math.h"

namespace veedor::css {

struct MathFunction {
  std::string_view name;
  // `arguments` is what the parentheses hold; all of it is read.
  std::optional<Quantity> (*read)(Cursor& arguments, const MathScope& scope);
};

// Those of §10.4 and §10.5.
std::span<const MathFunction> real_functions();

// Null for what is no math function.
const MathFunction* find_math_function(std::string_view name);

// A sum as calc() holds it; stops before what does not belong to it.
std::optional<Quantity> read_sum(Cursor& cursor, const MathScope& scope);

}  // namespace veedor::css
