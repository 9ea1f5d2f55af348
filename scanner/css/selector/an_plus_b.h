// The An+B microsyntax (CSS Syntax 3 §6) on tokens. Shared by the files of this folder only.
#pragma once

#include <optional>

#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

struct AnPlusB {
  int step = 0;
  int offset = 0;
};

// Reads An+B with the white space around it and leaves `in` at what follows ("of …" or the end); nothing
// where there is none. Numbers beyond an int are taken as the nearest int.
std::optional<AnPlusB> parse_an_plus_b(TokenStream& in);

}  // namespace veedor::css
