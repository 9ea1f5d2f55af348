// The colour spaces of CSS Color 4 and the way from one to another.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner/css/value/colour.h"

namespace veedor::css {

enum class ColourSpace : std::uint8_t {
  srgb,
  srgb_linear,
  display_p3,
  display_p3_linear,
  a98_rgb,
  prophoto_rgb,
  rec2020,
  xyz_d50,
  xyz_d65,
  hsl,    // degrees, then 0 to 100
  hwb,    // degrees, then 0 to 100
  lab,    // 0 to 100, then about ±125
  lch,    // 0 to 100, about 150, degrees
  oklab,  // 0 to 1, then about ±0.4
  oklch,  // 0 to 1, about 0.4, degrees
};

using Components = std::array<double, 3>;

// A colour as it was written or mixed, with `none` where a component is missing (CSS Color 4 §4.4).
struct SpaceColour {
  ColourSpace space = ColourSpace::srgb;
  Components components{};
  std::array<bool, 3> missing{};
  double alpha = 1;
  bool alpha_missing = false;
};

// "srgb", "xyz", "oklch", in any case.
std::optional<ColourSpace> find_colour_space(std::string_view name);
// Index of the hue among the components, or 3.
std::size_t hue_index(ColourSpace space);
inline bool is_polar(ColourSpace space) { return hue_index(space) < 3; }

// Missing components count as 0; of achromatic colours the hue is missing afterwards.
SpaceColour convert(const SpaceColour& colour, ColourSpace to);
Colour to_srgb(const SpaceColour& colour);
SpaceColour from_srgb(Colour colour);

}  // namespace veedor::css
