// Views of the nodes of an HTML document: cheap to copy, valid as long as their Document (document.h), as is
// every string_view that they return.
//
// A node is an element or a text. CDATA and white space are text. Comments and the contents of <template> are
// in no walk, text or index. A declarative shadow root (HTML Standard §4.12.3.1) is no child of its host, as
// in the DOM: it is reached by shadow_root() and is the root of its own tree.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/html/node_data.h"

namespace veedor::html {

class Node;

// Null when default-constructed; every getter of a null view returns null or empty.
class Element {
 public:
  Element() = default;
  explicit Element(const NodeData* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Element&) const = default;

  // "img"; lower case for HTML, as written for SVG and MathML; "" when null
  std::string_view tag() const { return node_ == nullptr ? std::string_view() : node_->text_view(); }
  bool is(std::string_view tag_name) const { return tag() == tag_name; }
  bool in_html_namespace() const { return node_ != nullptr && node_->kind == NodeData::Kind::html; }
  bool synthetic() const;  // made by the parser: no start tag in the source

  std::optional<std::string_view> attribute(std::string_view name) const {
    return attribute_count() == 0 ? std::nullopt : find_attribute(name);
  }
  std::string_view attribute_or(std::string_view name, std::string_view fallback) const {
    return attribute(name).value_or(fallback);
  }
  bool has(std::string_view name) const { return attribute(name).has_value(); }
  std::size_t attribute_count() const { return node_ == nullptr ? 0 : node_->attribute_count; }
  Attribute attribute_at(std::size_t index) const {
    return index < attribute_count() ? node_->attributes[index] : Attribute{};
  }
  bool has_class(std::string_view token) const;  // a whole token of class=""

  Element parent() const {  // null at the root element and at a shadow root
    return Element(node_ == nullptr ? nullptr : node_->parent());
  }
  Element first_child() const {  // elements only
    return Element(node_ == nullptr ? nullptr : element_from(node_->first_child()));
  }
  Element next_sibling() const {  // elements only
    return Element(node_ == nullptr ? nullptr : element_from(node_->next_sibling()));
  }
  Node first_child_node() const;  // elements and texts
  // Pre-order successor inside `root`, which it is in; null at the end. A null root: the whole tree, whose
  // top is then sought at each step.
  Element next_in(Element root) const { return next_from(1, root); }
  Element next_in_skipping_children(Element root) const {
    return next_from(node_ == nullptr ? 0 : node_->size, root);
  }
  Element ancestor(std::string_view tag_name) const;  // nearest proper ancestor with this tag; null if none

  Element shadow_root() const;  // the <template> that holds the host's shadow tree; null if none
  Element host() const;         // of a shadow root; else null

  std::string text() const;  // all descendant text, as in the source (DOM textContent)
  Position position() const;
  std::string_view source() const;  // the start tag as written; empty when synthetic

  const void* id() const { return node_; }  // identity, for maps
  // For tables: its place in Document::elements(), or behind them where it is in shadow_elements(); 0 when
  // null.
  std::size_t index() const { return node_ == nullptr ? 0 : node_->index; }

 private:
  friend class Node;

  static const NodeData* element_from(const NodeData* sibling) {
    while (sibling != nullptr && sibling->is_text()) sibling = sibling->next_sibling();
    return sibling;
  }
  static const NodeData* end_of(Element inner, Element root);
  Element next_from(std::size_t distance, Element root) const {
    if (node_ == nullptr) return {};
    const NodeData* const end = end_of(*this, root);
    const NodeData* next = node_ + distance;
    while (next < end && next->is_text()) ++next;
    return Element(next < end ? next : nullptr);
  }
  std::optional<std::string_view> find_attribute(std::string_view name) const;

  const NodeData* node_ = nullptr;
};

class Node {
 public:
  Node() = default;
  explicit Node(const NodeData* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Node&) const = default;

  const void* id() const { return node_; }                               // identity, for maps
  bool is_text() const { return node_ != nullptr && node_->is_text(); }  // text, CDATA and white space
  std::string_view text() const { return is_text() ? node_->text_view() : std::string_view(); }  // or ""
  Element element() const { return Element(is_text() ? nullptr : node_); }  // null for a text
  Element parent() const { return Element(node_ == nullptr ? nullptr : node_->parent()); }
  Node next_sibling() const { return Node(node_ == nullptr ? nullptr : node_->next_sibling()); }
  Node next_in(Element root) const { return next_from(1, root); }  // as Element's, texts too
  Node next_in_skipping_children(Element root) const {
    return next_from(node_ == nullptr ? 0 : node_->size, root);
  }

 private:
  Node next_from(std::size_t distance, Element root) const {
    if (node_ == nullptr) return {};
    const NodeData* const next = node_ + distance;
    return Node(next < Element::end_of(Element(node_), root) ? next : nullptr);
  }

  const NodeData* node_ = nullptr;
};

inline Node Element::first_child_node() const {
  return Node(node_ == nullptr ? nullptr : node_->first_child());
}

inline const NodeData* Element::end_of(Element inner, Element root) {
  const NodeData* top = root.node_;
  if (top == nullptr) {
    top = inner.node_;
    while (top->up != 0) top -= top->up;
  }
  return top + top->size;
}

}  // namespace veedor::html
