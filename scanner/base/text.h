// Text as bytes of UTF-8: ASCII case, white space, and making foreign text inert before anybody reads it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace veedor {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_alpha(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
constexpr bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_alpha(c); }
// Infra Standard, "ASCII whitespace": tab, LF, FF, CR, space.
constexpr bool is_ascii_whitespace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::string ascii_lower(std::string_view text);
bool ascii_iequals(std::string_view a, std::string_view b);
bool ascii_icontains(std::string_view text, std::string_view part);

// Views into `text`; valid as long as it is.
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);  // keeps empty parts
std::vector<std::string_view> split_whitespace(std::string_view text);       // drops empty parts

// Runs of white space (ASCII and U+00A0) become one space; none at either end.
std::string collapse_whitespace(std::string_view text);

// The first `max_bytes` of `text`, cut at a character's border, with "…" where something was cut.
std::string shorten(std::string_view text, std::size_t max_bytes);

// Valid UTF-8 without C0 and C1 controls, bidirectional overrides and line separators: safe on a terminal and
// on one line. Invalid bytes become U+FFFD, controls become a space.
std::string printable(std::string_view text);

bool is_valid_utf8(std::string_view text);
// Appends the UTF-8 of a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace veedor
