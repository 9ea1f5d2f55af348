// The page's own content has no heading to jump to, behind what it repeats of other pages.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/repeated_content.h"

namespace veedor::rules::wcag {
namespace {

// ACT 047fe0.
Verdicts check(const facts::Page& page) {
  if (!may_repeat_blocks(page)) return {};
  const facts::OwnContent* const content = page.own_content();
  if (content == nullptr) return {};
  if (!content->any || has_heading_for(*content, page)) return {{Outcome::passed}};
  if (has_unread_styles(page)) return {};  // a heading that seems out of sight may be in it
  return {{.outcome = Outcome::failed,
           .message = "no-heading",
           .element = content->first,
           .values = {{"text", shown(content->text)}},
           .cause = "no-heading"}};
}

}  // namespace

extern constexpr Rule content_heading_missing = define({
    .id = "wcag/content-heading-missing",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.act = {"047fe0"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
