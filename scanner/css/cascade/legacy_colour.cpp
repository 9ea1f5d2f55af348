// The colours of old attributes: every text but a few is one.
#include <algorithm>
#include <array>
#include <string>

#include "scanner/base/text.h"
#include "scanner/css/cascade/hints.h"
#include "scanner/css/value/compute.h"

namespace veedor::css {
namespace {

bool is_hex(char c) { return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f'); }

// Each code point beyond U+FFFF counts as two zeros, every other one that is no hexadecimal digit as one.
std::string digits_of(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size() && digits.size() < 128; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80 && byte < 0xC0) continue;  // within a code point
    if (byte >= 0xF0) digits += '0';
    digits += is_hex(text[i]) ? ascii_lower(text[i]) : '0';
  }
  digits.resize(std::min<std::size_t>(digits.size(), 128));
  return digits;
}

}  // namespace

std::string legacy_colour(std::string_view text) {
  text = trim(text);
  if (text.empty() || ascii_iequals(text, "transparent")) return "";
  const bool plain_name = std::ranges::all_of(text, is_ascii_alpha);
  if (plain_name && text.size() <= 20 && parse_colour(text, {}) && !ascii_iequals(text, "currentcolor"))
    return ascii_lower(text);
  if (text.size() == 4 && text[0] == '#' && std::ranges::all_of(text.substr(1), is_hex))
    return ascii_lower(text);
  if (text[0] == '#') text.remove_prefix(1);
  std::string digits = digits_of(text);
  while (digits.empty() || digits.size() % 3 != 0) digits += '0';
  const std::size_t length = digits.size() / 3;
  std::array<std::string, 3> parts = {digits.substr(0, length), digits.substr(length, length),
                                      digits.substr(2 * length)};
  for (std::string& part : parts) {
    if (part.size() > 8) part.erase(0, part.size() - 8);
  }
  auto all_lead_with_zero = [&] {
    return std::ranges::all_of(parts, [](const auto& part) { return part[0] == '0'; });
  };
  while (parts[0].size() > 2 && all_lead_with_zero()) {
    for (std::string& part : parts) part.erase(0, 1);
  }
  std::string colour = "#";
  for (const std::string& part : parts) colour += part.size() == 1 ? "0" + part : part.substr(0, 2);
  return colour;
}

}  // namespace veedor::css
