#include "rules/support/language_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

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

// What a byte of ASCII is to a word; one beyond ASCII begins a character that has to be looked at.
enum Kind : std::uint8_t { other, letter, hyphen, beyond, space, point, technical };

constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const char c = static_cast<char>(i);
    if (i >= 0x80) kinds[i] = beyond;
    if (is_ascii_alpha(c)) kinds[i] = letter;
    if (is_ascii_whitespace(c)) kinds[i] = space;
  }
  for (char c : std::string_view("@_=\\<>#$%&/~^`+0123456789"))
    kinds[static_cast<unsigned char>(c)] = technical;
  kinds['.'] = kinds[':'] = point;
  kinds['-'] = hyphen;
  return kinds;
}();

Kind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

// A point between letters, as names of programs and addresses have.
bool is_between_letters(std::string_view token, std::size_t point_at) {
  return point_at > 0 && point_at + 1 < token.size() && is_ascii_alpha(token[point_at + 1]) &&
         is_ascii_alpha(token[point_at - 1]);
}

// The next of what stands between spaces and is no name of a program, address or code: nothing of a language.
// `text` begins behind it from then on.
std::string_view next_token(std::string_view& text) {
  while (!text.empty()) {
    std::size_t begin = 0;
    while (begin < text.size() && kind_of(text[begin]) == space) ++begin;
    bool is_technical = false;
    std::size_t point_at = std::string_view::npos;
    std::size_t end = begin;
    for (; end < text.size(); ++end) {
      const Kind kind = kind_of(text[end]);
      if (kind == space) break;
      if (kind == technical) is_technical = true;
      if (kind == point) point_at = std::min(point_at, end);
    }
    const std::string_view token = text.substr(begin, end - begin);
    if (point_at != std::string_view::npos && is_between_letters(token, point_at - begin))
      is_technical = true;
    text.remove_prefix(end);
    if (!is_technical) return token;
  }
  return {};
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

// The word at `at_` as it is written, which moves behind it; "" where other letters than a to z are in it.
std::string_view WordReader::take_plain_word() {
  std::size_t end = at_;
  while (end < token_.size() && token_[end] >= 'a' && token_[end] <= 'z') ++end;
  if (end < token_.size()) {
    const Kind next = kind_of(token_[end]);
    if (next == letter || next == hyphen || next == beyond) return {};
  }
  const std::string_view word = token_.substr(at_, end - at_);
  letters_ += word.size();
  at_ = end;
  return word;
}

// The letter beyond ASCII at `at_`, which moves behind it: part of the word. False where it ends the word.
bool WordReader::take_beyond_ascii() {
  const char32_t c = next_code_point(token_, at_);
  if (ends_word(c) || !is_letter(c)) return false;
  ++letters_;
  beyond_ascii_ = true;
  if (c >= 0x370 && !(c >= 0x1E00 && c < 0x1F00)) ++beyond_latin_;
  if (is_unspaced(c)) {
    ++unspaced_;
  } else {
    append_utf8(word_, lower(c));
  }
  return true;
}

std::string_view WordReader::next() {
  word_.clear();
  while (true) {
    if (word_.empty()) {
      const std::string_view word = take_plain_word();
      if (!word.empty()) return word;
    }
    while (at_ < token_.size()) {
      const char c = token_[at_];
      const Kind kind = kind_of(c);
      bool goes_on = true;
      if (kind == letter) {
        ++letters_, ++at_;
        word_ += ascii_lower(c);
      } else if (kind == beyond) {
        goes_on = take_beyond_ascii();
      } else {
        ++at_;
        // "non-stop" is one word, and not the "non" of other languages
        goes_on = kind == hyphen && !word_.empty();
        if (goes_on) word_ += '-';
      }
      if (!goes_on && !word_.empty()) return word_;
    }
    if (!word_.empty()) return word_;
    token_ = next_token(text_);
    at_ = 0;
    if (token_.empty()) return {};
  }
}

std::string around_words(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::string_view token = next_token(text); !token.empty(); token = next_token(text)) {
    if (!out.empty()) out += ' ';
    out += token;
  }
  return out;
}

}  // namespace veedor::rules
