// title="" that repeats the text of the link: some screen readers say it twice, and the tooltip covers what
// is below.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element link : page.document().with_attribute("title")) {
    if (!link.is("a") || !link.has("href") || tree.is_excluded(link)) continue;
    const std::string title = plain_words(link.attribute_or("title", ""));
    if (title.empty() || tree.name_source(link) == a11y::NameSource::title) continue;
    if (title != plain_words(tree.name(link))) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "repeats",
                        .element = link,
                        .values = {{"text", shown(tree.name(link))}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_title_identical = define({
    .id = "wcag/link-title-identical",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
