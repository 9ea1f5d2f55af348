// Versions that stay in a script when its comments are gone: a literal next to names that only one library
// has and that minifiers keep.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/components/script_zones.h"

namespace veedor::components {

struct Literal {
  std::string_view library;  // id; constant memory
  std::string version;
  std::string excerpt;
};

// Sorted by library and version, each once. Linear in the size of the code.
std::vector<Literal> read_literals(const ScriptZones& zones);

}  // namespace veedor::components
