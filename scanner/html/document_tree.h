// What a Document owns. Shared by the files of this folder only.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/html/arena.h"
#include "scanner/html/document.h"
#include "scanner/html/flat_tree.h"

namespace veedor::html {

struct ShadowId {
  std::size_t tree_root;  // index() of the shadow root
  std::string_view id;
  Element element;
};

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
  std::unordered_map<std::string_view, std::vector<Element>> by_attribute;  // in document order

  std::vector<Element> shadow_elements;
  std::vector<ShadowId> shadow_ids;  // sorted by tree, id, then order
  FlatTree flat;
};

// How parse.cpp marks declarative shadow roots in gumbo's nodes: bits of parse_flags that gumbo does not use.
// A host's shadow root stands behind the last of its children.
inline constexpr unsigned kHasShadowRoot = 1U << 20;
inline constexpr unsigned kIsShadowRoot = 1U << 21;

// parse_flags as the bits that they are: GumboParseFlags has no room for ours, so an enumeration with them
// set must not even be read.
template <class Flags>
unsigned flag_bits(const Flags& flags) {
  static_assert(sizeof(Flags) == sizeof(unsigned));
  unsigned bits = 0;
  std::memcpy(&bits, &flags, sizeof bits);
  return bits;
}

}  // namespace veedor::html
