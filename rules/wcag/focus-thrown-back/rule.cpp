// Two neighbours that throw the focus to each other: what comes after them is out of the keyboard's reach.
#include "rules/rule.h"

#include <string>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

html::Element previous_sibling(html::Element element) {
  html::Element before;
  constexpr int kMaxSiblings = 200;
  int count = 0;
  for (html::Element other = element.parent().first_child();
       other && other != element && count < kMaxSiblings; other = other.next_sibling(), ++count)
    before = other;
  return before.next_sibling() == element ? before : html::Element();
}

// To which neighbour it sends the focus whenever it is left; null if to none.
html::Element sends_to(html::Element element) {
  const std::string script = compact_script(element.attribute_or("onblur", ""));
  if (!is_unconditional(script)) return {};
  if (contains_any(script, {"this.nextElementSibling.focus()"})) return element.next_sibling();
  if (contains_any(script, {"this.previousElementSibling.focus()"})) return previous_sibling(element);
  return {};
}

// ACT a1b64e: focus can cycle on with the Tab key.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element element : page.document().with_attribute("onblur")) {
    if (!tree.is_focusable(element)) continue;
    const html::Element other = sends_to(element);
    if (!other || !tree.is_focusable(other) || sends_to(other) != element) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "thrown",
                        .element = element,
                        .values = {{"element", shown_tag(element)}, {"other", shown_tag(other)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule focus_thrown_back = define({
    .id = "wcag/focus-thrown-back",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.1.1"}, .act = {"a1b64e"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
