// A role without the state that it cannot do without: a check box that is neither checked nor unchecked.
#include "rules/rule.h"

#include <string>
#include <string_view>
#include <vector>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using a11y::AriaRole;

// HTML says it with an attribute or a state of its own, whatever role="" says (HTML-AAM §3.6).
bool is_native(html::Element element, std::string_view attribute) {
  if (!element.in_html_namespace()) return false;
  const std::string_view type = element.is("input") ? std::string_view(a11y::input_type(element)) : "";
  if (attribute == "aria-checked") return type == "checkbox" || type == "radio" || element.is("option");
  if (attribute == "aria-valuenow") {
    return type == "range" || type == "number" || element.is("progress") || element.is("meter");
  }
  return attribute == "aria-expanded" &&
         (element.is("select") || element.is("summary") || (element.is("input") && element.has("list")));
}

bool has_value(html::Element element, std::string_view attribute) {
  return !trim(element.attribute_or(attribute, "")).empty();
}

std::vector<std::string_view> missing(html::Element element, const AriaRole& role, const a11y::Tree& tree) {
  std::vector<std::string_view> names;
  // ARIA 1.2, separator: a focusable one is a widget and has a position.
  if (role.name == "separator") {
    if (!has_value(element, "aria-valuenow") && tree.is_focusable(element)) names.push_back("aria-valuenow");
    return names;
  }
  for (const a11y::AriaAttribute& attribute : a11y::aria_attributes()) {
    if (!role.required.contains(attribute) || has_value(element, attribute.name)) continue;
    if (!is_native(element, attribute.name)) names.push_back(attribute.name);
  }
  return names;
}

bool applies(html::Element element, const AriaRole* role, const a11y::Tree& tree) {
  if (role == nullptr || (role->required.empty() && role->name != "separator")) return false;
  // A custom element may say its state to the browser by script.
  const bool custom = element.tag().find('-') != std::string_view::npos;
  return !custom && !repeats_native_role(element, *role, tree) && !tree.is_excluded(element);
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("role")) {
    const AriaRole* const role = written_role(element);
    if (!applies(element, role, tree)) continue;
    const std::vector<std::string_view> names = missing(element, *role, tree);
    if (names.empty()) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = role->name == "heading" ? "level" : "missing",
                        .element = element,
                        .values = {{"element", shown_tag(element)},
                                   {"role", std::string(role->name)},
                                   {"attributes", joined(names)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_required_missing = define({
    .id = "wcag/aria-required-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.act = {"4e8ab6"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
