// href="": the link loads the same page again, which is rarely what was meant.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (!link.has_href) continue;
    if (!trim(link.href).empty() || link.element.has("aria-current") || link.element.has("onclick")) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "empty",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_href_empty = define({
    .id = "wcag/link-href-empty",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
