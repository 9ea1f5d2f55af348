// What a Document knows as a whole: its parts, and its elements by tag name and by id.
#include "scanner/html/document.h"

#include <algorithm>

#include <gumbo.h>

#include "scanner/base/text.h"
#include "scanner/html/document_tree.h"

namespace veedor::html {

Document::Document(std::unique_ptr<DocumentTree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

const std::string& Document::source() const { return tree_->source; }
Element Document::root() const { return tree_->root; }
bool Document::quirks_mode() const { return tree_->quirks_mode; }
bool Document::has_doctype() const { return tree_->has_doctype; }
std::span<const Element> Document::elements() const { return tree_->elements; }
std::span<const Element> Document::shadow_elements() const { return tree_->shadow_elements; }
std::size_t Document::element_count() const { return tree_->elements.size() + tree_->shadow_elements.size(); }
const FlatTree& Document::flat_tree() const { return tree_->flat; }

Element Document::head() const {
  for (Element child = root().first_child(); child; child = child.next_sibling()) {
    if (child.is("head")) return child;
  }
  return {};
}

Element Document::body() const {
  for (Element child = root().first_child(); child; child = child.next_sibling()) {
    if (child.is("body") || child.is("frameset")) return child;
  }
  return {};
}

std::span<const Element> Document::all(std::string_view tag) const {
  const GumboTag number = gumbo_tagn_enum(tag.data(), static_cast<unsigned>(tag.size()));
  const auto begin = tree_->by_tag.begin() + tree_->tag_begin[number];
  const auto end = tree_->by_tag.begin() + tree_->tag_begin[number + 1U];
  if (number != GUMBO_TAG_UNKNOWN) return {begin, end};
  return {std::ranges::lower_bound(begin, end, tag, {}, &Element::tag),
          std::ranges::upper_bound(begin, end, tag, {}, &Element::tag)};
}

Element Document::first(std::string_view tag) const {
  const std::span<const Element> found = all(tag);
  return found.empty() ? Element() : found.front();
}

std::span<const Element> Document::with_attribute(std::string_view name) const {
  return tree_->attributes.with(name);
}

std::span<const std::string_view> Document::attribute_names() const { return tree_->attributes.names(); }

std::span<const Element> Document::all_by_id(std::string_view id) const {
  const auto id_of = [](Element element) { return element.attribute_or("id", ""); };
  const std::vector<Element>& ids = tree_->by_id;
  return {std::ranges::lower_bound(ids, id, {}, id_of), std::ranges::upper_bound(ids, id, {}, id_of)};
}

std::span<const Element> Document::with_repeated_id() const { return tree_->repeated_ids; }

Element Document::by_id(std::string_view id) const {
  const std::span<const Element> found = all_by_id(id);
  return found.empty() ? Element() : found.front();
}

Element Document::by_id(std::string_view id, Element tree_root) const {
  if (!tree_root.host()) return by_id(id);
  const auto& ids = tree_->shadow_ids;
  const auto found = std::lower_bound(ids.begin(), ids.end(), std::pair(tree_root.index(), id),
                                      [](const ShadowId& entry, const auto& wanted) {
                                        return std::pair(entry.tree_root, entry.id) < wanted;
                                      });
  const bool hit = found != ids.end() && found->tree_root == tree_root.index() && found->id == id;
  return hit ? found->element : Element();
}

// HTML Standard §3.1.4: the child text of the first <title>, ASCII white space stripped and collapsed.
std::string Document::title() const {
  std::string text;
  for (Node child = first("title").first_child_node(); child; child = child.next_sibling())
    text += child.text();
  std::string title;
  for (std::string_view word : split_whitespace(text)) {
    if (!title.empty()) title += ' ';
    title += word;
  }
  return title;
}

std::string Document::base_href() const {
  for (Element base : all("base")) {
    if (auto href = base.attribute("href")) return std::string(*href);
  }
  return {};
}

}  // namespace veedor::html
