// The text of the CSS `content` property (CSS Generated Content 3 §2), as a name reads it.
#pragma once

#include <string>
#include <string_view>

#include "scanner/html/document.h"

namespace veedor::a11y {

// Strings, attr() of `element` and quotes; images are silent. Alternative text ("…" / "…") replaces all of
// it. Counters are not counted: each is 0.
std::string generated_text(std::string_view content, html::Element element);

}  // namespace veedor::a11y
