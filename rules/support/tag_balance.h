// Start and end tags of HTML as written, that do not match. Browsers repair them; a document no longer shows
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veedor::rules {

struct TagFault {
  std::string tag;       // lower case
  bool end_tag = false;  // without a start tag; else a start tag without its end
  unsigned line = 0;     // from 1
};

// The first hundred. Tags that the HTML Standard allows to leave out are not missed (§13.1.2.4); comments,
// scripts, styles and other raw text are skipped.
std::vector<TagFault> unbalanced_tags(std::string_view source);

}  // namespace veedor::rules
