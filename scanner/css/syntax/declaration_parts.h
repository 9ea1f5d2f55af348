// A declaration's tokens taken apart (CSS Syntax 3 §5.4.6), before anybody asks what they mean.
#pragma once

#include <optional>
#include <span>

#include "scanner/css/syntax/token.h"

namespace veedor::css {

struct DeclarationParts {
  Token name;
  std::span<const Token> value;  // without !important, and no white space at either end
  bool important = false;
};

// Do the tokens start with a name and a colon?
bool starts_declaration(std::span<const Token> tokens);

// `tokens` start with the name and hold no `;` outside of brackets. Nothing for what no property accepts: bad
// strings and URLs, brackets closed that were not open, a stray `!`.
std::optional<DeclarationParts> take_apart(std::span<const Token> tokens);

}  // namespace veedor::css
