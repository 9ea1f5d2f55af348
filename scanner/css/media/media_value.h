// Values in media queries: numbers, lengths, resolutions and ratios, and calc() of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "scanner/css/environment.h"
#include "scanner/css/syntax/token.h"

namespace veedor::css {

// A sum: lengths of the viewport are known only once the environment is.
struct MediaValue {
  enum class Type : std::uint8_t { number, length, resolution, ratio } type = Type::number;
  bool integer = false;  // a number that was written as one, or computed
  float fixed = 0;       // number, px, dppx, or a ratio's first part
  float second = 1;      // of a ratio
  // Times 1 % of the viewport's width, height, smaller and larger side.
  float width = 0, height = 0, smaller = 0, larger = 0;

  float resolve(const Environment& environment) const;
};

// `tokens` hold one value and no white space at either end. Nothing for what is none.
std::optional<MediaValue> parse_media_value(std::span<const Token> tokens);

}  // namespace veedor::css
