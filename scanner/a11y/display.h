// How an element is laid out as far as its markup tells: the default style sheet of the HTML Standard (§15.3)
// and style="".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/html/document.h"

namespace veedor::a11y {

// The value in force of `property` (lower case) within a style attribute, lower case and without !important;
// none where it is not declared. Strings, brackets and comments are skipped as a CSS parser does.
std::optional<std::string> style_value(std::string_view style, std::string_view property);

enum class Display : unsigned char {
  none,
  inline_text,  // runs on with the text around it
  apart,  // blocks, table cells, inline blocks and replaced elements: never joined to the text around them
};
// Of the element itself; ancestors are not looked at. `hidden`, closed dialogs and popovers are none.
Display display(html::Element element);

// Never shown, whatever attributes and styles say: scripts, style sheets, templates, hidden inputs …
bool never_rendered(html::Element element);

enum class Visibility : unsigned char { inherited, visible, hidden };
Visibility visibility(html::Element element);

}  // namespace veedor::a11y
