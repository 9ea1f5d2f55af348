// An entry of a menu without text or other name.
#include "rules/rule.h"

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element element : tree.with_role("menuitem")) {
    if (tree.is_excluded(element)) continue;
    if (!tree.name(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(element) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = inside_key(element),
                          .element = element,
                          .values = {{"entry", shown_tag(element)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule menuitem_name = define({
    .id = "wcag/menuitem-name",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2"}, .act = {"m6b1q3"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
