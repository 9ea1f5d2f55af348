// The comment that a library puts at its head: "jQuery v3.7.1 | (c) OpenJS Foundation".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/components/library_table.h"

namespace veedor::components {

struct Banner {
  const Library* library = nullptr;
  std::string version;
  std::string title;  // the line that says so
};

// Reads one comment, its marks included. A comment that only mentions a library ("needs jQuery 1.9.1 or
// higher") is no banner.
std::optional<Banner> read_banner(std::string_view comment);

// A comment that is nothing but a path, as bundlers put before each module: "//
// node_modules/.pnpm/axios@0.21.0/…/axios.js".
std::optional<Banner> read_module_path(std::string_view comment);

}  // namespace veedor::components
