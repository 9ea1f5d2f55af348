// Roles and attributes that ARIA has given up.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

Verdict failure(html::Element element, std::string_view key, std::string_view name) {
  return {.outcome = Outcome::failed,
          .message = key,
          .element = element,
          .values = {{"element", shown_tag(element)}, {"name", std::string(name)}},
          .cause = std::string(key).append(" ").append(name)};
}

void judge_roles(const facts::Page& page, Verdicts& verdicts, bool& passed) {
  for (html::Element element : page.document().with_attribute("role")) {
    const a11y::AriaRole* const role = written_role(element);
    if (role == nullptr) continue;
    if (!role->deprecated) {
      passed = true;
    } else if (!page.tree().is_excluded(element)) {
      verdicts.push_back(failure(element, "role", role->name));
    }
  }
}

// ARIA 1.2 §6.5: drag and drop by ARIA was never implemented.
void judge_attributes(const facts::Page& page, Verdicts& verdicts) {
  for (std::string_view name : {"aria-dropeffect", "aria-grabbed"}) {
    for (html::Element element : page.document().with_attribute(name)) {
      if (!page.tree().is_excluded(element)) verdicts.push_back(failure(element, "attribute", name));
    }
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  judge_roles(page, verdicts, passed);
  judge_attributes(page, verdicts);
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_deprecated = define({
    .id = "wcag/aria-deprecated",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
