// An HTML document as the HTML Standard parses it, read through cheap views.
//
// A Document owns its tree; an Element and every string_view that it returns live as long as the Document.
// Parsing is bounded by a Budget: a page that exceeds it is an Error, never a crash and never unbounded time
// or memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scanner/base/result.h"

struct GumboInternalNode;

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

// A node of the tree: an element or a text. Null when default-constructed; every getter of a null view
// returns null or empty. CDATA and white space are text. Comments and the contents of <template> are in no
// walk, text or index. A declarative shadow root (HTML Standard §4.12.3.1) is no child of its host, as in the
// DOM: it is reached by shadow_root() and is the root of its own tree.
class Node;

// A view of one element; the size of a pointer, passed by value.
class Element {
 public:
  Element() = default;
  explicit Element(const GumboInternalNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Element&) const = default;

  std::string_view tag() const;  // "img"; lower case for HTML, as written for SVG and MathML; "" when null
  bool is(std::string_view tag_name) const { return tag() == tag_name; }
  bool in_html_namespace() const;
  bool synthetic() const;  // made by the parser: no start tag in the source

  std::optional<std::string_view> attribute(std::string_view name) const;
  std::string_view attribute_or(std::string_view name, std::string_view fallback) const;
  bool has(std::string_view name) const { return attribute(name).has_value(); }
  std::size_t attribute_count() const;
  Attribute attribute_at(std::size_t index) const;
  bool has_class(std::string_view token) const;  // a whole token of class=""

  Element parent() const;               // null at the root element and at a shadow root
  Element first_child() const;          // elements only
  Element next_sibling() const;         // elements only
  Node first_child_node() const;        // elements and texts
  Element next_in(Element root) const;  // pre-order successor inside `root`; null at the end
  Element next_in_skipping_children(Element root) const;
  Element ancestor(std::string_view tag_name) const;  // nearest proper ancestor with this tag; null if none

  Element shadow_root() const;  // the <template> that holds the host's shadow tree; null if none
  Element host() const;         // of a shadow root; else null

  std::string text() const;  // all descendant text, as in the source (DOM textContent)
  Position position() const;
  std::string_view source() const;  // the start tag as written; empty when synthetic

  const void* id() const { return node_; }  // identity, for maps
  // For tables: its place in Document::elements(), or behind them where it is in shadow_elements(); 0 when
  // null.
  std::size_t index() const;

 private:
  friend class Node;
  const GumboInternalNode* node_ = nullptr;
};

class Node {
 public:
  Node() = default;
  explicit Node(const GumboInternalNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Node&) const = default;

  const void* id() const { return node_; }  // identity, for maps
  bool is_text() const;                     // text, CDATA and white space
  std::string_view text() const;            // of a text node; else ""
  Element element() const;                  // null for a text
  Element parent() const;                   // that it stands in
  Node next_sibling() const;                // elements and texts
  Node next_in(Element root) const;         // pre-order successor inside `root`
  Node next_in_skipping_children(Element root) const;

 private:
  const GumboInternalNode* node_ = nullptr;
};

class FlatTree;

struct Budget {
  std::size_t memory = 64U << 20;       // bytes of tree
  std::chrono::milliseconds cpu{1000};  // of this thread
};

class Document {
 public:
  // Parses UTF-8 (see encoding.h for other encodings). The error is "over budget: memory" or "over budget:
  // time".
  static Result<Document> parse(std::string utf8, Budget budget = {});

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  const std::string& source() const;  // the decoded text
  Element root() const;               // <html>; never null
  Element head() const;               // null in a frameset that has none
  Element body() const;               // <body> or <frameset>; may be null
  bool quirks_mode() const;
  bool has_doctype() const;

  // All elements in document order, and those with one tag name (HTML namespace); the spans live as long as
  // the document.
  std::span<const Element> elements() const;
  std::span<const Element> all(std::string_view tag) const;
  Element first(std::string_view tag) const;
  // Those that have this attribute, whatever its value, in document order.
  std::span<const Element> with_attribute(std::string_view name) const;
  // The first element with this id, in document order (DOM getElementById); null if none.
  Element by_id(std::string_view id) const;
  // The first in the tree of `tree_root`, which is the root element or a shadow root (DOM
  // DocumentOrShadowRoot).
  Element by_id(std::string_view id, Element tree_root) const;

  // Shadow roots and the elements of their trees, each tree in its own order; their index() goes on where
  // that of elements() ends. They are in none of the tables above.
  std::span<const Element> shadow_elements() const;
  std::size_t element_count() const;  // of both: one past the greatest index()
  // Hosts, slots and what is assigned to them as they are rendered. Lives as long as the document.
  const FlatTree& flat_tree() const;

  std::string title() const;      // DOM document.title: white space stripped and collapsed
  std::string base_href() const;  // of the first <base href>; empty if none

  // A selector that finds this element again and reads well: "#menu > li:nth-of-type(2) > a". For reports,
  // not for fingerprints.
  std::string selector(Element element) const;

 private:
  struct Tree;
  explicit Document(std::unique_ptr<Tree> tree);
  std::unique_ptr<Tree> tree_;
};

}  // namespace veedor::html
