// The page's own content begins in no landmark such as <main>: screen readers cannot jump to it.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/repeated_content.h"

namespace veedor::rules::wcag {
namespace {

// ACT b40fd1.
Verdicts check(const facts::Page& page) {
  if (!may_repeat_blocks(page)) return {};
  const facts::OwnContent* const content = page.own_content();
  if (content == nullptr) return {};
  if (!content->any || has_landmark_for(*content, page)) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "no-landmark",
           .element = content->first,
           .values = {{"text", shown(content->text)}},
           .cause = "no-landmark"}};
}

}  // namespace

extern constexpr Rule content_landmark_missing = define({
    .id = "wcag/content-landmark-missing",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.act = {"b40fd1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
