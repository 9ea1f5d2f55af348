// Roles, accessible names (accname 1.2) and what assistive technology never sees, from markup alone.
//
// Style sheets are not computed yet. Not rendered means: `hidden`, a closed <dialog>, a popover, <template>,
// an input of type=hidden, what the default style sheet never shows (<script>, <noscript> …), or display:none
// or visibility:hidden in style="". aria-hidden and inert exclude from the accessibility tree only. Generated
// content (::before) is not seen.
//
// Walks up and down the tree stop after kMaxDepth elements, and of very long style="" and role="" the
// beginning counts, so that every answer costs bounded time.
#pragma once

#include <memory>
#include <string>

#include "scanner/html/document.h"

namespace veedor::a11y {

inline constexpr int kMaxDepth = 256;

// The accessible names of one document (accname 1.2 §4.3, HTML-AAM 1.0 §4.1): white space collapsed, "" for
// none. Keeps an index of the labels and the texts of referenced elements, built when first needed, so that
// asking for every element of a page stays linear. Refers to the document, which must outlive it; cheap to
// make; not for two threads.
//
// As browsers do, it gives a name to roles that prohibit one where the author wrote one (<div aria-label>).
// Default names: "Submit" and "Reset" for such buttons without value; none for an image button, whose default
// says nothing.
class Names {
 public:
  explicit Names(const html::Document& document);
  ~Names();
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  std::string of(html::Element element);

 private:
  class Walk;
  std::unique_ptr<Walk> walk_;
};

// The name of one element. For many elements of one document use Names: this builds the index of labels each
// time.
std::string accessible_name(html::Element element, const html::Document& document);

// Not rendered: neither seen nor read (HTML Standard §15.3.1 and inline styles), itself or by an ancestor.
bool is_hidden(html::Element element);
// Not in the accessibility tree: hidden, or aria-hidden="true" or inert, itself or by an ancestor.
bool is_excluded(html::Element element);

// The first valid role token of role="", lower case, or the implicit role (HTML-AAM 1.0) where the markup
// alone decides it;
// "" for none ("generic"). Presentational roles answer "none", "image" answers "img". A presentational role
// that conflicts with focus or a global ARIA attribute is ignored (ARIA 1.2 §7.1).
std::string role(html::Element element, const html::Document& document);

// The summary that opens its <details>: the first among the children (HTML Standard §4.11.2).
bool is_first_summary(html::Element element);

// Can receive focus by markup: links with href, form controls not disabled, tabindex, contenteditable …
// Whether it is rendered at all is is_hidden's question; whether it is inert, is_excluded's.
bool is_focusable(html::Element element);

}  // namespace veedor::a11y
