// The blocks of text of a document, as its markup makes them: what stands between the beginnings and ends of
// paragraphs, headings, list entries and their like. Pages that repeat a block have the same text in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "scanner/html/document.h"

namespace veedor::facts {

struct TextBlock {
  html::Element element;  // that the first of it stands in
  std::size_t behind =
      0;  // index() of the last element that begins before it; never less than of the one before
  std::uint64_t hash = 0;  // of the text in lower case, white space collapsed, and of whether it is a heading
  std::string text;        // that, shortened
};

inline constexpr std::size_t kMaxTextBlocks = 4000;
inline constexpr std::size_t kMaxBlockText = 2000;  // bytes of one that count

// In document order, inside `root`. Pictures count by their alternatives, controls by their names. What the
// markup hides (hidden, style="display:none", scripts) is left out. At most kMaxTextBlocks.
std::vector<TextBlock> text_blocks(html::Element root);

}  // namespace veedor::facts
