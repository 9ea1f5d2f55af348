// What a control within somebody else's name is worth (accname 2C): the text typed, the option chosen, the
// number set.
#include <algorithm>

#include "scanner/a11y/implicit_role.h"
#include "scanner/a11y/name_walk.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

constexpr int kMaxOptions = 2000;

std::string option_text(html::Element option) {
  const std::string_view label = option.attribute_or("label", "");
  return is_blank(label) ? option.text() : std::string(label);
}

// HTML Standard §4.10.7: of several selected options the last counts; a drop-down without one shows its
// first.
std::string select_value(html::Element select) {
  const bool list = implicit_role(select) == "listbox";
  std::string chosen;
  html::Element first;
  int seen = 0;
  for (html::Element option = select.next_in(select); option && seen < kMaxOptions;
       option = option.next_in(select)) {
    if (!option.is("option")) continue;
    ++seen;
    if (!first && !option.has("disabled")) first = option;
    if (!option.has("selected")) continue;
    if (!list) chosen.clear();
    chosen.append(" ").append(option_text(option));
  }
  if (is_blank(chosen) && !list && first) return option_text(first);
  return chosen;
}

std::string typed_value(html::Element input) {
  // A browser shows dots for a password.
  return input_type(input) == "password" ? "" : std::string(input.attribute_or("value", ""));
}

std::string range_value(html::Element node) {
  for (std::string_view attribute : {"aria-valuetext", "aria-valuenow"}) {
    const std::string_view value = node.attribute_or(attribute, "");
    if (!is_blank(value)) return std::string(value);
  }
  const bool native = node.is("input") || node.is("meter") || node.is("progress");
  return native ? std::string(node.attribute_or("value", "")) : "";
}

bool is_chosen(html::Element option) {
  return ascii_iequals(option.attribute_or("aria-selected", ""), "true") && markup_role(option) == "option";
}

}  // namespace

std::string Names::Walk::chosen_options(html::Element listbox, Mode mode) {
  std::string text;
  int seen = 0;
  for (html::Element inner = listbox.next_in(listbox); inner && seen < kMaxOptions;
       inner = inner.next_in(listbox)) {
    ++seen;
    if (is_chosen(inner)) text.append(" ").append(this->text(inner, Arrival::content, mode));
  }
  for (html::Element owned : referenced_elements(listbox, "aria-owns", document_)) {
    if (is_chosen(owned)) text.append(" ").append(this->text(owned, Arrival::content, mode));
  }
  return text;
}

std::string Names::Walk::value(html::Element node, const Role& role, Mode mode) {
  switch (role.embedded) {
    case Embedded::textbox:
    case Embedded::choice:
      if (node.is("input")) return typed_value(node);
      if (node.is("textarea")) return node.text();
      if (node.is("select")) return select_value(node);
      if (role.name == "listbox") return chosen_options(node, mode);
      return content(node, mode);  // a combobox shows what its textbox holds or its list has chosen
    case Embedded::range:
      return range_value(node);
    case Embedded::container:
    case Embedded::none:
      break;
  }
  return "";
}

}  // namespace veedor::a11y
