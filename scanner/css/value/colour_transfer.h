// The transfer functions of RGB spaces, for values from 0 on (CSS Color 4 §10.2 to §10.7).
#pragma once

#include <cmath>

namespace veedor::css {

inline double srgb_to_linear(double x) {
  return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
}
inline double srgb_from_linear(double x) {
  return x > 0.0031308 ? 1.055 * std::pow(x, 1 / 2.4) - 0.055 : 12.92 * x;
}
inline double a98_to_linear(double x) { return std::pow(x, 563.0 / 256); }
inline double a98_from_linear(double x) { return std::pow(x, 256.0 / 563); }
inline double prophoto_to_linear(double x) { return x <= 16.0 / 512 ? x / 16 : std::pow(x, 1.8); }
inline double prophoto_from_linear(double x) { return x >= 1.0 / 512 ? std::pow(x, 1 / 1.8) : 16 * x; }

inline constexpr double kRec2020Alpha = 1.09929682680944;
inline constexpr double kRec2020Beta = 0.018053968510807;
inline double rec2020_to_linear(double x) {
  return x < kRec2020Beta * 4.5 ? x / 4.5 : std::pow((x + kRec2020Alpha - 1) / kRec2020Alpha, 1 / 0.45);
}
inline double rec2020_from_linear(double x) {
  return x > kRec2020Beta ? kRec2020Alpha * std::pow(x, 0.45) - (kRec2020Alpha - 1) : 4.5 * x;
}

}  // namespace veedor::css
