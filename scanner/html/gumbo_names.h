// What gumbo leaves to be read out of its nodes: names as the DOM has them, and who hosts a shadow tree.
#pragma once

#include <string>
#include <string_view>

#include <gumbo.h>

namespace veedor::html {

// The name of the tag, lower case but for SVG's "linearGradient" and the like; it stands in the source or
// lives for ever. Where neither has it, in capitals or with NUL in it, the null view: lower_tag_name() tells.
std::string_view tag_name(const GumboElement& element);
// HTML Standard §13.2.5.8: upper case becomes lower case, NUL becomes U+FFFD.
std::string lower_tag_name(const GumboElement& element);

// gumbo splits "xlink:href" into a namespace and "href"; the DOM's getAttribute() takes the qualified name.
bool is_qualified(const GumboAttribute& attribute, const GumboElement& element);
std::string qualified_name(const GumboAttribute& attribute);

// HTML Standard §13.2.6.4.4, a start tag whose tag name is "template".
bool is_shadow_root(const GumboNode& node);
// DOM §4.8, "attach a shadow root": these elements and autonomous custom ones.
bool may_host(const GumboNode& node);

}  // namespace veedor::html
