#include "scanner/components/library_table.h"

#include <algorithm>

#include "data/libraries_tsv.h"
#include "scanner/base/text.h"

namespace veedor::components {
namespace {

std::vector<std::string_view> list(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>() : split(cell, ',');
}

std::vector<Library> read() {
  std::vector<Library> table;
  for (std::string_view line : split(data::libraries_tsv, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = split(line, '\t');
    if (cells.size() == 4) table.push_back({cells[0], list(cells[1]), list(cells[2]), list(cells[3])});
  }
  return table;
}

bool fits(std::string_view pattern, std::string_view name) {
  if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == name;
}

const Library* find(std::vector<std::string_view> Library::*names, std::string_view name) {
  for (const Library& library : libraries()) {
    const auto& patterns = library.*names;
    if (std::ranges::any_of(patterns, [&](std::string_view pattern) { return fits(pattern, name); }))
      return &library;
  }
  return nullptr;
}

}  // namespace

std::span<const Library> libraries() {
  static const std::vector<Library> table = read();
  return table;
}

const Library* library_of_package(std::string_view name) { return find(&Library::packages, name); }
const Library* library_of_stem(std::string_view stem) { return find(&Library::stems, stem); }

}  // namespace veedor::components
