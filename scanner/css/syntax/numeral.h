// The value of a CSS numeral (CSS Syntax 3 §4.3.13).
#pragma once

#include <string_view>

namespace veedor::css {

// Of a text that is a CSS number: "+.5", "-3e-2". Clamped to what a double can hold; never infinite or NaN.
double numeral_value(std::string_view text);

}  // namespace veedor::css
