// Where a link leads, told from its address alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// What follows the last '/' of the address, without query and fragment: "acta.pdf".
std::string_view file_name(std::string_view address);

struct FileFormat {
  std::string_view extension;           // "pdf"
  std::string_view kind;                // "document", "audio", "video"
  std::vector<std::string_view> words;  // that announce it
};
// By the extension; null for pages and what is not known. Valid for ever.
const FileFormat* file_format(std::string_view address);

// The place on this page that a link leads to, percent-decoded; "" where it leads elsewhere, to the top, or
// where programs use the fragment for something else ("#!…", "#/…", "#a=b", ":~:text").
std::string place_on_page(std::string_view reference, const facts::Page& page);

}  // namespace veedor::rules
