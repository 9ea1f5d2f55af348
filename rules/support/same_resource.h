// Whether two references of a page lead to the same thing, as far as what was fetched tells: ACT's "same
// resource" and "equivalent resource".
#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/facts/page.h"

namespace veedor::rules {

enum class Sameness : std::uint8_t { same, different, unclear };

// `different` needs evidence: both were read, and their content has little in common. The same address but
// for the fragment is the same resource.
Sameness compare(const facts::Page& page, std::string_view reference, std::string_view other);

}  // namespace veedor::rules
