#include "scanner/facts/links.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

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

std::string content_of(html::Element element) {
  std::string text;
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
  return text;
}

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
  struct Set {
    LinksOfOneName links;
    bool differ = false;
  };
  std::vector<Set> sets;
  std::unordered_map<std::string, std::size_t> by_name;
  for (html::Element link : link_elements(document)) {
    const std::string_view reference = link_reference(link);
    if (reference.empty() || reference[0] == '#') continue;
    std::string name = rough_name(link);
    if (name.empty()) continue;
    const auto [place, fresh] = by_name.try_emplace(std::move(name), sets.size());
    if (fresh) sets.emplace_back();
    Set& set = sets[place->second];
    set.differ = set.differ || (!set.links.empty() && set.links[0].reference != reference);
    if (set.links.size() < kMaxLinksOfName) set.links.push_back({link, reference});
  }
  std::vector<LinksOfOneName> found;
  for (Set& set : sets) {
    if (set.differ) found.push_back(std::move(set.links));
  }
  return found;
}

std::string rough_name(html::Element element) {
  std::string name(element.attribute_or("aria-label", "").substr(0, kMaxName));
  if (trim(name).empty()) name = content_of(element);
  if (trim(name).empty())
    name = element.attribute_or("alt", element.attribute_or("title", "")).substr(0, kMaxName);
  return ascii_lower(collapse_whitespace(name));
}

}  // namespace veedor::facts
