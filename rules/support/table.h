// The tables of facts that are compiled into the program: lines of cells between tabs, comments after '#'.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scanner/base/text.h"

namespace veedor::rules {

// The rows that have exactly `columns` cells; views into `text`.
inline std::vector<std::vector<std::string_view>> read_table(std::string_view text, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  for (std::string_view line : split(text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    auto cells = split(line, '\t');
    if (cells.size() == columns) rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace veedor::rules
