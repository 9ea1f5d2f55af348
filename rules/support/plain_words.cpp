#include "rules/support/plain_words.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxBytes = 4096;
constexpr int kMaxNodes = 200;

// U+00C0 to U+00FF, which are two bytes of UTF-8 that begin with C3: the letter without its accent; a space
// for the signs of multiplication and division.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static_assert(kLatin1.size() == 64);

// Signs: U+0080 to U+00BF (C2), and U+2000 to U+2BFF, U+3000 to U+303F, U+E000 to U+F8FF (private use:
// icons).
bool is_sign(std::string_view rest) {
  const auto first = static_cast<unsigned char>(rest[0]);
  const auto second = rest.size() > 1 ? static_cast<unsigned char>(rest[1]) : 0;
  if (first == 0xC2) return second != 0xAA && second != 0xBA;  // ª and º belong to words
  if (first == 0xE2) return second <= 0xAF;
  if (first == 0xE3) return second == 0x80;
  return first == 0xEE || (first == 0xEF && second < 0xA4);
}

// Of a character of several bytes.
std::size_t length(unsigned char first) { return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4; }

// What becomes of a byte of ASCII, and of one that begins no character: a space between words.
constexpr std::array<char, 0xC0> kPlain = [] {
  std::array<char, 0xC0> plain{};
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = static_cast<char>(i);
    plain[i] = i < 0x80 && is_ascii_alnum(c) ? ascii_lower(c) : ' ';
  }
  return plain;
}();

}  // namespace

void append_plain_words(std::string_view text, std::string& out) {
  text = text.substr(0, kMaxBytes);
  const std::size_t begin = out.size();
  out.resize(begin + text.size());  // the words are never longer than the text
  char* const first = out.data() + begin;
  char* end = first;
  bool between = false;
  const auto add = [&](std::string_view letters) {
    if (between && end != first) *end++ = ' ';
    between = false;
    end = std::ranges::copy(letters, end).out;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0xC0) {
      const char plain = kPlain[c];
      if (plain == ' ') {
        between = true;
      } else {
        if (between && end != first) *end++ = ' ';
        between = false;
        *end++ = plain;
      }
      ++i;
      continue;
    }
    const std::string_view character = text.substr(i, length(c));
    if (c == 0xC3 && character.size() == 2) {
      const std::string_view letter = kLatin1.substr(static_cast<unsigned char>(character[1]) & 0x3FU, 1);
      if (letter == " ")
        between = true;
      else
        add(letter);
    } else if (is_sign(character)) {
      between = true;
    } else {
      add(character);
    }
    i += length(c);
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string plain_words(std::string_view text) {
  std::string words;
  append_plain_words(text, words);
  return words;
}

bool starts_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

bool has_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    if ((at == 0 || text[at - 1] == ' ') && starts_with_words(text.substr(at), words)) return true;
  }
  return false;
}

std::string bounded_text(html::Element element) {
  std::string text;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes && text.size() < kMaxBytes;
       node = node.next_in(element), ++seen) {
    if (node.is_text())
      text += node.text().substr(0, kMaxBytes);
    else
      text += ' ';
  }
  return text;
}

}  // namespace veedor::rules
