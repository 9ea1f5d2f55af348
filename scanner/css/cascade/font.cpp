#include "scanner/css/cascade/font.h"

#include <array>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

constexpr auto kKeywords = std::to_array<std::string_view>(
    {"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"});
constexpr std::array<double, 8> kSizes = {9, 10, 13, 16, 18, 24, 32, 48};
constexpr std::array<double, 8> kMonospaceSizes = {9, 9, 10, 13, 16, 20, 26, 40};

}  // namespace

std::uint8_t font_keyword(std::string_view text) {
  for (std::size_t i = 0; i < kKeywords.size(); ++i) {
    if (text == kKeywords[i]) return static_cast<std::uint8_t>(i + 1);
  }
  return 0;
}

double font_keyword_size(std::uint8_t keyword, bool monospace) {
  const std::size_t i = keyword == 0 || keyword > kSizes.size() ? 3 : keyword - 1U;
  return monospace ? kMonospaceSizes[i] : kSizes[i];
}

bool is_only_monospace(std::string_view family) { return ascii_iequals(trim(family), "monospace"); }

double relative_weight(double inherited, bool bolder) {
  if (bolder) {
    if (inherited < 350) return 400;
    if (inherited < 550) return 700;
    return inherited < 900 ? 900 : inherited;
  }
  if (inherited < 100) return inherited;
  if (inherited < 550) return 100;
  return inherited < 750 ? 400 : 700;
}

}  // namespace veedor::css
