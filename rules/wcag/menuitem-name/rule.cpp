// An entry of a menu without text or other name.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "scanner/a11y/implicit_role.h"
#include "scanner/a11y/name.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  a11y::Names names(document);
  const bool styles = has_style_sheets(document);
  Verdicts verdicts;
  for (html::Element element : document.elements()) {
    if (!element.has("role") || !element.in_html_namespace()) continue;
    if (a11y::markup_role(element) != "menuitem" || a11y::is_excluded(element)) continue;
    if (!names.of(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(element) || !styles) {
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
