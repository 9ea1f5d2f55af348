// Presentational hints: the attributes that style, as declarations (HTML Standard §15.3, SVG 2 §6.6, MathML
// Core §2.1.3).
#pragma once

#include <string>
#include <string_view>

#include "scanner/html/document.h"

namespace veedor::css {

// The declarations as a style attribute would hold them; "" for none. `page` is asked for what the body says
// of links.
std::string presentational_hints(html::Element element, const html::Document& page);

// HTML Standard §2.4.6, "rules for parsing a legacy color value": "#rrggbb" or a name in lower case; "" for
// an error.
std::string legacy_colour(std::string_view text);

}  // namespace veedor::css
