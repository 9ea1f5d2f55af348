#include "rules/support/language_words.h"

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

// Scripts without spaces between words, or, Korean, with words that no list could hold.
bool is_unspaced(char32_t c) { return (c >= 0x0E00 && c < 0x1000) || (c >= 0x3040 && c < 0xD7B0); }

// The simple cases: Latin-1, Greek and Cyrillic capitals.
char32_t lower(char32_t c) {
  if (c < 0x80) return static_cast<char32_t>(ascii_lower(static_cast<char>(c)));
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
    return c + 0x20;
  return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

// Part of a word between letters: the apostrophes of "l'art" end a word instead, as French needs it.
bool ends_word(char32_t c) {
  constexpr std::u32string_view kEnds = U"!\"'(),.:;?[]{}*–—…«»“”‘’„¡¿·|/";
  return kEnds.find(c) != std::u32string_view::npos;
}

// Makes a name of a program, an address or code of the token: nothing of a language.
bool is_technical(std::string_view token) {
  if (token.find_first_of("@_=\\<>#$%&/~^`+0123456789") != std::string_view::npos) return true;
  const std::size_t dot = token.find_first_of(".:");
  return dot != std::string_view::npos && dot + 1 < token.size() && dot > 0 &&
         is_ascii_alpha(token[dot + 1]) && is_ascii_alpha(token[dot - 1]);
}

void add_token(std::string_view token, std::size_t max, Words& words) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && words.words.size() < max) words.words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < token.size();) {
    const char32_t c = next_code_point(token, at);
    if (c == '-' && !word.empty()) {  // "non-stop" is one word, and not the "non" of other languages
      word += '-';
      continue;
    }
    if (ends_word(c) || !is_letter(c)) {
      end_word();
      continue;
    }
    ++words.letters;
    if (c >= 0x80) words.beyond_ascii = true;
    if (c >= 0x370 && !(c >= 0x1E00 && c < 0x1F00)) ++words.beyond_latin;
    if (is_unspaced(c)) {
      ++words.unspaced;
    } else {
      append_utf8(word, lower(c));
    }
  }
  end_word();
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  if (more == 0) return U' ';
  char32_t c = first & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (byte(at) & 0xC0U) != 0x80) return U' ';
    c = (c << 6U) | (byte(at++) & 0x3FU);
  }
  return c;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_alpha(static_cast<char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7 || (c >= 0x2B0 && c < 0x370)) return false;
  return !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3041) && !(c >= 0xD800 && c < 0xF900) &&
         !(c >= 0xFE00 && c < 0xFE70) && !(c >= 0xFF00 && c < 0xFF21) && c < 0x1F000;
}

Words read_words(std::string_view text, std::size_t max) {
  Words words;
  std::size_t begin = 0;
  while (begin < text.size() && words.words.size() < max) {
    while (begin < text.size() && is_ascii_whitespace(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && !is_ascii_whitespace(text[end])) ++end;
    const std::string_view token = text.substr(begin, end - begin);
    begin = end;
    if (token.empty() || is_technical(token)) continue;
    add_token(token, max, words);
    if (!words.text.empty()) words.text += ' ';
    words.text += token;
  }
  return words;
}

}  // namespace veedor::rules
