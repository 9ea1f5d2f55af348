// A link or button inside a button, a check box or an image: screen readers take the outer one for a single
// thing and never say the inner one.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

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

// Buttons and what has a role, in document order.
std::vector<html::Element> candidates(const html::Document& document) {
  const auto buttons = document.all("button");
  const auto others = document.with_attribute("role");
  std::vector<html::Element> found;
  found.reserve(buttons.size() + others.size());
  std::ranges::set_union(buttons, others, std::back_inserter(found), {}, &html::Element::index,
                         &html::Element::index);
  return found;
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const html::Element root = document.root();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  std::size_t end = 0;  // of the last one: what is inside has been looked at
  for (html::Element element : candidates(document)) {
    if (element.index() < end || !std::ranges::binary_search(kWhole, tree.role(element))) continue;
    const html::Element after = element.next_in_skipping_children(root);
    end = after ? after.index() : document.element_count();
    if (tree.is_excluded(element)) continue;
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
