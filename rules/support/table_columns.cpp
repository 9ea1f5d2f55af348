#include "rules/support/table_columns.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMinRows = 3;
constexpr std::size_t kMinGap = 3;     // spaces between two columns
constexpr std::size_t kMaxLine = 200;  // bytes

// Where each part of a line begins after a gap; empty where it is one part.
std::vector<std::size_t> columns_of(std::string_view line) {
  std::vector<std::size_t> columns;
  std::size_t gap = 0;
  for (std::size_t i = line.find_first_not_of(" \t"); i < line.size(); ++i) {
    if (line[i] == ' ' || line[i] == '\t') {
      gap += line[i] == '\t' ? kMinGap : 1;
      continue;
    }
    if (gap >= kMinGap) columns.push_back(i);
    gap = 0;
  }
  return columns;
}

// Signs that texts hardly have and programs, commands and drawings of trees do.
bool looks_like_program(std::string_view line) {
  constexpr std::string_view kSigns = "{}<>=;$#\\@_^~`&*";
  const std::string_view begin = trim(line);
  return line.find_first_of(kSigns) != std::string_view::npos || begin.starts_with("//") ||
         begin.starts_with("--") || begin.find("()") != std::string_view::npos;
}

bool share_a_column(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::ranges::any_of(a, [&](std::size_t column) { return std::ranges::binary_search(b, column); });
}

}  // namespace

std::string_view row_of_text_table(std::string_view text) {
  std::string_view first;
  std::vector<std::size_t> before;
  std::size_t rows = 0;
  bool table = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, std::min(end, kMaxLine));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trim(line).empty()) continue;
    if (looks_like_program(line)) return "";
    std::vector<std::size_t> columns = columns_of(line);
    const bool goes_on = !columns.empty() && share_a_column(columns, before);
    if (!columns.empty() && !goes_on) first = line;
    rows = goes_on ? rows + 1 : columns.empty() ? 0 : 1;
    before = std::move(columns);
    table |= rows >= kMinRows;
    if (table && rows == kMinRows) return trim(first);
  }
  return "";
}

}  // namespace veedor::rules
