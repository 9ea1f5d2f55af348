// Characters that have a direction of their own (Unicode Standard Annex 9). Shared by the files of this
// folder only.
#pragma once

#include <string_view>

namespace veedor::css {

enum class StrongCharacter { none, left_to_right, right_to_left };

// The first character of type L, R or AL in UTF-8 text.
StrongCharacter first_strong_character(std::string_view text);

}  // namespace veedor::css
