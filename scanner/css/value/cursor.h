// Reading the tokens of one value from left to right. White space is skipped on the way; the text between two
// places can be had as it was written.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "scanner/css/syntax/token.h"
#include "scanner/css/text_pool.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// Deeper functions and parentheses make a value invalid, so that recursion on them is bounded.
inline constexpr int kMaxValueDepth = 32;

class Cursor {
 public:
  // The tokens' offsets count in `text`. Both, and the pool, outlive the cursor.
  Cursor(std::span<const Token> tokens, std::string_view text, TextPool& pool);

  bool at_end() const { return at_ >= tokens_.size(); }
  // The token here, never white space; of kind `end` at the end.
  const Token& peek() const;
  const Token& take();
  std::size_t mark() const { return at_; }
  void rewind(std::size_t mark) { at_ = mark; }
  void restart();
  // From the token at `mark` to what was taken last.
  std::string_view text_since(std::size_t mark) const;

  // White space right before and right behind the token here.
  bool space_before() const;
  bool space_behind() const;

  // What is inside the function or block that stands here; the cursor moves behind it. Empty when something
  // else stands here.
  Cursor take_block();

  bool take_ident(std::string_view lower_case);
  bool take_delim(char32_t delim);
  bool take_comma();
  // One of `words`, separated by spaces; "old=new" reads `old` as `new`. A view into `words`, or "" with
  // nothing taken.
  std::string_view take_word(std::string_view words);
  bool is_function() const { return peek().is(TokenKind::function); }
  bool is_function(std::string_view lower_case) const;

  TextPool& pool() const { return *pool_; }
  int depth() const { return depth_; }
  bool too_deep() const { return depth_ > kMaxValueDepth; }

  // Quirks Mode Standard §3.1 and §3.2, where the property and the mode allow them.
  bool hashless_colours = false;
  bool unitless_lengths = false;

 private:
  void skip_space();
  std::size_t behind_block() const;

  std::span<const Token> tokens_;
  std::string_view text_;
  TextPool* pool_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

// The word of a list such as "none auto red=rot" that `text` names in any case, or "".
std::string_view find_word(std::string_view words, std::string_view text);

}  // namespace veedor::css
