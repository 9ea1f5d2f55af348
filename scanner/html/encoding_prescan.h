// The encoding that a page declares in its own first bytes. Shared by the files of this folder only.
#pragma once

#include <string_view>

namespace veedor::html {

// HTML Standard §13.2.3.2, "prescan a byte stream to determine its encoding", on the first 1,024 bytes. An
// encoding's name, or empty if the page declares none.
std::string_view prescan(std::string_view bytes);

}  // namespace veedor::html
