// Runs a page and a style sheet that were made to exhaust a browser, and says what it cost.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "scanner/css/cascade/styles.h"
#include "scanner/html/document.h"

namespace veedor::css {

std::string repeat(std::string_view text, int times);
// The pieces of 0, 1, 2 … one after another.
std::string numbered(int times, const std::function<std::string(std::string)>& piece);

// With a budget that the pages of these tests stay within.
html::Document parse_page(std::string html);

// The styles of every element, with ::before, ::after and hover of some. What they cost is held against
// bounds far above what they need.
struct Ordeal {
  std::shared_ptr<const Sheet> sheet;
  double cpu_seconds = 0;  // of parsing the sheet and styling the page
  double megabytes = 0;    // by which the process grew at its peak; 0 where that cannot be known
  Gaps gaps;
};
Ordeal undergo(const std::string& html, std::string css);

// What no page may cost.
inline constexpr double kMostCpuSeconds = 30;
inline constexpr double kMostMegabytes = 800;

}  // namespace veedor::css
