// A link such as "read more" where nothing beside it in the same sentence, item or cell says of what.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_context.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"

namespace veedor::rules::wcag {
namespace {

Verdict judge(const Link& link, LinkContext context) {
  const bool heading = context == LinkContext::heading;
  return {.outcome = heading ? Outcome::cant_tell : Outcome::failed,
          .message = heading                               ? "heading-only"
                     : context == LinkContext::column_only ? "row-unnamed"
                                                           : "no-context",
          .element = link.element,
          .values = {{"text", shown(link.name)}, {"target", shown(link.href)}}};
}

// ACT 5effbb: the name together with the programmatically determined context.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (link.name.empty()) continue;
    if (link.vague) {
      const LinkContext context = link_context(link.element, tree);
      if (context != LinkContext::explained) {
        verdicts.push_back(judge(link, context));
        continue;
      }
    }
    passed = true;
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_vague_in_context = define({
    .id = "wcag/link-vague-in-context",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.4"}, .act = {"5effbb"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
