#include "rules/support/tab_order.h"

#include "rules/support/content.h"
#include "scanner/a11y/display.h"
#include "scanner/a11y/name.h"

namespace veedor::rules {

bool in_tab_order(html::Element element) {
  return a11y::is_focusable(element) && !has_negative_tabindex(element);
}

html::Element first_in_tab_order(html::Element root) {
  html::Element inner = root.next_in(root);
  while (inner) {
    const bool gone = inner.has("inert") || a11y::display(inner) == a11y::Display::none ||
                      a11y::visibility(inner) == a11y::Visibility::hidden;
    if (!gone && in_tab_order(inner)) return inner;
    inner = gone ? inner.next_in_skipping_children(root) : inner.next_in(root);
  }
  return {};
}

}  // namespace veedor::rules
