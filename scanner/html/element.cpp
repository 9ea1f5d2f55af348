// Element and Node: views of gumbo's nodes as parse.cpp leaves them. No walk recurses.
#include <gumbo.h>

#include "scanner/base/text.h"
#include "scanner/html/document_tree.h"

namespace veedor::html {
namespace {

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

const GumboNode* child_at(const GumboNode* element, std::size_t index) {
  const GumboVector& children = element->v.element.children;
  return index < children.length ? static_cast<const GumboNode*>(children.data[index]) : nullptr;
}

bool has_flag(const GumboNode* node, unsigned flag) { return (flag_bits(node->parse_flags) & flag) != 0; }

const GumboNode* parent_element(const GumboNode* node) {
  if (has_flag(node, kIsShadowRoot)) return nullptr;
  const GumboNode* parent = node->parent;
  return parent != nullptr && is_element(parent) ? parent : nullptr;
}

const GumboNode* next_sibling_of(const GumboNode* node) {
  const GumboNode* parent = parent_element(node);
  return parent != nullptr ? child_at(parent, node->index_within_parent + 1) : nullptr;
}

const GumboNode* next_skipping_children(const GumboNode* node, const GumboNode* root) {
  for (; node != nullptr && node != root; node = parent_element(node)) {
    if (const GumboNode* sibling = next_sibling_of(node)) return sibling;
  }
  return nullptr;
}

const GumboNode* next_node(const GumboNode* node, const GumboNode* root) {
  if (is_element(node)) {
    if (const GumboNode* child = child_at(node, 0)) return child;
  }
  return next_skipping_children(node, root);
}

const GumboNode* root_node(Element root) { return static_cast<const GumboNode*>(root.id()); }

// Most differ in their first letters: the length of the one is not asked for.
bool is_named(const char* name, std::string_view wanted) {
  for (char c : wanted) {
    if (*name++ != c) return false;
  }
  return *name == '\0';
}

Attribute attribute_of(const GumboNode* node, std::size_t index) {
  const auto* attribute = static_cast<const GumboAttribute*>(node->v.element.attributes.data[index]);
  return {.name = attribute->name, .value = attribute->value};
}

}  // namespace

std::string_view Element::tag() const {
  if (node_ == nullptr) return {};
  const GumboStringPiece& name = node_->v.element.original_end_tag;  // parse.cpp keeps the name there
  return {name.data, name.length};
}

bool Element::in_html_namespace() const {
  return node_ != nullptr && node_->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

bool Element::synthetic() const { return node_ != nullptr && node_->v.element.original_tag.length == 0; }

std::optional<std::string_view> Element::attribute(std::string_view name) const {
  for (std::size_t i = 0; i < attribute_count(); ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(node_->v.element.attributes.data[i]);
    if (is_named(attribute->name, name)) return attribute->value;
  }
  return std::nullopt;
}

std::string_view Element::attribute_or(std::string_view name, std::string_view fallback) const {
  return attribute(name).value_or(fallback);
}

std::size_t Element::attribute_count() const {
  return node_ == nullptr ? 0 : node_->v.element.attributes.length;
}

Attribute Element::attribute_at(std::size_t index) const {
  return index < attribute_count() ? attribute_of(node_, index) : Attribute{};
}

bool Element::has_class(std::string_view token) const {
  const std::string_view classes = attribute_or("class", "");
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= classes.size(); ++i) {
    if (i < classes.size() && !is_ascii_whitespace(classes[i])) continue;
    if (i > begin && classes.substr(begin, i - begin) == token) return true;
    begin = i + 1;
  }
  return false;
}

Element Element::parent() const { return Element(node_ == nullptr ? nullptr : parent_element(node_)); }

Element Element::shadow_root() const {
  if (node_ == nullptr || !has_flag(node_, kHasShadowRoot)) return {};
  const GumboVector& children = node_->v.element.children;
  return Element(static_cast<const GumboNode*>(children.data[children.length]));
}

Element Element::host() const {
  return Element(node_ != nullptr && has_flag(node_, kIsShadowRoot) ? node_->parent : nullptr);
}

Element Element::first_child() const {
  const GumboNode* child = node_ == nullptr ? nullptr : child_at(node_, 0);
  while (child != nullptr && !is_element(child)) child = next_sibling_of(child);
  return Element(child);
}

Element Element::next_sibling() const {
  const GumboNode* sibling = node_ == nullptr ? nullptr : next_sibling_of(node_);
  while (sibling != nullptr && !is_element(sibling)) sibling = next_sibling_of(sibling);
  return Element(sibling);
}

Node Element::first_child_node() const { return Node(node_ == nullptr ? nullptr : child_at(node_, 0)); }

Element Element::next_in(Element root) const {
  const GumboNode* node = node_ == nullptr ? nullptr : next_node(node_, root.node_);
  while (node != nullptr && !is_element(node)) node = next_skipping_children(node, root.node_);
  return Element(node);
}

Element Element::next_in_skipping_children(Element root) const {
  const GumboNode* node = node_ == nullptr ? nullptr : next_skipping_children(node_, root.node_);
  while (node != nullptr && !is_element(node)) node = next_skipping_children(node, root.node_);
  return Element(node);
}

Element Element::ancestor(std::string_view tag_name) const {
  Element element = parent();
  while (element && !element.is(tag_name)) element = element.parent();
  return element;
}

std::string Element::text() const {
  std::string text;
  if (node_ == nullptr) return text;
  for (const GumboNode* node = next_node(node_, node_); node != nullptr; node = next_node(node, node_)) {
    text += Node(node).text();
  }
  return text;
}

Position Element::position() const {
  if (node_ == nullptr) return {};
  const GumboSourcePosition& start = node_->v.element.start_pos;
  return {.line = start.line, .column = start.column};
}

std::size_t Element::index() const { return node_ == nullptr ? 0 : node_->v.element.end_pos.offset; }

std::string_view Element::source() const {
  if (node_ == nullptr) return {};
  const GumboStringPiece& tag = node_->v.element.original_tag;
  return {tag.data, tag.length};
}

bool Node::is_text() const { return node_ != nullptr && !is_element(node_); }
std::string_view Node::text() const { return is_text() ? node_->v.text.text : std::string_view(); }
Element Node::element() const { return Element(node_ != nullptr && is_element(node_) ? node_ : nullptr); }
Element Node::parent() const { return Element(node_ == nullptr ? nullptr : parent_element(node_)); }
Node Node::next_sibling() const { return Node(node_ == nullptr ? nullptr : next_sibling_of(node_)); }
Node Node::next_in(Element root) const {
  return Node(node_ == nullptr ? nullptr : next_node(node_, root_node(root)));
}

Node Node::next_in_skipping_children(Element root) const {
  return Node(node_ == nullptr ? nullptr : next_skipping_children(node_, root_node(root)));
}

}  // namespace veedor::html
