// color-mix(): interpolation of two colours (CSS Color 4 §12, CSS Color 5 §3).
#pragma once

#include <optional>

#include "scanner/css/value/colour_parser.h"

namespace veedor::css {

// `arguments` is what the parentheses of color-mix() hold.
std::optional<SpaceColour> read_colour_mix(Cursor& arguments, ColourScope& scope);

}  // namespace veedor::css
