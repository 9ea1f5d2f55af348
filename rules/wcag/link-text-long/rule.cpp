// A link with the length of a paragraph: a screen reader reads all of it, and lists of links are of no use.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/page_links.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kLong = 400;  // bytes: long titles of laws and reports have half of it

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    const std::string_view name = link.name;
    if (name.empty()) continue;
    if (name.size() < kLong) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "long",
                        .element = link.element,
                        .values = {{"text", shown(name, 60)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_text_long = define({
    .id = "wcag/link-text-long",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
