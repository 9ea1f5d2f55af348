#include "scanner/components/version.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::components {
namespace {

constexpr std::size_t kMaxVersion = 40;
constexpr std::size_t kMaxDigits = 5;  // of one number
constexpr int kMaxNumbers = 4;

constexpr std::array<std::string_view, 16> kPreReleases = {
    "alpha",   "beta",   "rc",     "next", "lts", "dev", "pre", "nes",
    "preview", "canary", "stable", "ga",   "a",   "b",   "p",   "r"};

std::size_t digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

bool year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

// "-beta.2", ".rc1", "b1", "-1": what may follow the numbers.
bool is_suffix(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() >= 2 && text.front() == '-' && digits(text.substr(1)) == text.size() - 1)
    return text.size() <= 4;
  if (text.front() == '-' || text.front() == '.') text.remove_prefix(1);
  const auto after = std::ranges::find_if_not(text, [](char c) { return is_ascii_alpha(c); });
  const auto letters = static_cast<std::size_t>(after - text.begin());
  const std::string word = ascii_lower(text.substr(0, letters));
  return std::ranges::find(kPreReleases, word) != kPreReleases.end() && std::ranges::all_of(text, [](char c) {
           return is_ascii_alnum(c) || c == '.' || c == '-' || c == '_';
         });
}

}  // namespace

bool is_version(std::string_view text) {
  if (text.size() > kMaxVersion) return false;
  int numbers = 0;
  while (true) {
    const std::size_t length = digits(text);
    if (length == 0 || length > kMaxDigits || (numbers == 0 && (length > 4 || year(text.substr(0, length)))))
      return false;
    ++numbers;
    text.remove_prefix(length);
    const bool more = text.size() > 1 && text[0] == '.' && is_ascii_digit(text[1]);
    if (!more || numbers == kMaxNumbers) break;
    text.remove_prefix(1);
  }
  return numbers >= 2 && is_suffix(text);
}

std::string_view leading_version(std::string_view text) {
  const auto end = std::ranges::find_if_not(
      text, [](char c) { return is_ascii_alnum(c) || c == '.' || c == '-' || c == '_'; });
  text = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  if (text.empty() || !is_ascii_digit(text.front())) return {};
  if (text.size() > 2 * kMaxVersion) text = text.substr(0, 2 * kMaxVersion);
  while (!text.empty() && !is_version(text)) {
    const std::size_t cut = text.find_last_of(".-_");
    text = text.substr(0, cut == std::string_view::npos ? 0 : cut);
  }
  return text;
}

}  // namespace veedor::components
