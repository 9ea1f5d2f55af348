// "Skip to content" that leads nowhere, or that nobody can reach.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFirst = 12;  // skip links stand before everything else

bool named_target(const std::string& place, const facts::Page& page) {
  for (html::Element element : page.document().with_attribute("name")) {
    if (element.is("a") && element.attribute_or("name", "") == place) return true;
  }
  return false;
}

std::string_view fault(html::Element link, const facts::Page& page) {
  const std::string place = place_on_page(link.attribute_or("href", ""), page);
  if (place.empty()) return "";
  const a11y::Tree& tree = page.tree();
  const html::Element target = page.document().by_id(place);
  if (!target)
    return named_target(place, page) || !page.document().shadow_elements().empty() ? "" : "missing";
  if (has_unread_styles(page)) return "";
  if (tree.is_hidden(target)) return "target-hidden";
  return tree.is_hidden(link) ? "hidden" : "";
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  std::size_t seen = 0;
  for (html::Element link : tree.with_role("link")) {
    if (++seen > kFirst) break;
    const std::string name = plain_words(tree.name(link));
    if (!starts_with_phrase(name, LinkPhrase::skip) ||
        place_on_page(link.attribute_or("href", ""), page).empty())
      continue;
    const std::string_view key = fault(link, page);
    if (key.empty()) {
      passed = true;
      continue;
    }
    // What is hidden may be shown by a script.
    verdicts.push_back({.outcome = key == "missing" ? Outcome::failed : Outcome::cant_tell,
                        .message = key,
                        .element = link,
                        .values = {{"text", shown(tree.name(link))},
                                   {"place", shown(place_on_page(link.attribute_or("href", ""), page))}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule skip_link_broken = define({
    .id = "wcag/skip-link-broken",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
