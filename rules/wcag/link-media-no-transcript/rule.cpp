// A link to a sound or a video file on a page where no transcript is offered.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

// A link to it, or a part of the page that is headed by that word.
bool offers_transcript(const a11y::Tree& tree) {
  for (html::Element link : tree.with_role("link")) {
    if (has_phrase(plain_words(tree.name(link)), LinkPhrase::transcript)) return true;
  }
  for (std::string_view role : {"heading", "button"}) {
    for (html::Element element : tree.with_role(role)) {
      if (starts_with_phrase(plain_words(tree.name(element)), LinkPhrase::transcript)) return true;
    }
  }
  return std::ranges::any_of(tree.document().all("summary"), [](html::Element summary) {
    return starts_with_phrase(plain_words(bounded_text(summary)), LinkPhrase::transcript);
  });
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (const Link& link : links_of(page)) {
    const FileFormat* const format = file_format(link.href);
    if (format == nullptr || format->kind == "document" || link.name.empty()) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = format->kind == "audio" ? "audio" : "video",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}}});
  }
  if (!verdicts.empty() && offers_transcript(tree)) return {{Outcome::passed}};
  return verdicts;
}

}  // namespace

extern constexpr Rule link_media_no_transcript = define({
    .id = "wcag/link-media-no-transcript",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
