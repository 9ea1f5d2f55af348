#include "scanner/css/value/colour_spaces.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scanner/base/text.h"
#include "scanner/css/value/colour_cylinders.h"
#include "scanner/css/value/colour_matrices.h"
#include "scanner/css/value/colour_transfer.h"

namespace veedor::css {

namespace {

constexpr Matrix kToSrgb = inverse(kSrgb);
constexpr Matrix kToDisplayP3 = inverse(kDisplayP3);
constexpr Matrix kToA98 = inverse(kA98);
constexpr Matrix kToRec2020 = inverse(kRec2020);
constexpr Matrix kToProPhoto = inverse(kProPhoto);
constexpr Matrix kD50ToD65 = inverse(kD65ToD50);
constexpr Matrix kConesToXyz = inverse(kXyzToCones);
constexpr Matrix kOklabToCones = inverse(kConesToOklab);

constexpr double kDegrees = 180 / std::numbers::pi;

// Transfer functions, extended to negative values by symmetry.
template <typename Function>
Row map(const Row& row, Function f) {
  const auto signed_map = [&](double x) { return std::copysign(f(std::abs(x)), x); };
  return {signed_map(row[0]), signed_map(row[1]), signed_map(row[2])};
}

double hue_of(double y, double x) {
  const double hue = std::atan2(y, x) * kDegrees;
  return hue < 0 ? hue + 360 : hue;
}

Row polar(const Row& lab) { return {lab[0], std::hypot(lab[1], lab[2]), hue_of(lab[2], lab[1])}; }
Row rectangular(const Row& lch) {
  return {lch[0], lch[1] * std::cos(lch[2] / kDegrees), lch[1] * std::sin(lch[2] / kDegrees)};
}

// CSS Color 4 §10.9: ε = 216/24389 and κ = 24389/27 of CIE Lab.
constexpr double kEpsilon = 216.0 / 24389;
constexpr double kKappa = 24389.0 / 27;

Row lab_from_d50(const Row& xyz) {
  const auto f = [](double x) { return x > kEpsilon ? std::cbrt(x) : (kKappa * x + 16) / 116; };
  const double fx = f(xyz[0] / kWhiteD50[0]), fy = f(xyz[1] / kWhiteD50[1]), fz = f(xyz[2] / kWhiteD50[2]);
  return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

Row d50_from_lab(const Row& lab) {
  const double fy = (lab[0] + 16) / 116, fx = lab[1] / 500 + fy, fz = fy - lab[2] / 200;
  const auto cube = [](double f) { return f * f * f > kEpsilon ? f * f * f : (116 * f - 16) / kKappa; };
  const double y = lab[0] > kKappa * kEpsilon ? fy * fy * fy : lab[0] / kKappa;
  return {cube(fx) * kWhiteD50[0], y * kWhiteD50[1], cube(fz) * kWhiteD50[2]};
}

Row oklab_from_d65(const Row& xyz) {
  return multiply(kConesToOklab, map(multiply(kXyzToCones, xyz), [](double x) { return std::cbrt(x); }));
}

Row d65_from_oklab(const Row& lab) {
  return multiply(kConesToXyz, map(multiply(kOklabToCones, lab), [](double x) { return x * x * x; }));
}

Row to_d65(ColourSpace space, const Row& c) {
  switch (space) {
    case ColourSpace::srgb:
      return multiply(kSrgb, map(c, srgb_to_linear));
    case ColourSpace::srgb_linear:
      return multiply(kSrgb, c);
    case ColourSpace::display_p3:
      return multiply(kDisplayP3, map(c, srgb_to_linear));
    case ColourSpace::display_p3_linear:
      return multiply(kDisplayP3, c);
    case ColourSpace::a98_rgb:
      return multiply(kA98, map(c, a98_to_linear));
    case ColourSpace::prophoto_rgb:
      return multiply(kD50ToD65, multiply(kProPhoto, map(c, prophoto_to_linear)));
    case ColourSpace::rec2020:
      return multiply(kRec2020, map(c, rec2020_to_linear));
    case ColourSpace::xyz_d50:
      return multiply(kD50ToD65, c);
    case ColourSpace::xyz_d65:
      return c;
    case ColourSpace::hsl:
      return to_d65(ColourSpace::srgb, srgb_from_hsl(c));
    case ColourSpace::hwb:
      return to_d65(ColourSpace::srgb, srgb_from_hwb(c));
    case ColourSpace::lab:
      return multiply(kD50ToD65, d50_from_lab(c));
    case ColourSpace::lch:
      return multiply(kD50ToD65, d50_from_lab(rectangular(c)));
    case ColourSpace::oklab:
      return d65_from_oklab(c);
    case ColourSpace::oklch:
      return d65_from_oklab(rectangular(c));
  }
  return c;
}

Row from_d65(ColourSpace space, const Row& xyz) {
  switch (space) {
    case ColourSpace::srgb:
      return map(multiply(kToSrgb, xyz), srgb_from_linear);
    case ColourSpace::srgb_linear:
      return multiply(kToSrgb, xyz);
    case ColourSpace::display_p3:
      return map(multiply(kToDisplayP3, xyz), srgb_from_linear);
    case ColourSpace::display_p3_linear:
      return multiply(kToDisplayP3, xyz);
    case ColourSpace::a98_rgb:
      return map(multiply(kToA98, xyz), a98_from_linear);
    case ColourSpace::prophoto_rgb:
      return map(multiply(kToProPhoto, multiply(kD65ToD50, xyz)), prophoto_from_linear);
    case ColourSpace::rec2020:
      return map(multiply(kToRec2020, xyz), rec2020_from_linear);
    case ColourSpace::xyz_d50:
      return multiply(kD65ToD50, xyz);
    case ColourSpace::xyz_d65:
      return xyz;
    case ColourSpace::hsl:
      return hsl_from_srgb(from_d65(ColourSpace::srgb, xyz));
    case ColourSpace::hwb:
      return hwb_from_srgb(from_d65(ColourSpace::srgb, xyz));
    case ColourSpace::lab:
      return lab_from_d50(multiply(kD65ToD50, xyz));
    case ColourSpace::lch:
      return polar(lab_from_d50(multiply(kD65ToD50, xyz)));
    case ColourSpace::oklab:
      return oklab_from_d65(xyz);
    case ColourSpace::oklch:
      return polar(oklab_from_d65(xyz));
  }
  return xyz;
}

// CSS Color 4 §4.4: what is so near to grey that its hue is noise.
bool achromatic(ColourSpace space, const Row& c) {
  switch (space) {
    case ColourSpace::hsl:
      return c[1] <= 0.001;
    case ColourSpace::hwb:
      return c[1] + c[2] >= 100 - 0.001;
    case ColourSpace::lch:
      return c[1] <= 0.0015;
    case ColourSpace::oklch:
      return c[1] <= 0.000004;
    default:
      return false;
  }
}

// The way that goes through no XYZ, and so loses no digits.
Row convert_components(ColourSpace from, ColourSpace to, const Row& c) {
  if (from == to) return c;
  if (from == ColourSpace::hsl) return convert_components(ColourSpace::srgb, to, srgb_from_hsl(c));
  if (from == ColourSpace::hwb) return convert_components(ColourSpace::srgb, to, srgb_from_hwb(c));
  if (to == ColourSpace::hsl) return hsl_from_srgb(convert_components(from, ColourSpace::srgb, c));
  if (to == ColourSpace::hwb) return hwb_from_srgb(convert_components(from, ColourSpace::srgb, c));
  if (from == ColourSpace::lab && to == ColourSpace::lch) return polar(c);
  if (from == ColourSpace::lch && to == ColourSpace::lab) return rectangular(c);
  if (from == ColourSpace::oklab && to == ColourSpace::oklch) return polar(c);
  if (from == ColourSpace::oklch && to == ColourSpace::oklab) return rectangular(c);
  return from_d65(to, to_d65(from, c));
}

struct SpaceName {
  std::string_view name;
  ColourSpace space;
};
constexpr auto kNames = std::to_array<SpaceName>({
    {"srgb", ColourSpace::srgb},
    {"srgb-linear", ColourSpace::srgb_linear},
    {"display-p3", ColourSpace::display_p3},
    {"display-p3-linear", ColourSpace::display_p3_linear},
    {"a98-rgb", ColourSpace::a98_rgb},
    {"prophoto-rgb", ColourSpace::prophoto_rgb},
    {"rec2020", ColourSpace::rec2020},
    {"xyz", ColourSpace::xyz_d65},
    {"xyz-d50", ColourSpace::xyz_d50},
    {"xyz-d65", ColourSpace::xyz_d65},
    {"hsl", ColourSpace::hsl},
    {"hwb", ColourSpace::hwb},
    {"lab", ColourSpace::lab},
    {"lch", ColourSpace::lch},
    {"oklab", ColourSpace::oklab},
    {"oklch", ColourSpace::oklch},
});

}  // namespace

std::optional<ColourSpace> find_colour_space(std::string_view name) {
  for (const SpaceName& space : kNames) {
    if (ascii_iequals(space.name, name)) return space.space;
  }
  return {};
}

std::size_t hue_index(ColourSpace space) {
  if (space == ColourSpace::hsl || space == ColourSpace::hwb) return 0;
  return space == ColourSpace::lch || space == ColourSpace::oklch ? 2 : 3;
}

SpaceColour convert(const SpaceColour& colour, ColourSpace to) {
  if (colour.space == to) return colour;
  Components from = colour.components;
  for (std::size_t i = 0; i < 3; ++i) {
    if (colour.missing[i]) from[i] = 0;
  }
  SpaceColour result{.space = to,
                     .components = convert_components(colour.space, to, from),
                     .alpha = colour.alpha,
                     .alpha_missing = colour.alpha_missing};
  if (is_polar(to) && achromatic(to, result.components)) {
    result.components[hue_index(to)] = 0;
    result.missing[hue_index(to)] = true;
  }
  return result;
}

Colour to_srgb(const SpaceColour& colour) {
  SpaceColour rgb = convert(colour, ColourSpace::srgb);
  const auto channel = [&](std::size_t i) {
    const double value = rgb.missing[i] ? 0 : rgb.components[i];
    return static_cast<float>(std::isnan(value) ? 0 : std::clamp(value, -1e6, 1e6));
  };
  const double alpha = colour.alpha_missing || std::isnan(colour.alpha) ? 0 : colour.alpha;
  return {channel(0), channel(1), channel(2), static_cast<float>(std::clamp(alpha, 0.0, 1.0))};
}

SpaceColour from_srgb(Colour colour) {
  return {.space = ColourSpace::srgb,
          .components = {static_cast<double>(colour.red), static_cast<double>(colour.green),
                         static_cast<double>(colour.blue)},
          .alpha = static_cast<double>(colour.alpha)};
}

}  // namespace veedor::css
