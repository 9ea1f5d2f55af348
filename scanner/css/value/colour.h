// A colour as it can be compared: sRGB with alpha, whatever syntax it was written in (CSS Color 4 and 5).
#pragma once

#include <cstdint>
#include <string>

namespace veedor::css {

// Components from 0 to 1 in gamma-encoded sRGB; colours outside its gamut have components beyond that.
struct Colour {
  float red = 0;
  float green = 0;
  float blue = 0;
  float alpha = 1;
  bool operator==(const Colour&) const = default;

  static constexpr Colour rgb8(int red, int green, int blue, float alpha = 1) {
    return {static_cast<float>(red) / 255, static_cast<float>(green) / 255, static_cast<float>(blue) / 255,
            alpha};
  }
};

inline constexpr Colour kTransparent{0, 0, 0, 0};

// As CSSOM serialises legacy colours: "rgb(0, 0, 238)", "rgba(16, 16, 16, 0.3)"; components are clamped to
// the gamut.
std::string to_string(Colour colour);

}  // namespace veedor::css
