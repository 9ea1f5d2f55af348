// Does a selector match an element? (Selectors 4.) Combinators are walked without recursion and without
// exponential backtracking; only :is(), :not() and the like nest, as deep as kMaxSelectorNesting and the
// nesting of rules let them.
#pragma once

#include <cstdint>

#include "scanner/css/selector/match_cache.h"
#include "scanner/css/selector/selector.h"
#include "scanner/html/document.h"

namespace veedor::css {

// What a matcher asks of the page around an element beyond its markup.
struct MatchContext {
  const html::Document& document;
  bool quirks = false;  // ids and classes match without ASCII case
  // What is taken to be hovered, focused … as `states` say; null: nothing is.
  html::Element state_element = {};
  States states = {};
  html::Element scope = {};  // :scope; null: the root element
  // For the style sheets of a shadow tree: the element that the tree belongs to. Null: a sheet of the
  // document, for which :host is nothing.
  html::Element host = {};
  html::Element slot = {};  // where the element to match is assigned to, for ::slotted()
  // Steps that matching may still take on this page; at 0 every selector fails to match, and the caller says
  // so.
  std::uint64_t* steps_left;
  MatchCache& cache;  // of this document
};

// `complex` without its pseudo-element: the caller has looked at that. Costs a step per element visited.
// For ::slotted(), `element` is the one in the slot, for ::part() the one that has the part; the rest of the
// selector is then asked of `context.slot` and `context.host`.
bool matches(html::Element element, const Complex& complex, const SelectorTable& table,
             MatchContext& context);
// Whether any selector of a list matches; those with a pseudo-element do not.
bool matches_list(html::Element element, std::uint32_t list, const SelectorTable& table,
                  MatchContext& context);

}  // namespace veedor::css
