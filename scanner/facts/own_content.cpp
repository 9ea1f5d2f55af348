#include "scanner/facts/own_content.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/facts/link_reference.h"
#include "scanner/facts/page.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxLinks = 40;   // looked at for neighbours
constexpr std::size_t kNeighbours = 2;  // whose blocks are compared
constexpr double kNearlySame = 0.8;     // of the page's blocks
constexpr std::size_t kFewBlocks = 3;
constexpr std::size_t kFewWords = 8;  // of its own: a date, a line of the footer

std::vector<const LinkedPage*> neighbours(const Page& page) {
  std::vector<const LinkedPage*> found;
  std::size_t seen = 0;
  std::string_view last;
  for (html::Element link : page.document().with_attribute("href")) {
    if (!link.is("a") && !link.is("area")) continue;
    if (++seen > kMaxLinks || found.size() >= kNeighbours) break;
    const std::string_view reference = link_reference(link);
    if (reference.empty() || reference[0] == '#' || reference == last) continue;
    last = reference;
    const Resource* const resource = page.resource(reference);
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

}  // namespace

std::optional<OwnContent> own_content(const Page& page) {
  if (!page.has_resources()) return std::nullopt;
  const std::vector<TextBlock>& blocks = page.text_blocks();
  if (blocks.empty() || blocks.size() >= kMaxTextBlocks) return std::nullopt;
  std::vector<const LinkedPage*> others = neighbours(page);
  const auto repeats = [](const LinkedPage& other, const TextBlock& block) {
    return std::ranges::binary_search(other.blocks, block.hash);
  };
  std::erase_if(others, [&](const LinkedPage* other) {
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(blocks, [&](const TextBlock& block) { return repeats(*other, block); }));
    return blocks.size() > kFewBlocks &&
           static_cast<double>(shared) > kNearlySame * static_cast<double>(blocks.size());
  });
  if (others.empty()) return std::nullopt;
  const a11y::Tree& tree = page.tree();
  OwnContent content;
  bool behind_repeated = false;
  std::size_t own_words = 0;
  for (const TextBlock& block : blocks) {
    if (!is_perceivable(block.element, tree)) continue;
    const bool repeated =
        std::ranges::any_of(others, [&](const LinkedPage* other) { return repeats(*other, block); });
    const bool own = !repeated && behind_repeated;
    content.blocks.push_back({.element = block.element, .behind = block.behind, .own = own});
    if (own) own_words += split_whitespace(block.text).size();
    if (own && !content.first) {
      content.first = block.element;
      content.text = shorten(block.text, 60);
    }
    behind_repeated = behind_repeated || repeated;
  }
  content.any = own_words >= kFewWords;
  return content;
}

}  // namespace veedor::facts
