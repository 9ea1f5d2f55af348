#include "rules/support/tab_order.h"

namespace veedor::rules {

html::Element first_in_tab_order(html::Element root, const a11y::Tree& tree) {
  html::Element inner = root.next_in(root);
  while (inner) {
    if (tree.is_tabbable(inner)) return inner;
    inner = tree.is_rendered(inner) ? inner.next_in(root) : inner.next_in_skipping_children(root);
  }
  return {};
}

}  // namespace veedor::rules
