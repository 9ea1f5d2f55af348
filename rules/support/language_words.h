// The words of a text, in lower case; addresses, numbers and code left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::rules {

struct Words {
  std::vector<std::string> words;  // of scripts that put spaces between them
  std::string text;                // what they stand in, one space between any two
  std::size_t letters = 0;
  std::size_t unspaced = 0;      // letters of Chinese, Japanese, Thai and their like
  bool beyond_ascii = false;     // has other letters than A to Z
  std::size_t beyond_latin = 0;  // letters of other scripts
};

// The first `max` words; what is no UTF-8 is read as spaces.
Words read_words(std::string_view text, std::size_t max);

// The code point at `at`, which moves behind it; a space for what is no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);
bool is_letter(char32_t c);  // roughly: A to Z and what is neither sign nor space beyond ASCII

}  // namespace veedor::rules
