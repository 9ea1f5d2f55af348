// rgb(), hsl(), lab(), color() and the others that list components; also relative to another colour.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/value/colour_parser.h"

namespace veedor::css {

// Does a function of that name list components?
bool lists_components(std::string_view name);
// `arguments` is what the parentheses of `name` hold.
std::optional<SpaceColour> read_components(std::string_view name, Cursor& arguments, ColourScope& scope);

}  // namespace veedor::css
