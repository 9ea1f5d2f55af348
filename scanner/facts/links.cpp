#include "scanner/facts/links.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/facts/link_reference.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxName = 200;
constexpr int kMaxNodes = 60;  // looked at in one link

bool is_link(html::Element element) {
  if (element.is("a") || element.is("area")) return element.has("href") || element.has("xlink:href");
  const std::string_view role = trim(element.attribute_or("role", "").substr(0, 100));
  return ascii_iequals(role.substr(0, role.find_first_of(" \t\r\n\f")), "link");
}

void append_content(html::Element element, std::string& text) {
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes && text.size() < kMaxName;
       node = node.next_in(element), ++seen) {
    if (node.is_text()) text += node.text().substr(0, kMaxName);
    const html::Element inner = node.element();
    if (inner && (inner.is("img") || inner.has("aria-label"))) {
      const std::string_view label = inner.attribute_or("aria-label", inner.attribute_or("alt", ""));
      text.append(" ").append(label.substr(0, kMaxName)).append(" ");
    }
  }
}

// No white space but one space between any two words; none that begins with C2, as U+00A0 does.
bool is_collapsed(std::string_view text) {
  char before = ' ';
  for (char c : text) {
    if (c == '\xC2' || (is_ascii_whitespace(c) && (c != ' ' || before == ' '))) return false;
    before = c;
  }
  return before != ' ' || text.empty();
}

// rough_name(), into a text that many of them can use one after the other.
void read_rough_name(html::Element element, std::string& name) {
  name = element.attribute_or("aria-label", "").substr(0, kMaxName);
  if (trim(name).empty()) {
    name.clear();
    append_content(element, name);
  }
  if (trim(name).empty())
    name = element.attribute_or("alt", element.attribute_or("title", "")).substr(0, kMaxName);
  if (!is_collapsed(name)) name = collapse_whitespace(name);
  for (char& c : name) c = ascii_lower(c);
}

struct Named {
  std::uint64_t name;
  std::size_t place;
  WrittenLink link;
};

}  // namespace

std::vector<html::Element> link_elements(const html::Document& document) {
  std::vector<html::Element> links;
  for (std::string_view attribute : {"href", "xlink:href", "role"}) {
    std::size_t found = 0;
    for (html::Element element : document.with_attribute(attribute)) {
      if (found >= kMaxNamedLinks) break;
      if (!is_link(element)) continue;
      links.push_back(element);
      ++found;
    }
  }
  const auto before = [](html::Element a, html::Element b) { return a.index() < b.index(); };
  std::ranges::sort(links, before);
  links.erase(std::ranges::unique(links).begin(), links.end());
  if (links.size() > kMaxNamedLinks) links.resize(kMaxNamedLinks);
  return links;
}

std::vector<LinksOfOneName> links_of_one_name(const html::Document& document) {
  // By hashes of the names, side by side: most names are of one link, for which nothing else is made.
  std::vector<Named> all;
  std::string name;
  for (html::Element link : link_elements(document)) {
    const std::string_view reference = link_reference(link);
    if (reference.empty() || reference[0] == '#') continue;
    read_rough_name(link, name);
    if (!name.empty()) all.push_back({fnv1a(name), all.size(), {link, reference}});
  }
  std::ranges::sort(all, {}, [](const Named& named) { return std::pair(named.name, named.place); });
  std::vector<std::span<const Named>> sets;
  for (auto first = all.cbegin(); first != all.cend();) {
    const auto end = std::find_if(first, all.cend(), [&](const Named& n) { return n.name != first->name; });
    if (std::any_of(first, end, [&](const Named& n) { return n.link.reference != first->link.reference; }))
      sets.emplace_back(first, end);
    first = end;
  }
  std::ranges::sort(sets, {}, [](std::span<const Named> set) { return set.front().place; });
  std::vector<LinksOfOneName> found;
  for (std::span<const Named> set : sets) {
    LinksOfOneName& links = found.emplace_back();
    for (const Named& named : set.first(std::min(set.size(), kMaxLinksOfName))) links.push_back(named.link);
  }
  return found;
}

std::string rough_name(html::Element element) {
  std::string name;
  read_rough_name(element, name);
  return name;
}

}  // namespace veedor::facts
