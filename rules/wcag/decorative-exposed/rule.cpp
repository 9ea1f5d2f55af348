// Marked as decoration and yet announced: role="presentation" with a label or in the tab order.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

// ACT, "marked as decorative". White space in alt="" is not empty.
bool is_marked(html::Element element) {
  const std::string_view written = explicit_role(element);
  if (!written.empty()) return written == "none" || written == "presentation";
  const auto alt = element.attribute("alt");
  return element.is("img") && element.in_html_namespace() && alt && alt->empty();
}

// The message's key; "" where the mark holds (ARIA 1.2 §7.1).
std::string_view conflict(html::Element element, const a11y::Tree& tree) {
  if (tree.role(element) == "none") return "";
  if (!global_attribute(element).empty()) return "attribute";
  if (!a11y::takes_focus(element)) return "";  // an empty attribute says nothing
  // A <div> has no meaning to lose, and tabindex="-1" on it is for scripts.
  const bool meaningless = tree.role(element).empty() && has_negative_tabindex(element);
  return meaningless ? "" : "focusable";
}

void judge(html::Element element, const a11y::Tree& tree, Verdicts& verdicts, bool& passed) {
  if (!is_marked(element)) return;
  const std::string_view key = tree.is_excluded(element) ? "" : conflict(element, tree);
  if (key.empty()) {
    passed = true;
    return;
  }
  verdicts.push_back(
      {.outcome = Outcome::failed,
       .message = key,
       .element = element,
       .values = {{"element", shown_tag(element)}, {"attribute", std::string(global_attribute(element))}}});
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : document.with_attribute("role")) judge(element, tree, verdicts, passed);
  for (html::Element element : document.all("img")) {
    if (!element.has("role")) judge(element, tree, verdicts, passed);
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule decorative_exposed = define({
    .id = "wcag/decorative-exposed",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.act = {"46ca7f"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
