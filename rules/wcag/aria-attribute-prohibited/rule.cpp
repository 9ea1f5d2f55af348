// A name on something that cannot have one: aria-label on a plain <div> or <span> is dropped.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr auto kAttributes = std::to_array<std::string_view>({
    "aria-braillelabel",
    "aria-brailleroledescription",
    "aria-label",
    "aria-labelledby",
    "aria-roledescription",
});

// HTML elements that are "generic" (HTML-AAM §3.5). Others without a role (<abbr>, <label>, <summary>) have
// none that could prohibit anything.
constexpr auto kGeneric = std::to_array<std::string_view>({
    "a",
    "b",
    "bdi",
    "bdo",
    "big",
    "body",
    "center",
    "data",
    "div",
    "font",
    "i",
    "pre",
    "q",
    "samp",
    "small",
    "span",
    "tt",
    "u",
});
static_assert(std::ranges::is_sorted(kGeneric));

// Could be named until ARIA 1.3: nothing is said of them.
constexpr auto kProhibitedLately =
    std::to_array<std::string_view>({"definition", "mark", "suggestion", "term", "time"});

bool is_generic(html::Element element) {
  return element.in_html_namespace() && std::ranges::binary_search(kGeneric, element.tag());
}

// The role that prohibits; "" where nothing does. A presentational role that yields to its attribute is what
// the element is of itself again: that conflict is decorative-exposed's.
std::string_view prohibiting_role(html::Element element, const a11y::AriaAttribute& attribute,
                                  const a11y::Tree& tree) {
  const std::string_view written = explicit_role(element);
  const std::string_view effective = tree.role(element);
  const bool presentational = written == "none" || written == "presentation";
  const bool naming = attribute.name.ends_with("label") || attribute.name.ends_with("labelledby");
  if (presentational && naming) return "";
  std::string_view name = written.empty() ? effective : written;
  if (name.empty() && is_generic(element)) name = "generic";
  const a11y::AriaRole* const role = name.empty() ? nullptr : a11y::find_aria_role(name);
  if (role == nullptr || !role->prohibited.contains(attribute)) return "";
  return std::ranges::find(kProhibitedLately, role->name) == kProhibitedLately.end() ? role->name : "";
}

Verdict failure(html::Element element, std::string_view attribute, std::string_view role) {
  const bool naming = attribute == "aria-label" || attribute == "aria-labelledby";
  const bool plain = role == "generic" && naming;
  return {.outcome = Outcome::failed,
          .message = plain ? "plain" : "role",
          .element = element,
          .values = {{"attribute", std::string(attribute)},
                     {"element", shown_tag(element)},
                     {"role", std::string(role)}}};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view name : kAttributes) {
    const a11y::AriaAttribute& attribute = *a11y::find_aria_attribute(name);
    for (html::Element element : page.document().with_attribute(name)) {
      const std::string_view value = trim(element.attribute_or(name, ""));
      if (value.empty() || is_unfilled(value) || has_unknown_role(element)) continue;
      const std::string_view role = prohibiting_role(element, attribute, tree);
      if ((role.empty() && passed) || tree.is_excluded(element)) continue;
      if (role.empty()) {
        passed = true;
      } else {
        verdicts.push_back(failure(element, name, role));
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_attribute_prohibited = define({
    .id = "wcag/aria-attribute-prohibited",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.act = {"kb1m8s"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
