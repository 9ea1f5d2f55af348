// An ARIA attribute that the element's role does not have, so that it says nothing: aria-expanded on a <div>.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

using a11y::AriaAttribute;

// Elements that have no role of their own, and the role whose attributes ARIA in HTML lets them have.
std::string_view stand_in(html::Element element) {
  if (!element.in_html_namespace()) return "";
  if (element.is("audio") || element.is("video") || element.is("iframe") || element.is("embed") ||
      element.is("object"))
    return "application";
  if (element.is("summary")) return "button";
  if (element.is("select")) return "menu";
  if (!element.is("input")) return "";
  const std::string_view type = a11y::input_type(element);
  return type == "file" || type == "password" || type == "date" || type == "datetime-local" ||
                 type == "month" || type == "time" || type == "week"
             ? "textbox"
             : "";
}

bool supports(std::string_view role_name, const AriaAttribute& attribute) {
  const a11y::AriaRole* const role = role_name.empty() ? nullptr : a11y::find_aria_role(role_name);
  return role != nullptr && role->supported.contains(attribute);
}

bool is_permitted(html::Element element, const AriaAttribute& attribute, const a11y::Tree& tree) {
  if (supports(tree.role(element), attribute) || supports(explicit_role(element), attribute)) return true;
  if (element.is("canvas") || has_unknown_role(element) || !is_html_or_svg(element)) return true;
  // ARIA in HTML: a toggle button may be a check box underneath.
  if (attribute.name == "aria-pressed" && element.is("input") && a11y::input_type(element) == "checkbox")
    return true;
  return explicit_role(element).empty() && supports(stand_in(element), attribute);
}

Verdict failure(html::Element element, const AriaAttribute& attribute, const a11y::Tree& tree) {
  const std::string role(meant_role(element, tree));
  return {.outcome = Outcome::failed,
          .message = role.empty() || role == "none" ? "no-role" : "role",
          .element = element,
          .values = {
              {"attribute", std::string(attribute.name)}, {"element", shown_tag(element)}, {"role", role}}};
}

// The global ones are permitted everywhere (ARIA 1.2 §6.5); where roles prohibit them is another rule.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (const AriaAttribute& attribute : a11y::aria_attributes()) {
    if (attribute.scope != a11y::AriaScope::roles) continue;
    for (html::Element element : page.document().with_attribute(attribute.name)) {
      const bool permitted = is_permitted(element, attribute, tree);
      if ((permitted && passed) || tree.is_excluded(element)) continue;
      if (permitted) {
        passed = true;
      } else {
        verdicts.push_back(failure(element, attribute, tree));
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_attribute_not_permitted = define({
    .id = "wcag/aria-attribute-not-permitted",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.act = {"5c01ea"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
