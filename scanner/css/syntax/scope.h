// @scope (CSS Cascade 6 §2.5), rewritten as nesting: "@scope (a) to (b) { img { … } }" becomes
// ":where(a) { img:not(:where(b), :where(b) *) { … } }".
//
// This differs from the specification where it says more than nesting can: the root itself matches only as
// :scope or &, a scope within a scope counts no proximity, :scope has no specificity, and the limit counts
// also where it stands outside of the root.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "scanner/css/syntax/token.h"

namespace veedor::css {

struct Scope {
  std::vector<Token> root;   // ":where(a)"; empty: the element around the sheet's owner
  std::vector<Token> limit;  // ":not(:where(b), :where(b) *)", or empty
};

// Nothing for a prelude that is invalid, or whose limit is too long to be repeated in each selector.
std::optional<Scope> parse_scope(std::span<const Token> prelude);

// The selector list with the limit at the end of each selector, before its pseudo-element. `directly`: not
// within another style rule of the scope, so that :scope is what & is there. Empty where the list would
// become longer than ItemReader::kMaxTokens.
std::vector<Token> limit_selectors(std::span<const Token> selectors, std::span<const Token> limit,
                                   bool directly);

}  // namespace veedor::css
