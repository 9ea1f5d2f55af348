// The beginning of what stands in an element: enough for a message or to know what is in a cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scanner/html/document.h"

namespace veedor::rules {

// The first text that is not only white space, within a few nodes; "" for none. A view into the document.
std::string_view first_text(html::Element element);

// All of its text, until it is longer than `max_bytes` or a hundred nodes are read; white space collapsed.
std::string text_beginning(html::Element element, std::size_t max_bytes = 200);

}  // namespace veedor::rules
