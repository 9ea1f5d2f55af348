#include "rules/support/repeated_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"
#include "scanner/facts/link_reference.h"
#include "scanner/facts/links.h"
#include "scanner/facts/own_content.h"
#include "scanner/url/url.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxAnchors = 1000;
constexpr std::size_t kMaxJumps = 50;  // links to places of the page that are followed
constexpr auto kLandmarks = std::to_array<std::string_view>(
    {"banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"});

bool contains(html::Element outer, html::Element inner) {
  int depth = 0;
  for (html::Element up = inner; up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    if (up == outer) return true;
  }
  return false;
}

// The first perceivable block that begins inside `element`, or at or behind it; null if there is none.
const facts::OwnContent::Block* first_from(const facts::OwnContent& content, html::Element element) {
  const auto at =
      std::ranges::lower_bound(content.blocks, element.index(), {},
                               [](const facts::OwnContent::Block& block) { return block.behind; });
  return at == content.blocks.end() ? nullptr : &*at;
}

bool begins_with_own(html::Element element, const facts::OwnContent& content) {
  const facts::OwnContent::Block* const block = first_from(content, element);
  return block != nullptr && block->own && contains(element, block->element);
}

// Pages of a kind have the same headings, such as "Description": what such a heading stands before counts.
bool leads_to_own(html::Element heading, const facts::OwnContent& content) {
  const facts::OwnContent::Block* const block = first_from(content, heading);
  const facts::OwnContent::Block* const end = content.blocks.data() + content.blocks.size();
  return block != nullptr && contains(heading, block->element) && block + 1 < end && block[1].own;
}

html::Element target_of(std::string_view reference, const facts::Page& page) {
  const std::string fragment = url::percent_decode(reference.substr(1));
  if (fragment.empty()) return {};
  if (const html::Element target = page.document().by_id(fragment)) return target;
  const auto anchors = page.document().all("a");
  for (html::Element anchor : anchors.first(std::min(anchors.size(), kMaxAnchors))) {
    if (anchor.attribute_or("name", "") == fragment) return anchor;
  }
  return {};
}

bool has_scripts(const facts::Page& page) {
  return !page.document().all("script").empty() || !page.document().with_attribute("onclick").empty() ||
         !page.document().with_attribute("onload").empty();
}

bool is_scripted_control(html::Element element, const a11y::Tree& tree) {
  const std::string_view role = tree.role(element);
  if (role == "button") return true;
  if (role != "link") return element.has("onclick");
  const std::string_view address = trim(element.attribute_or("href", "#"));
  return element.has("onclick") || address == "#" || ascii_iequals(address.substr(0, 11), "javascript:");
}

// Before the content.
bool has_scripted_control(const facts::OwnContent& content, const facts::Page& page) {
  if (!has_scripts(page)) return false;
  const auto own = std::ranges::find(content.blocks, true, &facts::OwnContent::Block::own);
  const std::size_t end = own == content.blocks.end() ? 0 : own->behind;
  const a11y::Tree& tree = page.tree();
  for (html::Element element : page.document().elements()) {
    if (element.index() >= end) return false;
    const bool may_be = element.is("a") || element.is("button") || element.is("input") ||
                        element.has("role") || element.has("onclick");
    if (may_be && is_scripted_control(element, tree) && !tree.is_hidden(element)) return true;
  }
  return false;
}

}  // namespace

bool may_repeat_blocks(const facts::Page& page) {
  return is_html_page(page) && page.document().all("frameset").empty();
}

bool has_heading_for(const facts::OwnContent& content, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  return std::ranges::any_of(tree.with_role("heading"), [&](html::Element heading) {
    return tree.is_in_sight(heading) && !tree.is_excluded(heading) &&
           (begins_with_own(heading, content) || leads_to_own(heading, content));
  });
}

bool has_landmark_for(const facts::OwnContent& content, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  return std::ranges::any_of(kLandmarks, [&](std::string_view role) {
    return std::ranges::any_of(tree.with_role(role), [&](html::Element landmark) {
      return !tree.is_excluded(landmark) && begins_with_own(landmark, content);
    });
  });
}

Instrument instrument_for(const facts::OwnContent& content, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  bool perhaps = false;
  std::size_t jumps = 0;
  for (html::Element link : facts::link_elements(page.document())) {
    const std::string_view reference = facts::link_reference(link);
    if (!reference.starts_with('#') || tree.is_hidden(link)) continue;
    if (++jumps > kMaxJumps) break;
    const html::Element target = target_of(reference, page);
    if (!target) continue;
    const facts::OwnContent::Block* const block = first_from(content, target);
    if (block != nullptr && block->own) return Instrument::certain;
    perhaps = perhaps || has_scripts(page);
  }
  return perhaps || has_scripted_control(content, page) ? Instrument::perhaps : Instrument::none;
}

bool may_collapse(const facts::OwnContent& content, const facts::Page& page) {
  return !page.document().all("details").empty() || has_scripted_control(content, page);
}

}  // namespace veedor::rules
