// Colours by name: CSS Color 4 §6.1 (red, rebeccapurple) and §6.2 (Canvas, LinkText).
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/environment.h"
#include "scanner/css/value/colour.h"

namespace veedor::css {

// In any case; "transparent" is one.
std::optional<Colour> find_named_colour(std::string_view name);

// A system colour, its name in lower case and valid for ever; null when there is none of that name. The
// values are those of Chromium on Linux.
struct SystemColour {
  std::string_view name;
  Colour light;
  Colour dark;
  Colour in(ColourScheme scheme) const { return scheme == ColourScheme::dark ? dark : light; }
};
const SystemColour* find_system_colour(std::string_view name);

}  // namespace veedor::css
