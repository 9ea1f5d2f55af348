// A button without text or other name: it is announced as "button", and nobody can call it by voice.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

// ACT 97a4e1. Image buttons have a rule of their own (input-image-name).
bool is_button(html::Element element, const a11y::Tree& tree) {
  if (!element.is("button") && !element.is("input") && !element.has("role")) return false;
  if (element.is("input") && a11y::input_type(element) == "image") return false;
  return tree.role(element) == "button";
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element element : document.elements()) {
    if (!element.in_html_namespace() || !is_button(element, tree) || tree.is_excluded(element)) continue;
    if (!tree.name(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(element) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = element.is("input") ? "no-value" : inside_key(element),
                          .element = element,
                          .values = {{"button", shown_tag(element)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule button_name = define({
    .id = "wcag/button-name",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2"}, .act = {"97a4e1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
