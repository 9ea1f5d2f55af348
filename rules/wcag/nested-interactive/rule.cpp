// A button or field inside a link: one press, two things that may happen.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/tab_order.h"

namespace veedor::rules::wcag {
namespace {

// HTML Standard §4.5.1: no interactive content and no tabindex inside a link. Buttons and their like are
// focusable-in-control's.
void judge(html::Element outer, const facts::Page& page, Verdicts& verdicts, bool& passed) {
  const a11y::Tree& tree = page.tree();
  if (tree.is_excluded(outer) || !tree.is_focusable(outer)) return;
  const html::Element inner = first_in_tab_order(outer, tree);
  if (!inner) {
    passed = true;
    return;
  }
  if (class_says_hidden(inner) && has_unread_styles(page)) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = "nested",
                      .element = inner,
                      .values = {{"inner", shown_tag(inner)}, {"outer", shown_tag(outer)}}});
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view role : {"link", "menuitem"}) {
    std::size_t end = 0;
    for (html::Element outer : page.tree().with_role(role)) {
      if (outer.index() < end) continue;
      const html::Element after = outer.next_in_skipping_children(page.document().root());
      end = after ? after.index() : page.document().element_count();
      judge(outer, page, verdicts, passed);
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule nested_interactive = define({
    .id = "wcag/nested-interactive",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
