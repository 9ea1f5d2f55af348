// Something that happens as soon as the finger or the button goes down: it cannot be taken back.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"

namespace veedor::rules::wcag {
namespace {

// Leaving the page, sending a form, opening a window: nothing that lifting the finger elsewhere undoes.
bool acts(std::string_view compact) {
  return contains_any(compact, {"location=", "location.href=", "location.assign(", "location.replace(",
                                ".submit()", "window.open("});
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view handler : {"onmousedown", "onpointerdown", "ontouchstart"}) {
    for (html::Element element : page.document().with_attribute(handler)) {
      if (!page.tree().is_in_sight(element)) continue;
      if (!acts(compact_script(element.attribute_or(handler, "")))) {
        passed = true;
        continue;
      }
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "down",
                          .element = element,
                          .values = {{"element", shown_tag(element)}, {"handler", std::string(handler)}}});
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule pointer_down_action = define({
    .id = "wcag/pointer-down-action",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.5.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
