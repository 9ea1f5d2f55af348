// Something that the Tab key stops at although it is hidden from screen readers: the focus is on nothing.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/tab_order.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// The element that keeps the focus although `top` hides it; null if there is none.
html::Element kept_in_tab_order(html::Element top, const a11y::Tree& tree) {
  return tree.is_tabbable(top) ? top : first_in_tab_order(top, tree);
}

// A class or an id by which a style sheet may hide the element itself or what is around it up to `top`.
bool has_hook(html::Element element, html::Element top) {
  for (html::Element up = element; up; up = up.parent()) {
    if (up.has("class") || up.has("id")) return true;
    if (up == top) break;
  }
  return false;
}

// Closed dialogs and menus carry aria-hidden and are hidden by a style sheet as well: nothing is said of
// those where a sheet could not be read.
void judge(html::Element top, const a11y::Tree& tree, bool unread, Verdicts& verdicts) {
  const html::Element kept = kept_in_tab_order(top, tree);
  if (!kept) {
    verdicts.push_back({Outcome::passed});
    return;
  }
  const bool uncertain = unread && has_hook(kept, top);
  if (uncertain && kept != top) return;
  verdicts.push_back({.outcome = uncertain ? Outcome::cant_tell : Outcome::failed,
                      .message = uncertain ? "perhaps" : "focusable",
                      .element = kept,
                      .values = {{"element", shown_tag(kept)}}});
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const html::Element root = document.root();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  std::size_t end = 0;  // of the last one that hides: what stands inside of it has been looked at
  for (html::Element element : document.with_attribute("aria-hidden")) {
    if (element.index() < end || !a11y::says_aria_hidden(element)) continue;
    judge(element, page.tree(), unread, verdicts);
    const html::Element after = element.next_in_skipping_children(root);
    end = after ? after.index() : document.element_count();
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_hidden_focus = define({
    .id = "wcag/aria-hidden-focus",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"4.1.2"}, .act = {"6cfa84"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
