#include "rules/support/named_links.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "scanner/a11y/element_kind.h"
#include "scanner/base/hash.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxContext = 600;  // bytes of text; a longer one is told by its place
constexpr int kMaxNodes = 400;

bool is_link_role(std::string_view role) {
  return role == "link" || role == "doc-backlink" || role == "doc-biblioref" || role == "doc-glossref" ||
         role == "doc-noteref";
}

// CSS Display 3 §2.1: what lays out blocks or lines of text; no flex container, no grid, no table.
bool is_block_container(std::string_view display) {
  return display == "block" || display == "inline-block" || display == "list-item" ||
         display == "flow-root" || display == "table-cell" || display == "table-caption";
}

// The text of a short element; of a long one, which it is.
std::uint64_t identity(html::Element element, std::uint64_t seed) {
  std::string text;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node; node = node.next_in(element)) {
    if (++seen > kMaxNodes || text.size() > kMaxContext) return fnv1a(std::to_string(element.index()), seed);
    if (node.is_text()) text += node.text().substr(0, kMaxContext + 1);
    const html::Element inner = node.element();
    if (inner && inner.is("img"))
      text.append(" ").append(inner.attribute_or("alt", "").substr(0, kMaxContext));
  }
  return fnv1a(ascii_lower(collapse_whitespace(text)), seed);
}

// The last heading that begins before the element.
std::size_t heading_before(html::Element element, const html::Document& document) {
  std::size_t found = 0;
  for (std::string_view tag : {"h1", "h2", "h3", "h4", "h5", "h6"}) {
    const auto headings = document.all(tag);
    const auto after = std::ranges::upper_bound(headings, element.index(), {}, &html::Element::index);
    if (after != headings.begin()) found = std::max(found, std::prev(after)->index());
  }
  return found;
}

}  // namespace

std::vector<LinkGroup> links_of_one_name(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::vector<LinkGroup> groups;
  std::unordered_map<std::string, std::size_t> by_name;
  for (const facts::LinksOfOneName& candidates : page.links_of_one_name()) {
    if (groups.size() >= kMaxLinkGroups) break;
    for (const NamedLink& link : candidates) {
      if (!is_link_role(tree.role(link.element)) || tree.is_excluded(link.element)) continue;
      std::string name = ascii_lower(tree.name(link.element));
      if (name.empty()) continue;
      const auto [place, fresh] = by_name.try_emplace(name, groups.size());
      if (fresh) groups.push_back({.name = std::move(name), .links = {}});
      std::vector<NamedLink>& links = groups[place->second].links;
      if (links.size() < kMaxLinksOfGroup) links.push_back(link);
    }
  }
  std::erase_if(groups, [](const LinkGroup& group) {
    return std::ranges::all_of(
        group.links, [&](const NamedLink& link) { return link.reference == group.links[0].reference; });
  });
  return groups;
}

std::uint64_t link_context(html::Element link, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::uint64_t key = fnv1a(tree.description(link));
  bool block_found = false;
  bool cell_found = false;
  int depth = 0;
  for (html::Element up = link.parent(); up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    const bool is_block = !block_found && is_block_container(page.styles().of(up).display());
    const std::string_view role = tree.role(up);
    const bool is_cell = !cell_found && (role == "cell" || role == "gridcell");
    block_found = block_found || is_block;
    cell_found = cell_found || is_cell;
    if (is_cell || role == "listitem") {
      // Each is a context of its own: the headers of a cell are in it, and the place in the list is told.
      key = fnv1a(std::to_string(up.index()), key);
    } else if (is_block) {
      key = identity(up, key);
    }
  }
  return fnv1a(std::to_string(heading_before(link, page.document())), key);
}

}  // namespace veedor::rules
