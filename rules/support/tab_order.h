// What the Tab key stops at.
#pragma once

#include "scanner/a11y/tree.h"

namespace veedor::rules {

// The first element inside `root`, never `root` itself, that is in the tab order (HTML Standard §6.6.3); null
// if there is none.
html::Element first_in_tab_order(html::Element root, const a11y::Tree& tree);

}  // namespace veedor::rules
