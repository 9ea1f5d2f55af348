// HSL and HWB: sRGB in cylinders (CSS Color 4 §7 and §8). Hues in degrees, the others from 0 to 100.
#pragma once

#include "scanner/css/value/colour_matrices.h"

namespace veedor::css {

Row srgb_from_hsl(const Row& hsl);
Row hsl_from_srgb(const Row& rgb);
Row srgb_from_hwb(const Row& hwb);
Row hwb_from_srgb(const Row& rgb);

}  // namespace veedor::css
