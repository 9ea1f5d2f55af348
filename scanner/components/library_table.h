// The libraries that we know by name, read once from data/libraries.tsv.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace veedor::components {

struct Library {
  std::string_view id;
  std::vector<std::string_view> packages;  // on npm and CDNs, lower case; a trailing '*' stands for any end
  std::vector<std::string_view> stems;     // of its files, lower case
  std::vector<std::string_view> titles;    // that its banner begins with
};

// Views into constant memory.
std::span<const Library> libraries();
// Null if there is none; names are lower case.
const Library* library_of_package(std::string_view name);
const Library* library_of_stem(std::string_view stem);

}  // namespace veedor::components
