// What a Document owns. Shared by the files of this folder only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/html/arena.h"
#include "scanner/html/document.h"

namespace veedor::html {

struct Document::Tree {
  Tree(std::string utf8, Budget budget) : source(std::move(utf8)), arena(budget) {}

  // The elements with this id, in document order.
  std::span<const Element> with_id(std::string_view id) const;

  const std::string source;
  Arena arena;  // the nodes; they point into `source` too
  Element root;
  bool quirks_mode = false;
  bool has_doctype = false;

  std::vector<Element> elements;         // in document order
  std::vector<Element> by_tag;           // HTML namespace only, by parser's tag number, then document order
  std::vector<std::uint32_t> tag_begin;  // where each tag number begins in `by_tag`; one more for the end
  std::vector<Element> by_id;            // sorted by id, then document order
};

}  // namespace veedor::html
