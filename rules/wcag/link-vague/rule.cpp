// A link whose text alone says nothing: "click here", "read more". In a list of links it cannot be told from
// others.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"

namespace veedor::rules::wcag {
namespace {

// ACT aizyf1: the name by itself.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (link.name.empty()) continue;
    if (!link.vague) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "vague",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}, {"target", shown(link.href)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_vague = define({
    .id = "wcag/link-vague",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.9"}, .act = {"aizyf1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
