// What is a version number, and what only looks like one: a hash, a date, a moving tag.
#pragma once

#include <cstddef>
#include <string_view>

namespace veedor::components {

// "3.4.1", "1.9.0b1", "5.0.0-beta.2"; not "3", "3.x", "latest", "47a9c871", "2021.05.12" or "20210512".
bool is_version(std::string_view text);

// The version that `text` begins with, up to a character that no version has; a trailing ".min", ".slim" or
// sentence mark is left out. Empty if there is none.
std::string_view leading_version(std::string_view text);

}  // namespace veedor::components
