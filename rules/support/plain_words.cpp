#include "rules/support/plain_words.h"

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

std::size_t length(unsigned char first) { return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4; }

}  // namespace

std::string plain_words(std::string_view text) {
  text = text.substr(0, kMaxBytes);
  std::string words;
  bool between = false;
  const auto add = [&](std::string_view letters) {
    if (between && !words.empty()) words += ' ';
    between = false;
    words += letters;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const std::size_t bytes = length(static_cast<unsigned char>(c));
    const std::string_view character = text.substr(i, bytes);
    if (bytes == 1) {
      const char lower = ascii_lower(c);
      if (is_ascii_alnum(c))
        add({&lower, 1});
      else
        between = true;
    } else if (c == '\xC3' && character.size() == 2) {
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
    i += bytes;
  }
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
