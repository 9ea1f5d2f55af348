// A word for braille displays without the one for the voice that it stands for.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool has_text(html::Element element, std::string_view attribute) {
  return !trim(element.attribute_or(attribute, "")).empty();
}

Verdict failure(html::Element element, std::string_view key) {
  return {.outcome = Outcome::failed,
          .message = key,
          .element = element,
          .values = {{"element", shown_tag(element)}}};
}

// ARIA 1.3, aria-braillelabel and aria-brailleroledescription: only beside the name or the role description
// that they spell otherwise.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("aria-braillelabel")) {
    if (!has_text(element, "aria-braillelabel") || tree.is_excluded(element)) continue;
    if (tree.name(element).empty() && !has_unknown_role(element)) {
      verdicts.push_back(failure(element, "label"));
    } else {
      passed = true;
    }
  }
  for (html::Element element : page.document().with_attribute("aria-brailleroledescription")) {
    if (!has_text(element, "aria-brailleroledescription") || tree.is_excluded(element)) continue;
    if (!has_text(element, "aria-roledescription")) {
      verdicts.push_back(failure(element, "role"));
    } else {
      passed = true;
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule braille_alone = define({
    .id = "wcag/braille-alone",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
