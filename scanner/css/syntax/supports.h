// The conditions of @supports (CSS Conditional Rules 3 §6, 4 §2, 5 §2): what this library understands counts
// as supported.
#pragma once

#include <optional>
#include <span>

#include "scanner/css/syntax/token.h"
#include "scanner/css/value/declaration.h"

namespace veedor::css {

// Nothing for what is no condition: the rule is dropped. Nesting beyond 16 parentheses counts as unsupported.
std::optional<bool> evaluate_supports(std::span<const Token> condition, const ValueSource& source);

// As in @import: a condition, or a declaration without parentheses around it.
bool evaluate_import_supports(std::span<const Token> argument, const ValueSource& source);

}  // namespace veedor::css
