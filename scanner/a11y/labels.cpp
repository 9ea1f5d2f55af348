#include "scanner/a11y/labels.h"

#include "scanner/a11y/element_kind.h"
#include "scanner/html/flat_tree.h"

namespace veedor::a11y {
namespace {

html::Element labelled_control(html::Element label, const html::Document& document, int& budget) {
  if (const auto id = label.attribute("for")) {
    const html::Element root = document.shadow_elements().empty() ? document.root() : html::tree_root(label);
    const html::Element control = id->empty() ? html::Element() : document.by_id(*id, root);
    return is_labelable(control) ? control : html::Element();
  }
  for (html::Element inner = label.next_in(label); inner && budget > 0;
       inner = inner.next_in(label), --budget) {
    if (is_labelable(inner)) return inner;
  }
  return {};
}

}  // namespace

Labels::Labels(const html::Document& document) {
  // Labels within labels would be searched again and again: one budget for all bounds that.
  int budget = 1000 + 4 * static_cast<int>(document.element_count());
  const auto take = [&](html::Element label) {
    const html::Element control = labelled_control(label, document, budget);
    if (control) labels_[control.id()].push_back(label);
  };
  for (html::Element label : document.all("label")) take(label);
  for (html::Element element : document.shadow_elements()) {
    if (element.is("label") && element.in_html_namespace()) take(element);
  }
}

std::span<const html::Element> Labels::of(html::Element control) const {
  const auto found = labels_.find(control.id());
  if (found == labels_.end()) return {};
  return found->second;
}

}  // namespace veedor::a11y
