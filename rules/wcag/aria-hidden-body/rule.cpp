// aria-hidden="true" on the whole page, or on its main part: who listens finds nothing there.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// A page that opens with a dialog over it hides its main part rightly, until the dialog is closed.
bool hides_main(html::Element element, const a11y::Tree& tree) {
  return element.is("main") && a11y::says_aria_hidden(element) && tree.is_in_sight(element) &&
         !a11y::is_blank(element.text());
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  Verdicts verdicts;
  bool looked = false;
  for (html::Element element : {document.root(), document.body()}) {
    if (!element || !element.has("aria-hidden")) continue;
    looked = true;
    if (!a11y::says_aria_hidden(element)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "page",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
  for (html::Element element : document.all("main")) {
    if (!element.has("aria-hidden")) continue;
    looked = true;
    if (!hides_main(element, page.tree())) continue;
    verdicts.push_back({.outcome = Outcome::cant_tell,
                        .message = "main",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
  if (looked && verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_hidden_body = define({
    .id = "wcag/aria-hidden-body",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1", "4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
