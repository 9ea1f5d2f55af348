// Where a colour was declared, in few words for a message, and by which selector, for the cause of a finding.
#pragma once

#include <string>
#include <string_view>

#include "rules/support/backdrop.h"
#include "scanner/css/cascade/styles.h"

namespace veedor::rules {

struct ColourSource {
  std::string place;     // "site.css:12", "<style>:8", "style=\"\"", or the system colour of a browser
  std::string selector;  // ".menu a"; "" where there is none
};

// `browser`: what CSS calls the browser's own colour (CSS Color 4 §6.2), such as "LinkText".
ColourSource colour_source(const css::Styles& styles, const css::Style& style, css::Property property,
                           std::string_view browser);
// Of the letters of an element.
ColourSource text_source(const css::Styles& styles, const css::Style& style, html::Element element);
// Of the uppermost background.
ColourSource background_source(const css::Styles& styles, const Surface& surface);

}  // namespace veedor::rules
