// Classes of code points (CSS Syntax 3 §4.2), looked up by byte.
//
// CR and FF count as newlines and NUL as U+FFFD, which saves the pass over the text that §3.3 describes. All
// bytes of non-ASCII characters are ident code points, as in the Candidate Recommendation and in browsers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace veedor::css {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

enum CharacterClass : std::uint8_t {
  kWhitespace = 1,
  kNewline = 2,
  kDigit = 4,
  kHexDigit = 8,
  kIdentStart = 16,
  kIdent = 32,
  kNonPrintable = 64,
};

inline constexpr std::array<std::uint8_t, 256> kCharacterClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool ident_start = letter || c == '_' || c >= 0x80 || c == 0;
    unsigned bits = 0;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') bits |= kWhitespace;
    if (c == '\n' || c == '\r' || c == '\f') bits |= kNewline;
    if (digit) bits |= kDigit;
    if (digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) bits |= kHexDigit;
    if (ident_start) bits |= kIdentStart;
    if (ident_start || digit || c == '-') bits |= kIdent;
    if ((c >= 1 && c <= 8) || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F) bits |= kNonPrintable;
    classes[c] = static_cast<std::uint8_t>(bits);
  }
  return classes;
}();

constexpr bool is_a(CharacterClass wanted, char c) {
  return (kCharacterClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

}  // namespace veedor::css
