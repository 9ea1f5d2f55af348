// The links of a page, read once for all the rules about links.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

struct Link {
  html::Element element;
  std::string_view name;
  std::optional<std::string_view> address;  // its href=""
  std::string_view words;                   // plain_words() of the name
  bool vague = false;                       // is_vague_link()

  std::string_view href() const { return address.value_or(""); }
};

// Those that users of assistive technology get, in document order; valid as long as the page.
std::span<const Link> links_of(const facts::Page& page);

}  // namespace veedor::rules
