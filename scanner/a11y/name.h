// Roles' accessible names (accname 1.2) and what assistive technology never sees, from markup alone.
//
// Styles are not computed yet: hidden means the `hidden` attribute, aria-hidden, inert, an inline
// display:none or visibility:hidden, <template>, closed <dialog>, or input type=hidden.
#pragma once

#include <string>

#include "scanner/html/document.h"

namespace veedor::a11y {

// The accessible name (accname 1.2 §4.3), white space collapsed; "" when there is none.
std::string accessible_name(html::Element element, const html::Document& document);

// Not rendered: neither seen nor read (HTML Standard §15.3.1 and inline styles), itself or by an ancestor.
bool is_hidden(html::Element element);
// Not in the accessibility tree: hidden, or aria-hidden="true" itself or by an ancestor.
bool is_excluded(html::Element element);

// The first valid role token of role="", lower case, or the implicit role (HTML-AAM 1.0) where the markup
// alone decides it;
// "" for none ("generic"). Presentational roles answer "none".
std::string role(html::Element element, const html::Document& document);

// Can receive focus by markup: links with href, form controls not disabled, tabindex, contenteditable …
bool is_focusable(html::Element element);

}  // namespace veedor::a11y
