// What a page repeats of the pages that it links to, and what is its own: the ground of ACT's rules about
// bypassing blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scanner/html/document.h"

namespace veedor::facts {

class Page;

struct OwnContent {
  // The blocks of text that can be perceived, in document order; `own` is ACT's "non-repeated content after
  // repeated content".
  struct Block {
    html::Element element;
    std::size_t behind = 0;  // index() of the last element that begins before it
    bool own = false;
  };
  std::vector<Block> blocks;
  bool any = false;          // there are more than a few words of its own
  html::Element first = {};  // where the first of them begins
  std::string text = {};     // and what it says, shortened
};

// Nothing where no linked page was read whose content could be compared; pages that are nearly the same tell
// nothing about what is repeated.
std::optional<OwnContent> own_content(const Page& page);

}  // namespace veedor::facts
