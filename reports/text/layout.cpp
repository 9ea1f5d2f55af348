#include "reports/text/layout.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// The first character of valid, non-empty UTF-8.
Character first_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = std::min<std::size_t>(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, text.size());
  char32_t code = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {code, bytes};
}

struct Range {
  char32_t first, last;
};

template <std::size_t count>
bool is_in(const std::array<Range, count>& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const Range& range) { return range.first <= c && c <= range.last; });
}

// Combining marks and zero-width characters; East Asian Wide (Unicode Standard Annex #11) and pictographs.
constexpr auto kZero =
    std::to_array<Range>({{0x300, 0x36F}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}});
constexpr auto kWide = std::to_array<Range>({{0x1100, 0x115F},
                                             {0x2E80, 0xA4CF},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE6F},
                                             {0xFF00, 0xFF60},
                                             {0xFFE0, 0xFFE6},
                                             {0x1F300, 0x1FAFF},
                                             {0x20000, 0x3FFFD}});

std::size_t columns(char32_t c) {
  if (c < 0x300) return 1;
  if (is_in(kZero, c)) return 0;
  return is_in(kWide, c) ? 2 : 1;
}

// How many bytes of `text` fill at most `width` columns.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Character character = first_of(text.substr(at));
    used += columns(character.code);
    if (used > width) break;
    at += character.bytes;
  }
  return at;
}

struct Substitute {
  char32_t code;
  char ascii;
};
constexpr auto kSubstitutes = std::to_array<Substitute>(
    {{U'á', 'a'}, {U'é', 'e'}, {U'í', 'i'}, {U'ó', 'o'}, {U'ú', 'u'},  {U'ü', 'u'},     {U'ñ', 'n'},
     {U'Á', 'A'}, {U'É', 'E'}, {U'Í', 'I'}, {U'Ó', 'O'}, {U'Ú', 'U'},  {U'Ü', 'U'},     {U'Ñ', 'N'},
     {U'«', '"'}, {U'»', '"'}, {U'“', '"'}, {U'”', '"'}, {U'‘', '\''}, {U'’', '\''},    {U'¿', '?'},
     {U'¡', '!'}, {U'…', '~'}, {U'·', '-'}, {U'–', '-'}, {U'—', '-'},  {U'−', '-'},     {U'✖', 'x'},
     {U'▲', '!'}, {U'●', '*'}, {U'○', 'o'}, {U'ℹ', 'i'}, {U'─', '-'},  {U'│', '|'},     {U'┌', '+'},
     {U'┐', '+'}, {U'└', '+'}, {U'┘', '+'}, {U'⌊', '['}, {U'⌋', ']'},  {U'\u00A0', ' '}});

char ascii_for(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  const auto* found = std::ranges::find(kSubstitutes, c, &Substitute::code);
  return found == kSubstitutes.end() ? '?' : found->ascii;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character character = first_of(text);
    width += columns(character.code);
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text).append(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ').append(text);
}

std::string clip(std::string_view text, std::size_t width) {
  std::string safe = printable(shorten(text, 16 * width));
  if (display_width(safe) <= width) return safe;
  if (width == 0) return "";
  return safe.substr(0, bytes_within(safe, width - 1)) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  constexpr std::size_t kMaxParagraph = 4000;  // bytes
  width = std::max<std::size_t>(width, 2);     // the widest character has two columns
  const std::string safe = printable(shorten(text, kMaxParagraph));
  std::vector<std::string> lines(1);
  for (std::string_view word : split_whitespace(safe)) {
    const std::size_t used = display_width(lines.back());
    if (used > 0 && used + 1 + display_width(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    while (display_width(word) > width) {
      const std::size_t bytes = bytes_within(word, width);
      lines.back() += word.substr(0, bytes);
      lines.emplace_back();
      word.remove_prefix(bytes);
    }
    lines.back() += word;
  }
  return lines;
}

std::string to_ascii(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Character character = first_of(text);
    const std::size_t width = columns(character.code);
    if (width > 0) out.append(width, ascii_for(character.code));
    text.remove_prefix(character.bytes);
  }
  return out;
}

}  // namespace veedor::reports
