// Links within sentences: which text is around a link in its own block.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "scanner/css/cascade/style.h"
#include "scanner/facts/page.h"

namespace veedor::rules {

struct LinkInText {
  html::Element link;
  html::Element letters;  // the element of its first text: the link, or within it
  html::Element block;    // the nearest box around it that is no inline box
  const css::Style* around = nullptr;  // of the text beside it
};

// Calls `visit` for each link in sight that stands in a block with words of its own.
void for_each_link_in_text(const facts::Page& page, const std::function<void(const LinkInText&)>& visit);

}  // namespace veedor::rules
