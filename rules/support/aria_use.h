// What rules about ARIA ask of one element: which role its author wrote, and whether its attributes mean
// something.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/a11y/aria.h"
#include "scanner/a11y/tree.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// The first token of role="" that names a role which authors may use; null where there is none.
const a11y::AriaRole* written_role(html::Element element);

// What it is to assistive technology: the role that counts or, where browsers set it aside (a listitem
// without its list), the one that was written. "" for generic, "none" for presentational.
std::string_view meant_role(html::Element element, const a11y::Tree& tree);

// role="" repeats what the element is of itself, so that HTML's attributes speak for it.
bool repeats_native_role(html::Element element, const a11y::AriaRole& role, const a11y::Tree& tree);

// Scripts may give it a role that no markup shows (HTML Standard §4.13.7.4).
bool has_unknown_role(html::Element element);

// ACT's "HTML or SVG element": everything but MathML.
bool is_html_or_svg(html::Element element);

// Left for a script to fill in: "{{open}}", "${count}".
bool is_unfilled(std::string_view value);

// The first global ARIA attribute with a value, aria-hidden apart; "" where there is none.
std::string_view global_attribute(html::Element element);

// "row, rowgroup"
std::string joined(const std::vector<std::string_view>& words);

}  // namespace veedor::rules
