// The links of a page, read once for all the rules about links.
#pragma once

#include <span>
#include <string_view>

#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

struct Link {
  html::Element element;
  std::string_view name;
  std::string_view href;   // "" where it has none, too
  std::string_view words;  // plain_words() of the name
  bool has_href = false;
  bool vague = false;  // is_vague_link()
};
static_assert(sizeof(Link) <= 64, "one cache line: many rules look at each of them");

// Those that users of assistive technology get, in document order; valid as long as the page.
std::span<const Link> links_of(const facts::Page& page);

}  // namespace veedor::rules
