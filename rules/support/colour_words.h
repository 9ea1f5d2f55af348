// Sentences that refer to things by their colour: "fields marked in red", "the green mushrooms … the red
// mushrooms".
#pragma once

#include <string>
#include <string_view>

namespace veedor::rules {

// The words that do so, as written; "" where there are none. Looks at the first few thousand bytes.
std::string colour_reference(std::string_view text);

}  // namespace veedor::rules
