// A tabindex above 0: the Tab key jumps here first, out of the order of the page.
#include "rules/rule.h"

#include <charconv>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

int number(html::Element element) {
  std::string_view value = trim(element.attribute_or("tabindex", ""));
  if (value.starts_with('+')) value.remove_prefix(1);
  int result = 0;
  std::from_chars(value.data(), value.data() + value.size(), result);
  return result;
}

// WCAG 2.2 technique F44.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("tabindex")) {
    if (!page.tree().is_focusable(element)) continue;
    const int order = number(element);
    if (order <= 0) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "positive",
                        .element = element,
                        .values = {{"element", shown_tag(element)}, {"number", std::to_string(order)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule tabindex_positive = define({
    .id = "wcag/tabindex-positive",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.3"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
