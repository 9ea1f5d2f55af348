// The arguments of a math function, and what its result has from them.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "scanner/css/value/math.h"

namespace veedor::css {

using Quantities = std::vector<Quantity>;

inline constexpr std::size_t kMany = std::numeric_limits<std::size_t>::max();

// At least `least` and at most `most` sums with commas between; empty where something else is found.
Quantities read_arguments(Cursor& cursor, const MathScope& scope, std::size_t least, std::size_t most);

bool same_type(const Quantities& arguments);

// A quantity of that type which depends on what the arguments depend on, its value yet to be set.
Quantity derive(const Quantities& arguments, MathType type);

}  // namespace veedor::css
