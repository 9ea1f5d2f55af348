// Writing C++ source: literals that hold any bytes, names that are no keywords, and files that keep their
// time when unchanged.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "rules/catalog/problem.h"

namespace veedor::catalog {

// One or more adjacent string literals, a line of source each.
std::string literal(std::string_view bytes);
// "image-alt" → "image_alt", "default" → "default_".
std::string identifier(std::string_view kebab_case);
// Writes `text` unless the file holds it already, so that nothing is compiled again without need.
void write_if_changed(const std::filesystem::path& path, std::string_view text, Problems& problems);

}  // namespace veedor::catalog
