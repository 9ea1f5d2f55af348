#include "rules/support/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "scanner/css/value/colour_spaces.h"

namespace veedor::rules {
namespace {

using css::Colour;

double to_linear(float component) {
  const double value = std::clamp(static_cast<double>(component), 0.0, 1.0);
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

int to_byte(float component) {
  return static_cast<int>(std::lround(std::clamp(component, 0.0F, 1.0F) * 255));
}

// Nearly all colours are in steps of 1/255.
double linear(float component) {
  static const std::array<double, 256> steps = [] {
    std::array<double, 256> all{};
    for (int i = 0; i < 256; ++i) all[static_cast<std::size_t>(i)] = to_linear(static_cast<float>(i) / 255);
    return all;
  }();
  const int step = to_byte(component);
  return static_cast<float>(step) / 255 == component ? steps[static_cast<std::size_t>(step)]
                                                     : to_linear(component);
}

bool passes(Colour colour, std::span<const Colour> backgrounds, double ratio) {
  return std::ranges::all_of(backgrounds,
                             [&](Colour background) { return contrast(colour, background) >= ratio; });
}

constexpr int kHalvings = 9;  // of the way to black or white: a step of 1/255

// The first shade that passes on the way from the colour's lightness to `end`; nothing where the end itself
// does not.
std::optional<Colour> towards(const css::SpaceColour& from, double end, std::span<const Colour> backgrounds,
                              double ratio) {
  css::SpaceColour shade = from;
  auto at = [&](double lightness) {
    shade.components[0] = lightness;
    if (lightness <= 0 || lightness >= 1)
      shade.components[1] = 0;
    else
      shade.components[1] = from.components[1];
    return as_shown(css::to_srgb(shade));
  };
  if (!passes(at(end), backgrounds, ratio)) return {};
  double fails = from.components[0];
  double good = end;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (fails + good) / 2;
    (passes(at(middle), backgrounds, ratio) ? good : fails) = middle;
  }
  return at(good);
}

double distance(Colour a, Colour b) { return std::abs(std::cbrt(luminance(a)) - std::cbrt(luminance(b))); }

}  // namespace

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour a, Colour b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

Colour over(Colour top, Colour below) {
  const float under = below.alpha * (1 - top.alpha);
  const float alpha = top.alpha + under;
  if (alpha <= 0) return css::kTransparent;
  auto mix = [&](float a, float b) { return (a * top.alpha + b * under) / alpha; };
  return {mix(top.red, below.red), mix(top.green, below.green), mix(top.blue, below.blue), alpha};
}

Colour faded(Colour colour, float opacity) {
  colour.alpha *= std::clamp(opacity, 0.0F, 1.0F);
  return colour;
}

Colour as_shown(Colour colour) {
  return Colour::rgb8(to_byte(colour.red), to_byte(colour.green), to_byte(colour.blue));
}

std::optional<Colour> nearest_passing(Colour colour, std::span<const Colour> backgrounds, double ratio) {
  if (passes(as_shown(colour), backgrounds, ratio)) return as_shown(colour);
  const css::SpaceColour from = css::convert(css::from_srgb(colour), css::ColourSpace::oklch);
  const std::optional<Colour> darker = towards(from, 0, backgrounds, ratio);
  const std::optional<Colour> lighter = towards(from, 1, backgrounds, ratio);
  if (!darker || !lighter) return darker ? darker : lighter;
  return distance(*darker, colour) <= distance(*lighter, colour) ? darker : lighter;
}

std::string ratio_text(double ratio) {
  const auto hundredths = static_cast<long>(std::floor(ratio * 100 + 1e-9));
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%ld.%02ld", hundredths / 100, hundredths % 100);
  return text.data();
}

std::string required_text(double ratio) {
  const std::string text = ratio_text(ratio);
  return text.substr(0, text.find_last_not_of(".0") + 1);
}

std::string colour_text(Colour colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", to_byte(colour.red) & 0xFF,
                to_byte(colour.green) & 0xFF, to_byte(colour.blue) & 0xFF);
  return text.data();
}

}  // namespace veedor::rules
