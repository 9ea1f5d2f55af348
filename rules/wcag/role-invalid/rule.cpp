// A role="" that names no role, so that browsers ignore it.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT 674b10: one valid token is enough, since browsers take the first that they know.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element element : page.document().elements()) {
    const auto role = element.attribute("role");
    if (!role || trim(*role).empty()) continue;
    const bool valid = !explicit_role(element).empty();
    if (page.tree().is_excluded(element)) continue;
    if (valid) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    const std::string shown_role = shown(trim(*role), 60);
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "unknown",
                        .element = element,
                        .values = {{"role", shown_role}},
                        .cause = "role " + shown_role});
  }
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
