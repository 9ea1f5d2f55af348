// A link whose text alone says nothing: "click here", "read more". In a list of links it cannot be told from
// others.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"

namespace veedor::rules::wcag {
namespace {

// ACT aizyf1: the name by itself.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element link : links_of(page)) {
    if (tree.name(link).empty()) continue;
    if (!is_vague_link(link, tree)) {
      passed = true;
      continue;
    }
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "vague",
         .element = link,
         .values = {{"text", shown(tree.name(link))}, {"target", shown(link.attribute_or("href", ""))}}});
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
