// What rules about names ask of an element beside its name: what is in it, whether a style sheet probably
// hides it, and how to show it in a message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// What stands in an element that has no name.
enum class Inside : std::uint8_t { nothing, image, icon };
Inside inside(html::Element element);
// A message key for it: "empty", "image-only", "icon-only".
std::string_view inside_key(html::Element element);

// Served as HTML, or as nothing in particular: ACT leaves SVG and other XML out of the rules about whole
// pages.
bool is_html_page(const facts::Page& page);

// Whether some of the page's styles are not known, which may show and hide what is not told here.
bool has_unread_styles(const facts::Page& page);

// A class of the element or of one around it says, by the customs of style libraries, that it is not shown
// ("d-none", "hidden", "honeypot"). Only a hint: it is a reason to be silent, never to fail.
bool class_says_hidden(html::Element element);

// The first token of role="" that is a role, as written there in lower case; "" for none.
std::string_view explicit_role(html::Element element);

// tabindex="" with a negative number.
bool has_negative_tabindex(html::Element element);

// The start tag on one line, shortened.
std::string shown_tag(html::Element element);
// Foreign text on one line, shortened.
std::string shown(std::string_view text, std::size_t max_bytes = 80);

}  // namespace veedor::rules
