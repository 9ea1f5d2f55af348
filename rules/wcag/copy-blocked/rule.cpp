// Text that may not be selected or copied.
#include "rules/rule.h"

#include <string>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

Verdict failure(html::Element element, std::string_view message) {
  return {.outcome = Outcome::failed,
          .message = message,
          .element = element,
          .values = {{"element", shown_tag(element)}}};
}

// Only of the whole page: the text of buttons is not there to be copied.
Verdicts check(const facts::Page& page) {
  if (page.tree().texts_in_sight().empty()) return {};
  Verdicts verdicts;
  for (html::Element element :
       {page.document().root(), page.document().body(), page.document().first("main")}) {
    if (!element) continue;
    if (page.styles().of(element)[css::Property::user_select].is("none"))
      verdicts.push_back(failure(element, "style"));
    for (std::string_view handler : {"oncopy", "onselectstart", "oncontextmenu"}) {
      if (compact_script(element.attribute_or(handler, "")).starts_with("returnfalse"))
        verdicts.push_back(failure(element, "handler"));
    }
  }
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule copy_blocked = define({
    .id = "wcag/copy-blocked",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
