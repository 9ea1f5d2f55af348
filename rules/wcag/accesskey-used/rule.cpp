// accesskey="": shortcuts of the page that take the place of those of the browser and of screen readers.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element element : page.document().with_attribute("accesskey")) {
    if (trim(element.attribute_or("accesskey", "")).empty() || page.tree().is_excluded(element)) continue;
    const std::string name = shown(page.tree().name(element));
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "used",
                        .element = element,
                        .values = {{"key", shown(element.attribute_or("accesskey", ""), 20)},
                                   {"element", name.empty() ? shown_tag(element) : name}}});
  }
  if (verdicts.empty() && !page.document().with_attribute("accesskey").empty()) return {{Outcome::passed}};
  return verdicts;
}

}  // namespace

extern constexpr Rule accesskey_used = define({
    .id = "wcag/accesskey-used",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
