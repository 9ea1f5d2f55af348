// The links of a page by what screen readers call them, and the context in which each of them stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/links.h"
#include "scanner/facts/page.h"

namespace veedor::rules {

using NamedLink = facts::WrittenLink;

struct LinkGroup {
  std::string name;  // in lower case
  std::vector<NamedLink> links;
};

inline constexpr std::size_t kMaxLinkGroups = 60;
inline constexpr std::size_t kMaxLinksOfGroup = 40;

// Sets of two and more links in the accessibility tree that have the same name and at least two references;
// in document order of their first link.
std::vector<LinkGroup> links_of_one_name(const facts::Page& page);

// The programmatically determined link context as ACT defines it: list items around the link, the nearest
// block and the nearest cell; with what else belongs to the link: its description and the heading before it
// (WCAG technique H80). Links in the same context have the same key.
std::uint64_t link_context(html::Element link, const facts::Page& page);

}  // namespace veedor::rules
