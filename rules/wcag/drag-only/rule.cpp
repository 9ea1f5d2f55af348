// Things to drag, for which no other way of moving them can be seen.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// WCAG 2.2 SC 2.5.7. Links and images can be dragged anyway.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element element : page.document().with_attribute("draggable")) {
    if (!ascii_iequals(element.attribute_or("draggable", ""), "true") || element.is("a") ||
        element.is("img") || !page.tree().is_in_sight(element))
      continue;
    if (holds_focusable(element) || element.has("tabindex")) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::cant_tell,
                        .message = "drag",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule drag_only = define({
    .id = "wcag/drag-only",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.5.7"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
