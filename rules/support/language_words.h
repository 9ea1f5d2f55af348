// The words of a text, in lower case; addresses, numbers and code left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace veedor::rules {

// Reads one word after the other, and counts the letters that it meets. What is no UTF-8 is read as spaces.
class WordReader {
 public:
  // The text must outlive the reader.
  explicit WordReader(std::string_view text) : text_(text) {}

  // The next word, of scripts that put spaces between them; "" at the end. Valid until the next call.
  std::string_view next();

  // Of what was read so far:
  std::size_t letters() const { return letters_; }
  std::size_t unspaced() const { return unspaced_; }          // of Chinese, Japanese, Thai and their like
  bool beyond_ascii() const { return beyond_ascii_; }         // has other letters than A to Z
  std::size_t beyond_latin() const { return beyond_latin_; }  // letters of other scripts

 private:
  std::string_view take_plain_word();
  bool take_beyond_ascii();

  std::string_view text_;   // what is not read yet
  std::string_view token_;  // what stands between spaces
  std::size_t at_ = 0;      // in it
  std::string word_;
  std::size_t letters_ = 0;
  std::size_t unspaced_ = 0;
  std::size_t beyond_latin_ = 0;
  bool beyond_ascii_ = false;
};

// What the words of a text stand in, one space between any two.
std::string around_words(std::string_view text);

// The code point at `at`, which moves behind it; a space for what is no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);
bool is_letter(char32_t c);  // roughly: A to Z and what is neither sign nor space beyond ASCII

}  // namespace veedor::rules
