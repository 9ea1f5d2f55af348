// What a Document owns. Shared by the files of this folder only.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
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

// The elements of a document that have an attribute, by its name.
class AttributeTable {
 public:
  // The same name with characters that all share that have it, as long as the table lives, and its number.
  struct Name {
    std::string_view name;
    std::uint32_t number;
  };
  Name intern(std::string_view name);
  void add(std::uint32_t name_number, std::uint32_t element_index) {
    uses_.push_back({name_number, element_index});
  }
  // After the last add(): `elements` by their indexes.
  void finish(std::span<const Element> elements);

  std::span<const Element> with(std::string_view name) const;  // in document order
  std::span<const std::string_view> names() const { return names_; }

 private:
  struct Use {
    std::uint32_t name;
    std::uint32_t element;
  };
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::deque<std::string> kept_;
  std::vector<std::string_view> names_;  // by number, in `kept_`
  std::vector<Use> uses_;
  std::vector<Element> elements_;     // by name, then document order
  std::vector<std::uint32_t> begin_;  // where each name begins in `elements_`; one more for the end
};

struct DocumentTree {
  DocumentTree(std::string utf8, Budget budget) : source(std::move(utf8)), arena(budget) {}

  // indexes.cpp, once the nodes are there
  void make_indexes();
  const std::string source;
  Arena arena;  // of attributes, and of what `source` does not have in the same characters
  std::vector<NodeData> nodes;
  std::vector<StartTag> start_tags;  // by Element::index()
  Element root;
  bool quirks_mode = false;
  bool has_doctype = false;

  std::vector<Element> elements;         // in document order
  std::vector<Element> by_tag;           // HTML namespace only, by parser's tag number, then document order
  std::vector<std::uint32_t> tag_begin;  // where each tag number begins in `by_tag`; one more for the end
  std::vector<Element> by_id;            // sorted by id, then document order
  std::vector<Element> repeated_ids;     // of these, all but the first of each id
  AttributeTable attributes;

  std::vector<Element> shadow_elements;
  std::vector<ShadowId> shadow_ids;  // sorted by tree, id, then order
  FlatTree flat;
};

}  // namespace veedor::html
