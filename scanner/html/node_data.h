// The nodes of a finished tree as the views of element.h read them; everybody else reads the views.
//
// The nodes of one tree stand in pre-order in one array, the document's first and each shadow tree behind it:
// a walk reads memory from front to back, and what another node is, is told by its distance.
#pragma once

#include <cstdint>
#include <string_view>

namespace veedor::html {

// Where a start tag begins in the decoded source; line and column count from 1, column in bytes. Line 0: the
// parser made it up. An element that the parser repeats (<p><b>x<p>y) has the position and source of its tag.
struct Position {
  unsigned line = 0;
  unsigned column = 0;
};

struct Attribute {
  std::string_view name;   // lower case in HTML; "viewBox", "xlink:href" in SVG
  std::string_view value;  // character references resolved
};

// What only findings ask of an element.
struct StartTag {
  std::string_view source;  // as written; empty where the parser made it up
  Position position;
  // Among the siblings of the same type, from 1, and how many these are: written by selector.cpp when first
  // asked for, by the document's one thread; 0 until then.
  mutable std::uint32_t place = 0;
  mutable std::uint32_t of_type = 0;
};

struct NodeData {
  enum class Kind : std::uint8_t { text, html, svg, mathml };

  std::uint32_t size = 1;      // nodes of the subtree, itself included: what follows it is at this + size
  std::uint32_t up = 0;        // the parent is at this - up; 0 at the root of a tree
  std::uint32_t index = 0;     // Element::index()
  std::uint32_t shadow = 0;    // from a host on to its shadow root, or back from there; 0 without
  const char* text = nullptr;  // of a text; of an element its tag name
  std::uint32_t text_length = 0;
  std::uint16_t attribute_count = 0;
  std::uint8_t tag = 0;  // gumbo's number of the tag name
  Kind kind : 4 = Kind::text;
  bool last : 1 = true;  // no sibling follows
  bool shadow_root : 1 = false;
  const Attribute* attributes = nullptr;
  const StartTag* start_tag = nullptr;  // null for a text

  bool is_text() const { return kind == Kind::text; }
  std::string_view text_view() const { return {text, text_length}; }
  const NodeData* parent() const { return up == 0 ? nullptr : this - up; }
  const NodeData* first_child() const { return size == 1 ? nullptr : this + 1; }
  const NodeData* next_sibling() const { return last ? nullptr : this + size; }
};
static_assert(sizeof(NodeData) == 48, "four of them in three cache lines");

}  // namespace veedor::html
