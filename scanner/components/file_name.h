// The name of a script or style: "jquery-3.4.1.slim.min.js" is a build of jquery 3.4.1.
#pragma once

#include <string>
#include <string_view>

#include "scanner/components/library_table.h"

namespace veedor::components {

struct FileName {
  const Library* library = nullptr;  // null where the stem is not a known one
  std::string version;               // "" where the name has none
};

// `name` is the last segment of a path.
FileName read_file_name(std::string_view name);

}  // namespace veedor::components
