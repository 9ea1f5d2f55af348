// From digits to a double, the short way for the short numerals that nearly all are.
#include "scanner/css/syntax/numeral.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <system_error>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

constexpr std::array<double, 16> kPowersOfTen{1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Is the magnitude 1 or more? Only asked of numerals far outside a double's range.
bool is_huge(std::string_view digits) {
  const std::size_t mark = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, mark);
  const std::string_view exponent = digits.substr(std::min(mark + 1, digits.size()));

  const auto point = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size()));
  auto first = static_cast<std::int64_t>(std::min(mantissa.find_first_not_of("0."), mantissa.size()));
  if (first > point) --first;  // count digits, not the point
  std::int64_t power = 0;
  for (char c : exponent) {
    if (is_ascii_digit(c)) power = std::min<std::int64_t>(power * 10 + (c - '0'), std::int64_t{1} << 40);
  }
  if (exponent.starts_with('-')) power = -power;
  return point - first + power > 0;
}

double exact_value(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc()) return value;
  return is_huge(digits) ? std::numeric_limits<double>::max() : 0;
}

}  // namespace

double numeral_value(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);

  // With up to 15 digits the mantissa and the power of ten are exact, so one division rounds correctly.
  std::uint64_t mantissa = 0;
  std::size_t fraction = 0;
  bool past_point = false;
  bool simple = text.size() <= 15;
  for (std::size_t i = 0; simple && i < text.size(); ++i) {
    if (text[i] == '.') {
      past_point = true;
      continue;
    }
    if (!is_ascii_digit(text[i])) {
      simple = false;
      break;
    }
    mantissa = mantissa * 10 + static_cast<unsigned>(text[i] - '0');
    if (past_point) ++fraction;
  }
  const double value = simple ? static_cast<double>(mantissa) / kPowersOfTen[fraction] : exact_value(text);
  return negative ? -value : value;
}

}  // namespace veedor::css
