// A button without text or other name: it is announced as "button", and nobody can call it by voice.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

// ACT 97a4e1. Image buttons have a rule of their own (input-image-name).
bool is_image_button(html::Element element) {
  return element.is("input") && a11y::input_type(element) == "image";
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element element : tree.with_role("button")) {
    if (!element.in_html_namespace() || is_image_button(element) || tree.is_excluded(element)) continue;
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
