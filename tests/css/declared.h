// A declaration written as text, parsed, and told as text again: "margin: 1px" gives
// "margin-top: 1px; margin-right: 1px; …".
#pragma once

#include <string>
#include <string_view>

#include "scanner/css/value/declaration.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// "1.5em", "calc(1px + 5%)" for a computed sum, "rgb(0, 0, 0)", "raw(…)", "math(…)", "expression(…)",
// "var(…)", "wide(inherit)".
std::string told(const Value& value);

// "invalid" where the declaration is.
std::string declared(std::string_view name, std::string_view value, ParserMode mode = ParserMode::standard);

// Only the value, where the declaration sets one longhand.
std::string value_of(std::string_view name, std::string_view value, ParserMode mode = ParserMode::standard);

bool supports(std::string_view name, std::string_view value);

}  // namespace veedor::css
