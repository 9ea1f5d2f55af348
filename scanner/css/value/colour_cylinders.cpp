#include "scanner/css/value/colour_cylinders.h"

#include <algorithm>
#include <cmath>

namespace veedor::css {

namespace {

double positive_hue(double hue) {
  const double rest = std::fmod(hue, 360);
  return rest < 0 ? rest + 360 : rest;
}

double rgb_hue(const Row& rgb) {
  const double most = std::max({rgb[0], rgb[1], rgb[2]}), least = std::min({rgb[0], rgb[1], rgb[2]});
  const double width = most - least;
  if (width == 0) return 0;
  if (most == rgb[0]) return positive_hue(60 * ((rgb[1] - rgb[2]) / width));
  if (most == rgb[1]) return 60 * ((rgb[2] - rgb[0]) / width + 2);
  return 60 * ((rgb[0] - rgb[1]) / width + 4);
}

}  // namespace

Row srgb_from_hsl(const Row& hsl) {
  const double hue = positive_hue(hsl[0]), saturation = hsl[1] / 100, lightness = hsl[2] / 100;
  const double reach = saturation * std::min(lightness, 1 - lightness);
  const auto channel = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12);
    return lightness - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return {channel(0), channel(8), channel(4)};
}

Row hsl_from_srgb(const Row& rgb) {
  const double most = std::max({rgb[0], rgb[1], rgb[2]}), least = std::min({rgb[0], rgb[1], rgb[2]});
  const double lightness = (most + least) / 2;
  double hue = rgb_hue(rgb), saturation = 0;
  if (lightness != 0 && lightness != 1) saturation = (most - lightness) / std::min(lightness, 1 - lightness);
  if (saturation < 0) {  // far out of the gamut
    hue = positive_hue(hue + 180);
    saturation = -saturation;
  }
  return {hue, saturation * 100, lightness * 100};
}

Row srgb_from_hwb(const Row& hwb) {
  const double white = hwb[1] / 100, black = hwb[2] / 100;
  if (white + black >= 1) {
    const double grey = white / (white + black);
    return {grey, grey, grey};
  }
  Row rgb = srgb_from_hsl({hwb[0], 100, 50});
  for (double& channel : rgb) channel = channel * (1 - white - black) + white;
  return rgb;
}

Row hwb_from_srgb(const Row& rgb) {
  const double most = std::max({rgb[0], rgb[1], rgb[2]}), least = std::min({rgb[0], rgb[1], rgb[2]});
  return {rgb_hue(rgb), least * 100, (1 - most) * 100};
}

}  // namespace veedor::css
