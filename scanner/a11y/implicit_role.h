// Roles as the markup alone gives them. The views are of static strings.
#pragma once

#include <string_view>

#include "scanner/html/document.h"

namespace veedor::a11y {

// HTML-AAM 1.0 §3.5: the role without role=""; "" for none, "none" for presentational. A <section> answers
// "", since only a name makes it a region.
std::string_view implicit_role(html::Element element);

// role="" where it counts, else implicit_role().
std::string_view markup_role(html::Element element);

// A global ARIA attribute (ARIA 1.2 §6.5), even an empty one: the element means something, whatever role=none
// says.
bool has_global_aria(html::Element element);

// The kind of an <input>: its type in lower case, "text" for a missing or unknown one (HTML Standard
// §4.10.5).
std::string_view input_type(html::Element input);

}  // namespace veedor::a11y
