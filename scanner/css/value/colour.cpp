#include "scanner/css/value/colour.h"

#include <algorithm>
#include <cmath>

namespace veedor::css {

namespace {

int byte(float component) {
  if (std::isnan(component)) return 0;
  return static_cast<int>(std::lround(std::clamp(component, 0.0F, 1.0F) * 255));
}

// CSSOM §6.7.2, "serialize a CSS <alphavalue>": two decimals where they give the same byte again, else three.
std::string alpha_text(float alpha) {
  const int wanted = byte(alpha);
  int decimals = static_cast<int>(std::lround(wanted * 100 / 255.0));
  int digits = 2;
  if (static_cast<int>(std::lround(decimals * 255 / 100.0)) != wanted) {
    decimals = static_cast<int>(std::lround(wanted * 1000 / 255.0));
    digits = 3;
  }
  if (decimals == 0) return "0";
  std::string fraction = std::to_string(decimals);
  fraction.insert(0, static_cast<std::size_t>(digits) - std::min<std::size_t>(fraction.size(), 3), '0');
  while (fraction.back() == '0') fraction.pop_back();
  return "0." + fraction;
}

}  // namespace

std::string to_string(Colour colour) {
  std::string text = byte(colour.alpha) == 255 ? "rgb(" : "rgba(";
  text += std::to_string(byte(colour.red)) + ", " + std::to_string(byte(colour.green)) + ", " +
          std::to_string(byte(colour.blue));
  if (byte(colour.alpha) != 255) text += ", " + alpha_text(colour.alpha);
  return text + ")";
}

}  // namespace veedor::css
