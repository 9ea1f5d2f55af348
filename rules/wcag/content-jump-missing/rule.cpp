// No link jumps over what the page repeats of others, to where its own content begins.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/repeated_content.h"

namespace veedor::rules::wcag {
namespace {

// ACT ye5d6e.
Verdicts check(const facts::Page& page) {
  if (!may_repeat_blocks(page)) return {};
  const facts::OwnContent* const content = page.own_content();
  if (content == nullptr || !content->any) return {};
  switch (instrument_for(*content, page)) {
    case Instrument::certain:
      return {{Outcome::passed}};
    case Instrument::perhaps:
      return {};
    case Instrument::none:
      break;
  }
  return {{.outcome = Outcome::failed,
           .message = "no-jump",
           .element = content->first,
           .values = {{"text", shown(content->text)}},
           .cause = "no-jump"}};
}

}  // namespace

extern constexpr Rule content_jump_missing = define({
    .id = "wcag/content-jump-missing",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .references = {.act = {"ye5d6e"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
