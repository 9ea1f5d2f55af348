// A role="" that names no role, so that browsers ignore it.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT 674b10: one valid token is enough, since browsers take the first that they know.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("role")) {
    const std::string_view role = trim(element.attribute_or("role", ""));
    if (role.empty() || !is_html_or_svg(element)) continue;
    const bool valid = !explicit_role(element).empty();
    if ((valid && passed) || page.tree().is_excluded(element)) continue;
    if (valid) {
      passed = true;
      continue;
    }
    const std::string shown_role = shown(role, 60);
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "unknown",
                        .element = element,
                        .values = {{"role", shown_role}},
                        .cause = "role " + shown_role});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule role_invalid = define({
    .id = "wcag/role-invalid",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.act = {"674b10"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
