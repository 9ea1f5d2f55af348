// Columns and lines of text by what a terminal shows: an accented letter is one column, an ideograph two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::reports {

// Columns of valid UTF-8.
std::size_t display_width(std::string_view text);
// Padded to `width` columns; longer text stays whole.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);
// Inert and at most `width` columns, with "…" where something was cut. For anything that a site may have
// sent.
std::string clip(std::string_view text, std::size_t width);
// Inert lines of at most `width` columns, broken at spaces, and inside a word that is longer than a line. At
// least one, possibly empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
// For terminals without Unicode: every character as one of ASCII, so that columns stay where they are.
std::string to_ascii(std::string_view text);

}  // namespace veedor::reports
