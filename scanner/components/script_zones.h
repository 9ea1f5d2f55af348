// A lexical pass over JavaScript: which bytes are comments, strings or code. It does not parse; it recovers
// from what it misunderstands at the end of a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veedor::components {

struct ScriptZones {
  // Views into the source: block comments, and runs of line comments as one.
  std::vector<std::string_view> comments;
  // The source without comments and without white space that separates no two words; strings as they were.
  std::string code;
  // For each byte of `code`: inside a string or template, its opening quote not included.
  std::vector<bool> in_string;
};

// Linear in time and memory.
ScriptZones read_zones(std::string_view source);

}  // namespace veedor::components
