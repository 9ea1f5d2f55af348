#include "scanner/a11y/labels.h"

#include "scanner/a11y/implicit_role.h"

namespace veedor::a11y {
namespace {

bool is_labelable(html::Element element) {
  if (!element.in_html_namespace()) return false;
  if (element.is("input")) return input_type(element) != "hidden";
  return element.is("button") || element.is("meter") || element.is("output") || element.is("progress") ||
         element.is("select") || element.is("textarea");
}

html::Element labelled_control(html::Element label, const html::Document& document, int& budget) {
  if (const auto id = label.attribute("for")) {
    const html::Element control = id->empty() ? html::Element() : document.by_id(*id);
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
  int budget = 1000 + 4 * static_cast<int>(document.elements().size());
  for (html::Element label : document.all("label")) {
    const html::Element control = labelled_control(label, document, budget);
    if (control) labels_[control.id()].push_back(label);
  }
}

std::span<const html::Element> Labels::of(html::Element control) const {
  const auto found = labels_.find(control.id());
  if (found == labels_.end()) return {};
  return found->second;
}

}  // namespace veedor::a11y
