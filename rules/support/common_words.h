// The most common words of languages, by which they are told apart.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace veedor::rules {

using LanguageSet = std::uint64_t;  // one bit for each language

struct CommonLanguage {
  std::string_view code;
  LanguageSet itself = 0;
  LanguageSet close = 0;  // those not told apart from it, and itself
};

std::span<const CommonLanguage> common_languages();                 // in order of their codes
const CommonLanguage* find_common_language(std::string_view code);  // null where its words are not known

// Those that have the word, in lower case, among their most common ones.
LanguageSet languages_with(std::string_view word);

// The word is one of this language that others, but for close ones, have not; of a languages_with().
inline bool is_own_word(LanguageSet languages, const CommonLanguage& of) {
  return (languages & of.itself) != 0 && (languages & ~of.close) == 0;
}

// Is it a common word of this language; capitals beyond ASCII are not seen to be the same letter.
bool is_common_word(std::string_view word, const CommonLanguage& of);

}  // namespace veedor::rules
