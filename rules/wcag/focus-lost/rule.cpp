// A control that gives its focus away the moment it gets it.
#include "rules/rule.h"

#include <string>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"

namespace veedor::rules::wcag {
namespace {

bool drops_focus(std::string_view compact) {
  return (contains_any(compact, {"this.blur()", "document.activeElement.blur()", "event.target.blur()"}) ||
          compact == "blur()" || compact == "blur();") &&
         is_unconditional(compact);
}

// WCAG 2.2 technique F55.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("onfocus")) {
    if (!page.tree().is_focusable(element)) continue;
    if (!drops_focus(compact_script(element.attribute_or("onfocus", "")))) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "blur",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule focus_lost = define({
    .id = "wcag/focus-lost",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.1.1", "2.4.7"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
