#include "scanner/html/flat_tree.h"

#include <string_view>

namespace veedor::html {

FlatTree::FlatTree(std::span<const Element> shadow_elements) {
  has_shadow_ = !shadow_elements.empty();
  for (Element element : shadow_elements) {
    if (const Element host = element.host()) assign(host);
  }
}

// DOM §4.2.2.3: the first slot with a name takes the host's children that ask for it, in their order.
void FlatTree::assign(Element host) {
  std::unordered_map<std::string_view, Element> by_name;
  const Element root = host.shadow_root();
  for (Element inner = root.next_in(root); inner; inner = inner.next_in(root)) {
    if (inner.is("slot") && inner.in_html_namespace()) {
      by_name.emplace(inner.attribute_or("name", ""), inner);
    }
  }
  std::unordered_map<const void*, Node> last;  // by slot
  for (Node child = host.first_child_node(); child; child = child.next_sibling()) {
    const Element element = child.element();
    const auto slot = by_name.find(element ? element.attribute_or("slot", "") : std::string_view());
    if (slot == by_name.end()) {
      places_.emplace(child.id(), Place{});
      continue;
    }
    const void* const id = slot->second.id();
    places_.emplace(child.id(), Place{.slot = slot->second, .next = {}});
    const auto before = last.find(id);
    if (before == last.end())
      slots_.emplace(id, child);
    else
      places_[before->second.id()].next = child;
    last[id] = child;
  }
}

Element FlatTree::parent(Element element) const {
  const Element parent = element.parent();
  if (!has_shadow_) return parent;
  if (parent.host()) return parent.host();
  if (parent.shadow_root()) {
    const auto place = places_.find(element.id());
    return place == places_.end() ? Element() : place->second.slot;
  }
  return slots_.contains(parent.id()) ? Element() : parent;
}

Node FlatTree::first_child(Element element) const {
  if (!has_shadow_) return element.first_child_node();
  const Element root = element.shadow_root();
  if (root) return root.first_child_node();
  const auto assigned = slots_.find(element.id());
  return assigned == slots_.end() ? element.first_child_node() : assigned->second;
}

Node FlatTree::next_sibling(Node node) const {
  if (!has_shadow_) return node.next_sibling();
  const auto place = places_.find(node.id());
  return place == places_.end() ? node.next_sibling() : place->second.next;
}

Element tree_root(Element element) {
  Element root = element;
  for (Element up = element; up; up = up.parent()) root = up;
  return root;
}

}  // namespace veedor::html
