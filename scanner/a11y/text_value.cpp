// What a control within somebody else's name is worth (accname 2C): the text typed, the option chosen, the
// number set.
#include <algorithm>
#include <array>

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/embedded.h"
#include "scanner/a11y/text_alternative.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

constexpr int kMaxOptions = 2000;

std::string option_text(html::Element option) {
  const std::string_view label = text_attribute(option, "label");
  return label.empty() ? option.text() : std::string(label);
}

// HTML Standard §4.10.7: of several selected options the last counts; a drop-down without one shows its
// first.
std::string select_value(html::Element select, bool list) {
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
    const std::string_view value = text_attribute(node, attribute);
    if (!value.empty()) return std::string(value);
  }
  const bool native = node.is("input") || node.is("meter") || node.is("progress");
  return native ? std::string(node.attribute_or("value", "")) : "";
}

struct RoleValue {
  std::string_view role;
  Embedded value;
};
constexpr auto kValues = std::to_array<RoleValue>({
    {"combobox", Embedded::choice},
    {"grid", Embedded::container},
    {"listbox", Embedded::choice},
    {"menu", Embedded::container},
    {"menubar", Embedded::container},
    {"meter", Embedded::range},
    {"progressbar", Embedded::range},
    {"radiogroup", Embedded::container},
    {"scrollbar", Embedded::range},
    {"searchbox", Embedded::textbox},
    {"slider", Embedded::range},
    {"spinbutton", Embedded::range},
    {"tablist", Embedded::container},
    {"textbox", Embedded::textbox},
    {"tree", Embedded::container},
    {"treegrid", Embedded::container},
});

}  // namespace

Embedded embedded(const AriaRole& role) {
  const auto* const found = std::find_if(kValues.begin(), kValues.end(),
                                         [&](const RoleValue& entry) { return entry.role == role.name; });
  return found == kValues.end() ? Embedded::none : found->value;
}

std::string TextAlternative::chosen_options(html::Element listbox, Mode mode) {
  std::string chosen;
  const auto take = [&](html::Element option) {
    if (ascii_iequals(option.attribute_or("aria-selected", ""), "true") &&
        state_.standing(option).role == "option") {
      chosen.append(" ").append(text(option, Arrival::content, mode));
    }
  };
  int seen = 0;
  for (html::Element inner = listbox.next_in(listbox); inner && seen < kMaxOptions;
       inner = inner.next_in(listbox)) {
    ++seen;
    take(inner);
  }
  for (html::Element owned : state_.owned(listbox)) take(owned);
  return chosen;
}

std::string TextAlternative::value(html::Element node, const AriaRole& role, Mode mode) {
  switch (embedded(role)) {
    case Embedded::textbox:
    case Embedded::choice:
      if (node.is("input")) return typed_value(node);
      if (node.is("textarea")) return node.text();
      if (node.is("select")) return select_value(node, state_.standing(node).native == "listbox");
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
