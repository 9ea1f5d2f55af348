// Text reduced to its words, so that texts can be compared however they are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scanner/html/document.h"

namespace veedor::rules {

// Lower case, accents of Latin letters taken off, every run of signs and white space one space, none at the
// ends: "mas informacion" for "Más información »". Reads at most 4096 bytes.
std::string plain_words(std::string_view text);
void append_plain_words(std::string_view text, std::string& out);

// `words` stands in `text` at the borders of words; both as plain_words() writes them.
bool has_words(std::string_view text, std::string_view words);
bool starts_with_words(std::string_view text, std::string_view words);

// The texts inside an element, white space as it is, of its first nodes: enough for any link.
std::string bounded_text(html::Element element);

}  // namespace veedor::rules
