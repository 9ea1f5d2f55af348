// The flat tree (CSS Scoping 1 §3.4, DOM §4.2.2): the tree as it is rendered, with shadow trees in place of
// their hosts' children and what is assigned to a slot in place of its fallback.
#pragma once

#include <unordered_map>

#include "scanner/html/document.h"

namespace veedor::html {

class FlatTree {
 public:
  FlatTree() = default;
  // Of all shadow trees of one document: `shadow_elements` as Document has them.
  explicit FlatTree(std::span<const Element> shadow_elements);

  // No shadow tree at all: every answer is the document tree's.
  bool plain() const { return slots_.empty() && !has_shadow_; }

  // Null at the root element and for what is not rendered through the tree: children of a host that no slot
  // takes, and the fallback of a slot that has something assigned. The parent of a shadow tree's topmost
  // elements is the host.
  Element parent(Element element) const;
  Node first_child(Element element) const;
  Node next_sibling(Node node) const;  // in the list that first_child() begins

 private:
  struct Place {
    Element slot;
    Node next;  // assigned to the same slot
  };
  void assign(Element host);

  bool has_shadow_ = false;
  std::unordered_map<const void*, Place> places_;  // of the children of hosts
  std::unordered_map<const void*, Node> slots_;    // what is assigned first; no entry: the fallback shows
};

// The root of the tree that an element is in: the root element, or a shadow root.
Element tree_root(Element element);

}  // namespace veedor::html
