// By which angle CSS turns an element in the plane of the screen.
#pragma once

#include <optional>

#include "scanner/css/cascade/style.h"

namespace veedor::rules {

// Degrees clockwise, from transform and rotate together, 0 for what does not turn; none where a function or
// an angle is not known (calc()).
std::optional<double> rotation_of(const css::Style& style);

}  // namespace veedor::rules
