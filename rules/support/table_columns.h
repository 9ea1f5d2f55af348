// Tables that are made of plain text: lines whose parts are lined up with spaces, tabs or strokes.
#pragma once

#include <string_view>

namespace veedor::rules {

// A row of such a table, a view into `text`; "" where there is none. Text that looks like a program is none.
std::string_view row_of_text_table(std::string_view text);

}  // namespace veedor::rules
