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
#include "scanner/url/url.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxLinks = 40;   // looked at for neighbours
constexpr std::size_t kNeighbours = 2;  // whose blocks are compared
constexpr std::size_t kMaxAnchors = 1000;
constexpr std::size_t kMaxJumps = 50;  // links to places of the page that are followed
constexpr double kNearlySame = 0.8;    // of the page's blocks
constexpr std::size_t kFewBlocks = 3;
constexpr std::size_t kFewWords = 8;  // of its own: a date, a line of the footer
constexpr auto kLandmarks = std::to_array<std::string_view>(
    {"banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"});

std::vector<const facts::LinkedPage*> neighbours(const facts::Page& page) {
  std::vector<const facts::LinkedPage*> found;
  std::size_t seen = 0;
  std::string_view last;
  for (html::Element link : facts::link_elements(page.document())) {
    if (++seen > kMaxLinks || found.size() >= kNeighbours) break;
    const std::string_view reference = facts::link_reference(link);
    if (reference.empty() || reference[0] == '#' || reference == last) continue;
    last = reference;
    const facts::Resource* const resource = page.resource(reference);
    if (resource == nullptr || !resource->success() || !resource->page || !resource->page->complete) continue;
    const Result<url::Url> url = page.resolve(reference);
    // ACT: to another path; what differs in its query may be the same page.
    if (!url || url->path() == page.url().path()) continue;
    if (std::ranges::find(found, &*resource->page) == found.end()) found.push_back(&*resource->page);
  }
  return found;
}

bool is_perceivable(html::Element element, const a11y::Tree& tree) {
  return tree.is_in_sight(element) || !tree.is_excluded(element);
}

bool contains(html::Element outer, html::Element inner) {
  int depth = 0;
  for (html::Element up = inner; up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    if (up == outer) return true;
  }
  return false;
}

// The first perceivable block that begins inside `element`, or at or behind it; null if there is none.
const OwnContent::Block* first_from(const OwnContent& content, html::Element element) {
  const auto at = std::ranges::lower_bound(content.blocks, element.index(), {},
                                           [](const OwnContent::Block& block) { return block.behind; });
  return at == content.blocks.end() ? nullptr : &*at;
}

bool begins_with_own(html::Element element, const OwnContent& content) {
  const OwnContent::Block* const block = first_from(content, element);
  return block != nullptr && block->own && contains(element, block->element);
}

// Pages of a kind have the same headings, such as "Description": what such a heading stands before counts.
bool leads_to_own(html::Element heading, const OwnContent& content) {
  const OwnContent::Block* const block = first_from(content, heading);
  const OwnContent::Block* const end = content.blocks.data() + content.blocks.size();
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
bool has_scripted_control(const OwnContent& content, const facts::Page& page) {
  if (!has_scripts(page)) return false;
  const auto own = std::ranges::find(content.blocks, true, &OwnContent::Block::own);
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

std::optional<OwnContent> own_content(const facts::Page& page) {
  if (!page.has_resources()) return std::nullopt;
  const std::vector<facts::TextBlock>& blocks = page.text_blocks();
  if (blocks.empty() || blocks.size() >= facts::kMaxTextBlocks) return std::nullopt;
  std::vector<const facts::LinkedPage*> others = neighbours(page);
  const auto repeats = [](const facts::LinkedPage& other, const facts::TextBlock& block) {
    return std::ranges::binary_search(other.blocks, block.hash);
  };
  std::erase_if(others, [&](const facts::LinkedPage* other) {
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(blocks, [&](const facts::TextBlock& block) { return repeats(*other, block); }));
    return blocks.size() > kFewBlocks &&
           static_cast<double>(shared) > kNearlySame * static_cast<double>(blocks.size());
  });
  if (others.empty()) return std::nullopt;
  const a11y::Tree& tree = page.tree();
  OwnContent content;
  bool behind_repeated = false;
  std::size_t own_words = 0;
  for (const facts::TextBlock& block : blocks) {
    if (!is_perceivable(block.element, tree)) continue;
    const bool repeated =
        std::ranges::any_of(others, [&](const facts::LinkedPage* other) { return repeats(*other, block); });
    const bool own = !repeated && behind_repeated;
    content.blocks.push_back({.element = block.element, .behind = block.behind, .own = own});
    if (own) own_words += split_whitespace(block.text).size();
    if (own && !content.first) {
      content.first = block.element;
      content.text = shown(block.text, 60);
    }
    behind_repeated = behind_repeated || repeated;
  }
  content.any = own_words >= kFewWords;
  return content;
}

bool has_heading_for(const OwnContent& content, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  return std::ranges::any_of(tree.with_role("heading"), [&](html::Element heading) {
    return tree.is_in_sight(heading) && !tree.is_excluded(heading) &&
           (begins_with_own(heading, content) || leads_to_own(heading, content));
  });
}

bool has_landmark_for(const OwnContent& content, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  return std::ranges::any_of(kLandmarks, [&](std::string_view role) {
    return std::ranges::any_of(tree.with_role(role), [&](html::Element landmark) {
      return !tree.is_excluded(landmark) && begins_with_own(landmark, content);
    });
  });
}

Instrument instrument_for(const OwnContent& content, const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  bool perhaps = false;
  std::size_t jumps = 0;
  for (html::Element link : facts::link_elements(page.document())) {
    const std::string_view reference = facts::link_reference(link);
    if (!reference.starts_with('#') || tree.is_hidden(link)) continue;
    if (++jumps > kMaxJumps) break;
    const html::Element target = target_of(reference, page);
    if (!target) continue;
    const OwnContent::Block* const block = first_from(content, target);
    if (block != nullptr && block->own) return Instrument::certain;
    perhaps = perhaps || has_scripts(page);
  }
  return perhaps || has_scripted_control(content, page) ? Instrument::perhaps : Instrument::none;
}

bool may_collapse(const OwnContent& content, const facts::Page& page) {
  return !page.document().all("details").empty() || has_scripted_control(content, page);
}

}  // namespace veedor::rules
