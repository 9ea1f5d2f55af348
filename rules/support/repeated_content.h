// The ways past what a page repeats of others to its own content, that ACT's rules about bypassing blocks ask
// for.
#pragma once

#include <cstdint>

#include "scanner/facts/page.h"

namespace veedor::rules {

// Each of these answers ACT's question of the same name for the content that the page does not repeat.
bool has_heading_for(const facts::OwnContent& content, const facts::Page& page);   // 047fe0
bool has_landmark_for(const facts::OwnContent& content, const facts::Page& page);  // b40fd1
enum class Instrument : std::uint8_t { none, perhaps, certain };
// ye5d6e: a link to a place just before it; perhaps, where a script may move the focus.
Instrument instrument_for(const facts::OwnContent& content, const facts::Page& page);
// 3e12e1: controls before it that a script may have collapse something.
bool may_collapse(const facts::OwnContent& content, const facts::Page& page);

// An HTML page with content of its own kind: no frameset.
bool may_repeat_blocks(const facts::Page& page);

}  // namespace veedor::rules
