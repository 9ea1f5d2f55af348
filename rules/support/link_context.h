// What stands around a link that may explain its text (WCAG 2.2, "programmatically determined link context").
#pragma once

#include <cstdint>

#include "scanner/a11y/tree.h"
#include "scanner/html/document.h"

namespace veedor::rules {

enum class LinkContext : std::uint8_t {
  explained,    // the sentence, paragraph, list item, cell or description has words of its own
  heading,      // only the heading of its part of the page, which ACT does not count
  column_only,  // in a table row whose other cells say what it is about, but are no header cells
  none,
};

LinkContext link_context(html::Element link, const a11y::Tree& tree);

}  // namespace veedor::rules
