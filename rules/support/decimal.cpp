#include "rules/support/decimal.h"

#include <array>
#include <charconv>

namespace veedor::rules {

std::string decimal(double number, int places) {
  std::array<char, 64> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, places);
  if (error != std::errc()) return "0";  // longer than any size on a page
  std::string text(buffer.data(), end);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace veedor::rules
