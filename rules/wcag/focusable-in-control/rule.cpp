// A link or button inside a button, a check box or an image: screen readers take the outer one for a single
// thing and never say the inner one.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/tab_order.h"

namespace veedor::rules::wcag {
namespace {

// WAI-ARIA 1.2 §5.2.8, the roles whose children are presentational.
constexpr auto kWhole = std::to_array<std::string_view>({
    "button",
    "checkbox",
    "img",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "option",
    "progressbar",
    "radio",
    "scrollbar",
    "separator",
    "slider",
    "switch",
    "tab",
});
static_assert(std::ranges::is_sorted(kWhole));

bool is_whole(html::Element element, const a11y::Tree& tree) {
  if (!element.is("button") && !element.has("role")) return false;
  return std::ranges::binary_search(kWhole, tree.role(element));
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const html::Element root = document.root();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  html::Element element = root;
  while (element) {
    if (!is_whole(element, tree)) {
      element = element.next_in(root);
      continue;
    }
    if (!tree.is_excluded(element)) {
      const html::Element inner = first_in_tab_order(element, tree);
      if (!inner) {
        verdicts.push_back({Outcome::passed});
      } else if (!class_says_hidden(inner) || !unread) {
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = "nested",
                            .element = inner,
                            .values = {{"inner", shown_tag(inner)}, {"outer", shown_tag(element)}}});
      }
    }
    element = element.next_in_skipping_children(root);  // what is inside has been looked at
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule focusable_in_control = define({
    .id = "wcag/focusable-in-control",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2"}, .act = {"307n5z"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
