// "Link to the results": screen readers say "link" before every link, so it is said twice.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element link : links_of(page)) {
    if (tree.name(link).empty()) continue;
    if (!starts_with_phrase(plain_words(tree.name(link).substr(0, 64)), LinkPhrase::says_link)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "twice",
                        .element = link,
                        .values = {{"text", shown(tree.name(link))}}});
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
