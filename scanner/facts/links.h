// The links of a page, and what their markup calls them, before its styles are known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/html/document.h"

namespace veedor::facts {

inline constexpr std::size_t kMaxNamedLinks = 2000;  // of one page that are compared

// <a href>, <area href>, links in SVG and role=link, in document order; at most kMaxNamedLinks.
std::vector<html::Element> link_elements(const html::Document& document);

struct WrittenLink {
  html::Element element;
  std::string_view reference;  // as written (link_reference.h)
};
inline constexpr std::size_t kMaxLinksOfName = 40;

// Sets of links that share a rough name and have at least two references, links within the page left out;
// in document order of their first link.
using LinksOfOneName = std::vector<WrittenLink>;
std::vector<LinksOfOneName> links_of_one_name(const html::Document& document);

// What a screen reader most likely calls the element, by its markup alone: aria-label, its text and the
// alternatives of its pictures, or its title; in lower case, white space collapsed, at most some 200 bytes.
std::string rough_name(html::Element element);

}  // namespace veedor::facts
