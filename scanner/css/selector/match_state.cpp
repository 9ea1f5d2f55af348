// Pseudo-classes of links, forms and disclosure, and of what is hovered or focused (Selectors 4 §7 to §13;
// HTML Standard §4.16.3).
#include <algorithm>
#include <array>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/selector/form_control.h"
#include "scanner/css/selector/form_groups.h"
#include "scanner/css/selector/matcher.h"

namespace veedor::css {
namespace {

bool is_html(html::Element element, std::string_view tag) {
  return element.is(tag) && element.in_html_namespace();
}

// Hovering an element hovers its ancestors, too; :focus-within is the same of the focus.
bool is_around_state(html::Element element, MatchContext& context) {
  if (!context.state_element || element.index() > context.state_element.index()) return false;
  for (html::Element at = context.state_element; at && spend(context); at = at.parent()) {
    if (at == element) return true;
  }
  return false;
}

bool matches_interaction(html::Element element, PseudoClass pseudo, MatchContext& context) {
  const States& states = context.states;
  const bool focused = states.focus || states.focus_visible;
  switch (pseudo) {
    case PseudoClass::hover:
      return states.hover && is_around_state(element, context);
    case PseudoClass::active:
      return states.active && is_around_state(element, context);
    case PseudoClass::focus:
      return focused && element == context.state_element;
    case PseudoClass::focus_visible:
      return states.focus_visible && element == context.state_element;
    default:
      return focused && is_around_state(element, context);
  }
}

bool is_checkable(html::Element element) {
  if (!is_html(element, "input")) return false;
  const std::string_view type = input_type(element);
  return type == "checkbox" || type == "radio";
}

bool is_checked(html::Element element, MatchContext& context) {
  const bool option = is_html(element, "option");
  if (!option && !is_checkable(element)) return false;
  const FormGroups* forms = context.cache.forms(context);
  if (forms == nullptr) return false;
  return option ? forms->is_selected(element, context) : forms->is_checked(element);
}

bool is_default(html::Element element, MatchContext& context) {
  if (is_html(element, "option")) return element.has("selected");
  if (is_checkable(element)) return element.has("checked");
  if (!is_submit_button(element)) return false;
  const FormGroups* forms = context.cache.forms(context);
  return forms != nullptr && forms->is_default_button(element, context);
}

// A checkbox becomes indeterminate by script alone.
bool is_indeterminate(html::Element element, MatchContext& context) {
  if (is_html(element, "progress")) return !element.has("value");
  if (!is_html(element, "input") || input_type(element) != "radio") return false;
  const FormGroups* forms = context.cache.forms(context);
  return forms != nullptr && !forms->is_group_checked(element);
}

bool may_be_required(html::Element element) {
  if (is_html(element, "select") || is_html(element, "textarea")) return true;
  return is_html(element, "input") && required_applies(input_type(element));
}

bool shows_placeholder(html::Element element) {
  const bool applies =
      is_html(element, "textarea") || (is_html(element, "input") && placeholder_applies(input_type(element)));
  return applies && element.has("placeholder") && has_empty_value(element);
}

bool has_validity(html::Element element, bool valid, MatchContext& context) {
  const bool holder = is_html(element, "form") || is_html(element, "fieldset");
  if (!holder && !is_candidate(element, context)) return false;
  const FormGroups* forms = context.cache.forms(context);
  if (forms == nullptr) return false;
  return valid != (holder ? forms->holds_invalid(element) : forms->is_invalid(element));
}

bool has_range_state(html::Element element, bool out_of_range, MatchContext& context) {
  return has_range(element) && is_candidate(element, context) && is_out_of_range(element) == out_of_range;
}

bool is_open(html::Element element) {
  return (is_html(element, "details") || is_html(element, "dialog")) && element.has("open");
}

// HTML Standard §4.13.3: names with a hyphen that are none of custom elements.
bool is_reserved(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"annotation-xml", "color-profile", "font-face",
                                                   "font-face-src",  "font-face-uri", "font-face-format",
                                                   "font-face-name", "missing-glyph"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Scripts define custom elements; none has run.
bool is_defined(html::Element element) {
  if (!element.in_html_namespace()) return true;
  const std::string_view tag = element.tag();
  const bool custom =
      tag.find('-') != std::string_view::npos && is_ascii_alpha(tag.front()) && !is_reserved(tag);
  return !custom && !element.has("is");
}

}  // namespace

// HTML Standard §4.16.3; SVG 2 §16.2 for the <a> of SVG.
bool is_link(html::Element element) {
  if (!element.is("a") && !is_html(element, "area")) return false;
  return element.has("href") || (!element.in_html_namespace() && element.has("xlink:href"));
}

bool matches_state(html::Element element, PseudoClass pseudo, MatchContext& context) {
  switch (pseudo) {
    case PseudoClass::any_link:
    case PseudoClass::link:
      return is_link(element);
    case PseudoClass::hover:
    case PseudoClass::active:
    case PseudoClass::focus:
    case PseudoClass::focus_visible:
    case PseudoClass::focus_within:
      return matches_interaction(element, pseudo, context);
    case PseudoClass::enabled:
      return can_be_disabled(element) && !is_disabled(element, context);
    case PseudoClass::disabled:
      return is_disabled(element, context);
    case PseudoClass::checked:
      return is_checked(element, context);
    case PseudoClass::default_:
      return is_default(element, context);
    case PseudoClass::indeterminate:
      return is_indeterminate(element, context);
    case PseudoClass::required:
      return may_be_required(element) && element.has("required");
    case PseudoClass::optional:
      return may_be_required(element) && !element.has("required");
    case PseudoClass::read_only:
      return element.in_html_namespace() && !is_read_write(element, context);
    case PseudoClass::read_write:
      return element.in_html_namespace() && is_read_write(element, context);
    case PseudoClass::placeholder_shown:
      return shows_placeholder(element);
    case PseudoClass::valid:
    case PseudoClass::invalid:
      return has_validity(element, pseudo == PseudoClass::valid, context);
    case PseudoClass::in_range:
    case PseudoClass::out_of_range:
      return has_range_state(element, pseudo == PseudoClass::out_of_range, context);
    case PseudoClass::open:
      return is_open(element);
    case PseudoClass::defined:
      return is_defined(element);
    default:
      return false;  // a page at rest: nothing is visited, a target, modal, filled in by the browser …
  }
}

}  // namespace veedor::css
