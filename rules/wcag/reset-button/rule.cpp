// A button that empties the form.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool resets(html::Element element) { return ascii_iequals(trim(element.attribute_or("type", "")), "reset"); }

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (std::string_view tag : {"input", "button"}) {
    for (html::Element button : page.document().all(tag)) {
      const bool is_button = button.is("button") || a11y::input_type(button) == "submit" || resets(button);
      if (!is_button || page.tree().is_excluded(button)) continue;
      if (resets(button)) {
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = "reset",
                            .element = button,
                            .values = {{"name", shown(page.tree().name(button), 60)}}});
      } else if (verdicts.empty()) {
        verdicts.push_back({Outcome::passed});
      }
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule reset_button = define({
    .id = "wcag/reset-button",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
