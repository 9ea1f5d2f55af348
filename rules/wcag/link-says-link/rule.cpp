// "Link to the results": screen readers say "link" before every link, so it is said twice.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (link.name.empty()) continue;
    if (!starts_with_phrase(link.words, LinkPhrase::says_link)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "twice",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_says_link = define({
    .id = "wcag/link-says-link",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
