// What a page repeats of the pages that it links to, and where its own content begins: the ground of ACT's
// rules about bypassing blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scanner/facts/page.h"

namespace veedor::rules {

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
std::optional<OwnContent> own_content(const facts::Page& page);

// Each of these answers ACT's question of the same name for the content that the page does not repeat.
bool has_heading_for(const OwnContent& content, const facts::Page& page);   // 047fe0
bool has_landmark_for(const OwnContent& content, const facts::Page& page);  // b40fd1
enum class Instrument : std::uint8_t { none, perhaps, certain };
// ye5d6e: a link to a place just before it; perhaps, where a script may move the focus.
Instrument instrument_for(const OwnContent& content, const facts::Page& page);
// 3e12e1: controls before it that a script may have collapse something.
bool may_collapse(const OwnContent& content, const facts::Page& page);

// An HTML page with content of its own kind: no frameset.
bool may_repeat_blocks(const facts::Page& page);

}  // namespace veedor::rules
