// What of an element's text can be seen.
#pragma once

#include <string>
#include <string_view>

#include "scanner/facts/page.h"

namespace veedor::rules {

// ACT's "visible inner text": the texts in sight, with a space where a block or a line break parts them. Text
// in an icon font is a picture and left out. At most text::kMaxWordsText bytes of one text, and little more
// of all.
std::string visible_text(html::Element element, const a11y::Tree& tree);

// The first font of the list draws pictures for letters ("Material Icons"); what stands behind it is for
// signs that it lacks ("Segoe UI Symbol" ends many lists).
bool is_icon_font(std::string_view font_family);

}  // namespace veedor::rules
