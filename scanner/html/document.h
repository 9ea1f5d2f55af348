// An HTML document as the HTML Standard parses it, read through the views of element.h.
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
#include "scanner/html/element.h"

namespace veedor::html {

class FlatTree;
struct DocumentTree;

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
  Element first(std::string_view tag) const;  // of all(); null if none
  // Those that have this attribute, whatever its value, in document order.
  std::span<const Element> with_attribute(std::string_view name) const;
  // The names of all attributes, each once, by their first use; those of shadow trees, too.
  std::span<const std::string_view> attribute_names() const;
  // The first element with this id, in document order (DOM getElementById); null if none.
  Element by_id(std::string_view id) const;
  // Every element with this id, in document order.
  std::span<const Element> all_by_id(std::string_view id) const;
  // Those whose id an element before them has already, by id, then in document order.
  std::span<const Element> with_repeated_id() const;
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
  // not for fingerprints. "" for a null element.
  std::string selector(Element element) const;

 private:
  explicit Document(std::unique_ptr<DocumentTree> tree);
  std::unique_ptr<DocumentTree> tree_;
};

}  // namespace veedor::html
