// The Markdown of rule texts as HTML: paragraphs, lists, fenced code, `code`, **strong** and *emphasis*.
#pragma once

#include <string>
#include <string_view>

namespace veedor::reports {

// Text with & < > " ' as character references.
std::string escape_html(std::string_view text);
// Everything is escaped; there are no links, headings or HTML blocks. Linear in the text.
std::string markdown_to_html(std::string_view text);

}  // namespace veedor::reports
