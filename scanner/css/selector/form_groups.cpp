// One pass over a document's controls, then one over those that are candidates for validation.
#include "scanner/css/selector/form_groups.h"

#include <string>
#include <vector>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

// §4.10.7: 1 where size="" says nothing else.
bool shows_one_row(html::Element select) {
  std::string_view size = trim(select.attribute_or("size", ""));
  if (size.starts_with('+')) size.remove_prefix(1);
  const std::size_t digits = std::min(size.find_first_not_of("0123456789"), size.size());
  size = size.substr(0, digits);
  size.remove_prefix(std::min(size.find_first_not_of('0'), size.size()));
  return size.empty() || size == "1";
}

bool is_option(html::Element element) { return element.is("option") && element.in_html_namespace(); }

// §4.10.10: the text with its white space stripped and collapsed stands for a missing value="".
bool has_empty_option_value(html::Element option) {
  if (const auto value = option.attribute("value")) return value->empty();
  return trim(option.text()).empty();
}

}  // namespace

FormGroups::FormGroups(MatchContext& context) {
  std::vector<std::pair<html::Element, html::Element>> controls;  // with their forms
  for (html::Element element : context.document.elements()) {
    if (!spend(context)) return;
    if (!is_control(element)) continue;
    const html::Element form = form_owner(element, context);
    controls.emplace_back(element, form);
    add_button(element, form);
    if (element.is("input")) add_input(element, form);
    if (element.is("select")) add_select(element, context);
  }
  for (const auto& [control, form] : controls) add_validity(control, form, context);
}

void FormGroups::add_button(html::Element button, html::Element form) {
  if (form && is_submit_button(button)) default_buttons_.try_emplace(form.id(), button);
}

// §4.10.5.1.17: of several that are checked, the last one stays so.
void FormGroups::add_input(html::Element input, html::Element form) {
  const std::string_view name = input.attribute_or("name", "");
  if (name.empty() || input_type(input) != "radio") return;
  const Group group(form.id(), name);
  group_of_.try_emplace(input.index(), group);
  Radios& radios = radios_[group];
  if (input.has("checked")) radios.checked = input;
  radios.required = radios.required || input.has("required");
}

// §4.10.7, "selectedness setting algorithm" and "placeholder label option".
void FormGroups::add_select(html::Element select, MatchContext& context) {
  const bool multiple = select.has("multiple");
  const bool one_row = !multiple && shows_one_row(select);
  html::Element first, first_enabled, chosen;
  for (html::Element at = select.next_in(select); at && spend(context); at = at.next_in(select)) {
    if (!is_option(at)) continue;
    if (!first) first = at;
    if (!first_enabled && one_row && !is_disabled(at, context)) first_enabled = at;
    if (at.has("selected")) chosen = at;
  }
  if (!chosen && one_row) chosen = first_enabled;
  if (!multiple) selected_.try_emplace(select.index(), chosen);
  const bool placeholder =
      one_row && chosen && chosen == first && chosen.parent() == select && has_empty_option_value(chosen);
  if (!chosen || placeholder) missing_selects_.insert(select.index());
}

void FormGroups::add_validity(html::Element control, html::Element form, MatchContext& context) {
  if (!is_candidate(control, context)) return;
  if (!is_value_missing(control) && !is_out_of_range(control)) return;
  invalid_.insert(control.index());
  if (form) holds_invalid_.insert(form.index());
  for (html::Element at = control.parent(); at && spend(context); at = at.parent()) {
    if (at.is("fieldset")) holds_invalid_.insert(at.index());
  }
}

bool FormGroups::is_value_missing(html::Element control) const {
  if (control.is("button")) return false;
  if (control.is("select")) return control.has("required") && missing_selects_.contains(control.index());
  if (control.is("textarea")) return control.has("required") && has_empty_value(control);
  const std::string_view type = input_type(control);
  if (type == "radio") {
    const Radios* radios = radios_of(control);
    const bool required = radios != nullptr ? radios->required : control.has("required");
    return required && !is_group_checked(control);
  }
  if (!control.has("required") || !required_applies(type)) return false;
  if (type == "checkbox") return !control.has("checked");
  return type == "file" || has_empty_value(control);
}

const FormGroups::Radios* FormGroups::radios_of(html::Element radio) const {
  const auto group = group_of_.find(radio.index());
  return group == group_of_.end() ? nullptr : &radios_.at(group->second);
}

bool FormGroups::is_checked(html::Element input) const {
  const Radios* radios = radios_of(input);
  return radios != nullptr ? radios->checked == input : input.has("checked");
}

bool FormGroups::is_group_checked(html::Element radio) const {
  const Radios* radios = radios_of(radio);
  return radios != nullptr ? static_cast<bool>(radios->checked) : radio.has("checked");
}

bool FormGroups::is_selected(html::Element option, MatchContext& context) const {
  const html::Element select = select_of(option, context);
  const auto chosen = selected_.find(select.index());
  if (!select || chosen == selected_.end()) return option.has("selected");
  return chosen->second == option;
}

bool FormGroups::is_default_button(html::Element button, MatchContext& context) const {
  const html::Element form = form_owner(button, context);
  const auto found = form ? default_buttons_.find(form.id()) : default_buttons_.end();
  return found != default_buttons_.end() && found->second == button;
}

}  // namespace veedor::css
