// The units of CSS Values 4 §6 and §7, by name.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/value/value.h"

namespace veedor::css {

// "px", "svh" (as vh), "Q", in any case.
std::optional<Unit> find_length_unit(std::string_view name);
// px, cm … pc: lengths that need no context.
constexpr bool is_absolute(Unit unit) { return unit <= Unit::pc; }
// How many degrees, or seconds, one of that unit is.
std::optional<double> find_angle_unit(std::string_view name);
std::optional<double> find_time_unit(std::string_view name);

}  // namespace veedor::css
