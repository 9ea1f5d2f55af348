// The words of a text as they are spoken and compared: without case, accents' spelling, punctuation and
// symbols. UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::text {

inline constexpr std::size_t kMaxWordsText = 2048;  // bytes of a text that are read

// What becomes of a hyphen within a word: "non-standard" is two words, or one.
enum class Hyphens : std::uint8_t { split, join };

// ACT's "label in name algorithm": what stands in round brackets is left out, case is folded, characters are
// decomposed (NFKD), and words are runs of letters, marks and digits.
std::vector<std::string> words_of(std::string_view text, Hyphens hyphens = Hyphens::split);

// Is `part` a run of neighbours in `whole`? An empty one is.
bool contains_run(const std::vector<std::string>& whole, const std::vector<std::string>& part);

// In lower case by Unicode's rules, for any language.
std::string to_lower(std::string_view text);

}  // namespace veedor::text
