// Chromium's names of roles in terms of ARIA. It has roles of its own for elements that ARIA has no word for.
#pragma once

#include <string_view>

#include "scanner/html/document.h"

namespace veedor::conformance {

// The ARIA role that Chromium's stands for on this element; "" for elements without a corresponding role, and
// for generic and presentational ones: a node that Chromium keeps has no other word for these. Roles that are
// not in the table are ARIA's own.
std::string_view aria_role(std::string_view chromium, html::Element element);

// Our role for the same comparison: synonyms as one, no semantics as "".
std::string_view comparable_role(std::string_view role);

// The name that Chromium reports, without its own words: what its media player shows where a file cannot be
// played is no name that the page gives.
std::string_view page_given_name(std::string_view name);

}  // namespace veedor::conformance
