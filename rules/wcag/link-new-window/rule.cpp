// A link that opens a new window or tab without saying so: the way back is lost.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"
#include "rules/support/plain_words.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool opens_window(html::Element link) {
  const std::string_view target = trim(link.attribute_or("target", ""));
  return ascii_iequals(target, "_blank") || ascii_iequals(target, "_new");
}

// An icon, a picture or a mark of the style sheet in or after the link may be the usual sign for it.
bool may_have_sign(html::Element link, const css::Styles& styles) {
  if (ascii_icontains(link.attribute_or("class", "").substr(0, 1024), "external")) return true;
  if (styles.of(link, css::PseudoElement::after) != nullptr) return true;
  int seen = 0;
  for (html::Element inner = link.next_in(link); inner && seen < 20; inner = inner.next_in(link), ++seen) {
    const std::string_view classes = inner.attribute_or("class", "").substr(0, 1024);
    if (inner.is("svg") || ascii_icontains(classes, "external") || ascii_icontains(classes, "new-window"))
      return true;
  }
  return false;
}

bool warns(html::Element link, const a11y::Tree& tree) {
  return has_phrase(plain_words(tree.name(link)), LinkPhrase::new_window) ||
         has_phrase(plain_words(tree.description(link)), LinkPhrase::new_window) ||
         has_phrase(plain_words(link.attribute_or("title", "")), LinkPhrase::new_window);
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element link : page.document().with_attribute("target")) {
    if (!opens_window(link) || tree.role(link) != "link" || tree.is_excluded(link)) continue;
    if (tree.name(link).empty()) continue;
    if (warns(link, tree) || may_have_sign(link, tree.styles())) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "unannounced",
                        .element = link,
                        .values = {{"text", shown(tree.name(link))}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_new_window = define({
    .id = "wcag/link-new-window",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"3.2.5"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
