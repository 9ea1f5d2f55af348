// Where a link leads: by its href, or by the address in its onclick.
#pragma once

#include <string_view>

#include "scanner/html/document.h"

namespace veedor::facts {

// The reference as written, trimmed; a view into the document. "" where the markup does not tell. "#" and
// javascript: addresses are looked through: the handler of the element counts then.
std::string_view link_reference(html::Element element);

}  // namespace veedor::facts
