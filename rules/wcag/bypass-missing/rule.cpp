// Nothing lets people get past what the page repeats of others: no heading, landmark or link to its own
// content.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/repeated_content.h"

namespace veedor::rules::wcag {
namespace {

Verdict told(Outcome outcome, std::string_view message, const facts::OwnContent& content) {
  return {.outcome = outcome,
          .message = message,
          .element = content.first,
          .values = {{"text", shown(content.text)}},
          .cause = std::string(message)};
}

// ACT cf77f2: one of the four ways is there.
Verdicts check(const facts::Page& page) {
  if (!may_repeat_blocks(page)) return {};
  const facts::OwnContent* const content = page.own_content();
  if (content == nullptr) return {};
  if (!content->any || has_heading_for(*content, page) || has_landmark_for(*content, page))
    return {{Outcome::passed}};
  const Instrument instrument = instrument_for(*content, page);
  if (instrument == Instrument::certain) return {{Outcome::passed}};
  if (instrument == Instrument::perhaps || may_collapse(*content, page) || has_unread_styles(page))
    return {told(Outcome::cant_tell, "perhaps-script", *content)};
  return {told(Outcome::failed, "no-way", *content)};
}

}  // namespace

extern constexpr Rule bypass_missing = define({
    .id = "wcag/bypass-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.1"}, .act = {"cf77f2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
