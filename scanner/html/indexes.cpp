// The tables of a document: its elements by tag name, by id and by attribute.
#include <algorithm>
#include <utility>

#include <gumbo.h>

#include "scanner/html/document_tree.h"

namespace veedor::html {
namespace {

std::uint8_t tag_number(Element element) { return static_cast<const NodeData*>(element.id())->tag; }

// A counting sort by tag number; unknown names come last and are sorted by name.
void index_tags(const std::vector<Element>& elements, std::vector<Element>& by_tag,
                std::vector<std::uint32_t>& begin) {
  begin.assign(GUMBO_TAG_LAST + 1, 0);
  for (Element element : elements) {
    if (element.in_html_namespace()) ++begin[tag_number(element) + 1U];
  }
  for (std::size_t tag = 1; tag < begin.size(); ++tag) begin[tag] += begin[tag - 1];
  by_tag.resize(begin.back());
  std::vector<std::uint32_t> free_place = begin;
  for (Element element : elements) {
    if (element.in_html_namespace()) by_tag[free_place[tag_number(element)]++] = element;
  }
  std::ranges::stable_sort(by_tag.begin() + begin[GUMBO_TAG_UNKNOWN], by_tag.end(), {}, &Element::tag);
}

void index_ids(std::span<const Element> with_id, std::vector<Element>& by_id,
               std::vector<Element>& repeated) {
  std::vector<std::pair<std::string_view, Element>> ids;
  ids.reserve(with_id.size());
  for (Element element : with_id) {
    const std::string_view id = element.attribute_or("id", "");
    if (!id.empty()) ids.emplace_back(id, element);
  }
  std::ranges::stable_sort(ids, {}, [](const auto& entry) { return entry.first; });
  by_id.reserve(ids.size());
  std::string_view before;
  for (const auto& [id, element] : ids) {
    by_id.push_back(element);
    if (id == before) repeated.push_back(element);
    before = id;
  }
}

std::vector<ShadowId> index_shadow_ids(const std::vector<Element>& shadow_elements) {
  std::vector<ShadowId> ids;
  Element root;
  for (Element element : shadow_elements) {
    if (element.host()) root = element;  // what follows is in its tree
    const std::string_view id = element.attribute_or("id", "");
    if (!id.empty() && element != root) ids.push_back({root.index(), id, element});
  }
  std::ranges::stable_sort(ids, {},
                           [](const ShadowId& entry) { return std::pair(entry.tree_root, entry.id); });
  return ids;
}

}  // namespace

AttributeTable::Name AttributeTable::intern(std::string_view name) {
  const auto known = numbers_.find(name);
  if (known != numbers_.end()) return {.name = known->first, .number = known->second};
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.push_back(kept_.emplace_back(name));
  numbers_.emplace(names_.back(), number);
  return {.name = names_.back(), .number = number};
}

void AttributeTable::finish(std::span<const Element> elements) {
  begin_.assign(names_.size() + 1, 0);
  for (const Use& use : uses_) ++begin_[use.name + 1U];
  for (std::size_t name = 1; name < begin_.size(); ++name) begin_[name] += begin_[name - 1];
  elements_.resize(uses_.size());
  std::vector<std::uint32_t> free_place = begin_;
  for (const Use& use : uses_) elements_[free_place[use.name]++] = elements[use.element];
  uses_ = {};
}

std::span<const Element> AttributeTable::with(std::string_view name) const {
  const auto found = numbers_.find(name);
  if (found == numbers_.end()) return {};
  return std::span(elements_).subspan(begin_[found->second],
                                      begin_[found->second + 1] - begin_[found->second]);
}

void DocumentTree::make_indexes() {
  attributes.finish(elements);
  index_tags(elements, by_tag, tag_begin);
  index_ids(attributes.with("id"), by_id, repeated_ids);
  shadow_ids = index_shadow_ids(shadow_elements);
  flat = FlatTree(shadow_elements);
}

}  // namespace veedor::html
