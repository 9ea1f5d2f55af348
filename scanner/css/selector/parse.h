// Parsing of selectors (Selectors 4 §18, CSS Nesting 1 §2).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "scanner/css/selector/selector.h"
#include "scanner/css/syntax/token.h"
#include "scanner/css/text_pool.h"

namespace veedor::css {

inline constexpr int kMaxSelectorNesting = 16;     // of :is(:not(:has(…))): deeper selectors are invalid
inline constexpr std::size_t kMaxCompounds = 256;  // of one complex selector
inline constexpr std::size_t kMaxSimples = 1024;   // of one compound
// Of one table: lists beyond are invalid, so that 8 MB of "a,a,a" do not become a gigabyte.
inline constexpr std::size_t kMaxTableSimples = 1U << 20;

struct SelectorContext {
  TextPool& pool;
  // The list of the rule that this one is nested in; 0 at the top. Where it is set, selectors without & are
  // relative to it
  // ("> a", "a" is "& a"), and & means it; at the top & means :scope.
  std::uint32_t parent_list = 0;
};

// Parses a selector list into `table` and answers its index there; nothing where the list is invalid (one
// invalid selector spoils the list, but not within :is() and :where(), which forgive). What was appended for
// an invalid list is taken back.
std::optional<std::uint32_t> parse_selector_list(std::span<const Token> tokens,
                                                 const SelectorContext& context, SelectorTable& table);

}  // namespace veedor::css
