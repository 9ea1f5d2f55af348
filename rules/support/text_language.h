// The language that a text is written in, judged with care: silence where the text is too short or mixed, or
// where two languages are so close that they are not told apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace veedor::rules {

// "es" for " es-MX": lower case, without region; other codes of the same language are brought together ("nb"
// and "nn" are "no").
std::string primary_language(std::string_view tag);

enum class LanguageMatch : std::uint8_t { unknown, same, other };
struct LanguageReading {
  LanguageMatch match = LanguageMatch::unknown;
  std::string_view language;  // that it is in instead: "fr"; valid for ever
};

// Whether `text` is in the language `declared` (a primary_language()), which counts as a hint for texts in
// doubt. Reads its first 4 KB.
LanguageReading read_language(std::string_view text, std::string_view declared);

// Whether the first 1200 bytes are surely in the declared language. A text of which that is true cannot
// surely be in another one as a whole, of 4 KB: too much of it is declared.
bool begins_in_language(std::string_view text, std::string_view declared);

// The declared language counts as a hint for texts in doubt, unless the text is a quotation.
enum class Doubt : std::uint8_t { for_declared, for_nobody };
// The language that the text is in instead; "" where it is in the declared one or that is not known, which is
// not told apart here: that costs less than read_language(). Valid for ever.
std::string_view other_language(std::string_view text, std::string_view declared,
                                Doubt doubt = Doubt::for_declared);

// Whether something of the first 40 words is a common word of the language; true where its words are not
// known.
bool has_common_word(std::string_view text, std::string_view language);
std::size_t count_words(std::string_view text);  // at most 40

}  // namespace veedor::rules
