// The rules of one sheet by what the rightmost compound of their selector asks for, so that an element looks
// at few of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "scanner/css/sheet.h"

namespace veedor::css {

// What the index knows of one rule.
struct IndexedRule {
  std::uint32_t rule = 0;  // index in Sheet::rules
  // Nothing but tags, ids and classes of the element itself: no ancestors, attributes or states.
  bool local = false;
  bool sets_content = false;  // the block declares `content`
  bool by_scheme = false;     // sets a colour, under a condition that asks for the colour scheme
  bool by_size = false;       // likewise for the size of the viewport
  bool beside_state = false;  // asks for a state of a sibling, or of what is in another element (:has())
  // Hashes of ids, classes and tags that some ancestor must have; 0: none.
  std::array<std::uint32_t, 3> ancestors{};
};

// From the hash of a name to the rules that ask for it. Looked up by halves: names made to collide cost
// nothing more.
class Bucket {
 public:
  // `entries` in any order; equal hashes keep their order.
  explicit Bucket(std::vector<std::pair<std::uint32_t, IndexedRule>> entries = {});
  std::span<const IndexedRule> find(std::uint32_t hash) const;
  bool empty() const { return rules_.empty(); }
  std::span<const IndexedRule> all() const { return rules_; }

 private:
  struct Cell {
    std::uint32_t hash = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::vector<IndexedRule> rules_;
  std::vector<Cell> cells_;  // by hash
};

// One set of buckets. A rule is in exactly one, the most telling: id, class, attribute, tag, else universal.
struct Buckets {
  Bucket ids, classes, attributes, tags;
  std::vector<IndexedRule> universal;
};

// Where a sheet changes colours.
struct ColourTopics {
  bool scheme = false;  // by the colour scheme that the reader prefers
  bool size = false;    // by the size of the viewport
  bool state = false;   // in :hover, :focus …
  bool sheets = false;  // whole sheets are for some schemes or sizes

  void add(const ColourTopics& other) {
    scheme = scheme || other.scheme;
    size = size || other.size;
    state = state || other.state;
    sheets = sheets || other.sheets;
  }
};

struct RuleIndex {
  Buckets elements;         // rules for elements
  Buckets pseudo_elements;  // rules for ::before, ::after, ::marker, ::placeholder …
  Buckets states;           // of those for elements again: the ones that name :hover, :focus …
  ColourTopics colours;
};

std::shared_ptr<const RuleIndex> build_index(const Sheet& sheet);

// Names of ids and classes in quirks mode match without case.
std::uint32_t hash_of_id_or_class(std::string_view name, ParserMode mode);

}  // namespace veedor::css
