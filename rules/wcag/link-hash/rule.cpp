// href="#" on what does not lead to the top: a button in disguise, or a link that somebody forgot to
// complete.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"
#include "rules/support/plain_words.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// It opens and closes something and says so: assistive technology tells what it is.
bool tells_its_state(html::Element link) {
  return link.has("aria-expanded") || link.has("aria-haspopup") || link.has("aria-controls");
}

// Or is the entry of this page in a menu or in a row of breadcrumbs, which names it as its title does.
bool leads_to_top(std::string_view words, std::string_view title) {
  return has_phrase(words, LinkPhrase::top) || (words.size() > 3 && has_words(title, words));
}

bool is_marked(html::Element link) {
  return link.has("aria-current") || link.has("rel") || link.has("accesskey");
}

bool has_scripts(const html::Document& document) { return !document.all("script").empty(); }

Verdicts check(const facts::Page& page) {
  const std::string title = plain_words(page.document().title());
  const bool scripts = has_scripts(page.document());
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (!link.has_href) continue;
    if (trim(link.href) != "#" || tells_its_state(link.element) || is_marked(link.element) ||
        leads_to_top(link.words, title)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = scripts || link.element.has("onclick") ? "button" : "nowhere",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_hash = define({
    .id = "wcag/link-hash",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
