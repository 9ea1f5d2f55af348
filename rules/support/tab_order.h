// Which elements the Tab key stops at, as far as markup tells.
#pragma once

#include "scanner/html/document.h"

namespace veedor::rules {

// Focusable and not taken out by a negative tabindex (HTML Standard §6.6.3). Whether it is rendered is
// another question.
bool in_tab_order(html::Element element);

// The first element inside `root`, never `root` itself, that is in the tab order and not hidden or inert by
// its own markup or by what is between; null if there is none.
html::Element first_in_tab_order(html::Element root);

}  // namespace veedor::rules
