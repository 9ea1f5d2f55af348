// Selectors as they are matched (Selectors 4): flat tables that a style sheet owns.
//
// A complex selector is a run of compounds, rightmost first; a compound is a run of simple selectors. Lists
// within :is(), :not(), :has() … and the parents of nested rules are lists in the same tables.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace veedor::css {

enum class Combinator : std::uint8_t { none, descendant, child, next_sibling, subsequent_sibling };

enum class SimpleKind : std::uint8_t {
  universal,
  tag,  // name lower-cased in `folded`, as written in `name`
  id,
  class_,
  attribute,
  pseudo_class,  // `pseudo`
  list,          // :is(), :where(), :not(), :has(), & by `pseudo`; `list` has the arguments; & without a
                 // list is :scope
};

enum class AttributeTest : std::uint8_t { exists, equals, includes, dash, prefix, suffix, substring };
enum class AttributeCase : std::uint8_t {
  by_document,
  insensitive,
  sensitive
};  // by_document: HTML's list of attributes decides

enum class PseudoClass : std::uint8_t {
  none,
  // structural
  root,
  scope,
  empty,
  first_child,
  last_child,
  only_child,
  first_of_type,
  last_of_type,
  only_of_type,
  nth_child,
  nth_last_child,
  nth_of_type,
  nth_last_of_type,
  // logical: the kind is `list`
  is,
  where,
  not_,
  has,
  nesting,
  // language and direction
  lang,
  dir,
  // links
  any_link,
  link,
  visited,
  target,
  local_link,
  // form states, from markup
  enabled,
  disabled,
  checked,
  indeterminate,
  default_,
  required,
  optional,
  read_only,
  read_write,
  placeholder_shown,
  valid,
  invalid,
  in_range,
  out_of_range,
  user_valid,
  user_invalid,
  autofill,
  blank,
  // states that a rule can ask for
  hover,
  active,
  focus,
  focus_visible,
  focus_within,
  // others
  open,
  modal,
  fullscreen,
  popover_open,
  defined,
  host,
  host_context,
  pseudo_argument,  // of ::slotted() and ::part(): `list` is asked of the element itself, the rest of the
                    // compound of its slot or host
  never,            // known, but never true of a page at rest (:playing, :target-within …)
};

enum class PseudoElement : std::uint8_t {
  none,
  before,
  after,
  marker,
  placeholder,
  first_line,
  first_letter,
  selection,
  backdrop,
  slotted,  // ::slotted(): `list` of the last compound
  part,
  other,  // known, but without an effect on what veedor computes
};

struct Specificity {  // Selectors 4 §17
  std::uint16_t a = 0, b = 0, c = 0;
  auto operator<=>(const Specificity&) const = default;
};

struct Simple {
  SimpleKind kind = SimpleKind::universal;
  PseudoClass pseudo = PseudoClass::none;
  AttributeTest test = AttributeTest::exists;
  AttributeCase attribute_case = AttributeCase::by_document;
  bool any_namespace = false;  // of an attribute: [*|href] is xlink:href, too
  std::uint32_t hash = 0;  // of `folded` for a tag, of `name` for an id, class or attribute: see hash_name()
  std::uint32_t list = 0;  // index of a SelectorList; 0: none
  int step = 0;            // An+B
  int offset = 0;
  std::string_view name;    // of the tag, id, class or attribute; the argument of :dir(); those of :lang(),
                            // between commas
  std::string_view folded;  // the name of a tag or attribute in ASCII lower case
  std::string_view value;   // of an attribute test
};

struct Compound {
  std::uint32_t first = 0;  // of its simple selectors
  std::uint16_t count = 0;
  // Between this compound and the next one, which stands to its left. In an argument of :has() also of the
  // leftmost compound: the anchor, which is not written, stands to its left.
  Combinator combinator = Combinator::none;
};

// Which states a selector asks for anywhere: such rules can match when a rule of ours asks for that state.
struct States {
  bool hover : 1 = false;
  bool active : 1 = false;
  bool focus : 1 = false;  // also asks for :focus-within of the ancestors
  bool focus_visible : 1 = false;
  bool any() const { return hover || active || focus || focus_visible; }
  bool operator==(const States&) const = default;
};

struct Complex {
  std::uint32_t first = 0;  // of its compounds, rightmost first
  std::uint16_t count = 0;
  PseudoElement pseudo_element = PseudoElement::none;
  States states;
  Specificity specificity;
};

// Lists hold indexes of complex selectors: [first, first + count) of SelectorTable::list_items.
struct SelectorList {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  Specificity specificity = {};  // the highest of its selectors
  States states = {};            // that any of them asks for
};

struct SelectorTable {
  std::vector<Simple> simples;
  std::vector<Compound> compounds;
  std::vector<Complex> complexes;
  std::vector<SelectorList> lists = {SelectorList{}};  // list 0 is no list
  std::vector<std::uint32_t> list_items;

  std::span<const Compound> compounds_of(const Complex& complex) const {
    return {compounds.data() + complex.first, complex.count};
  }
  std::span<const Simple> simples_of(const Compound& compound) const {
    return {simples.data() + compound.first, compound.count};
  }
  std::span<const std::uint32_t> items_of(std::uint32_t list) const {
    return {list_items.data() + lists[list].first, lists[list].count};
  }
};

// FNV-1a in 32 bits; the same for elements and selectors.
constexpr std::uint32_t hash_name(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace veedor::css
