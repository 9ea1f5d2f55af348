// href="": the link loads the same page again, which is rarely what was meant.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element link : links_of(page)) {
    const auto address = link.attribute("href");
    if (!address) continue;
    if (!trim(*address).empty() || link.has("aria-current") || link.has("onclick")) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "empty",
                        .element = link,
                        .values = {{"text", shown(page.tree().name(link))}}});
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
