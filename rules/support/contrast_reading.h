// How well letters are told from what is behind them, and whether that can be said at all.
#pragma once

#include <cstdint>
#include <optional>

#include "rules/support/backdrop.h"
#include "scanner/css/cascade/style.h"

namespace veedor::rules {

enum class Reading : std::uint8_t {
  passes,
  invisible,  // no colour of its own, or that of the background: nobody sees it
  fails,
  // Some of what may be behind is enough and some is not, or nobody knows:
  gradient,
  image,
  overlap,
  effect,
  shadow,
};

struct Contrast {
  Reading reading = Reading::passes;
  double required = 0;
  // The pair that decides: the best one of those that fail, else the worst one.
  double ratio = 21;
  css::Colour text;
  css::Colour background;
  bool varies = false;               // there are several colours behind
  bool faded = false;                // by an opacity
  std::optional<css::Colour> better;  // the nearest colour that is enough, where one is
};

enum class ContrastLevel : std::uint8_t { minimum, enhanced };  // WCAG 1.4.3, 1.4.6

// 18 pt, or 14 pt in bold (WCAG 2.2, "large scale (text)").
bool is_large(const css::Style& style);
double required_ratio(const css::Style& style, ContrastLevel level);

// The colour of the letters of HTML.
css::Colour text_colour(const css::Style& style);

Contrast read_contrast(const css::Style& style, css::Colour text, const Surface& surface, double required);

}  // namespace veedor::rules
