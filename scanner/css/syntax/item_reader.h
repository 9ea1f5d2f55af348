// CSS Syntax 3 §5.4: cuts a style sheet into rules, at-rules and declarations, one at a time and in one pass.
//
// What §5.4.4 describes as trying a declaration first and then, from the same place, a nested rule is decided
// while the tokens are read: a block among other values can only belong to a rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/css/syntax/brackets.h"
#include "scanner/css/syntax/token.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

// What the reader stands in.
enum class Contents : std::uint8_t {
  sheet,         // the outermost level of a style sheet
  rules,         // a block of rules: @media and the like
  style,         // a block of declarations and nested rules
  declarations,  // style="": no rules, no closing brace
};

struct Item {
  enum class Kind : std::uint8_t { end, rule, at_rule, declaration } kind = Kind::end;
  bool has_block = false;  // rule and at_rule: `{` was read; the caller reads the block, or skips it
  bool too_long = false;   // of more tokens than are kept: to be left out
  Token keyword;           // of an at_rule
  // The prelude, or the whole declaration without `;`; no white space at either end. Valid until the next
  // call.
  std::span<const Token> tokens;
};

class ItemReader {
 public:
  static constexpr std::size_t kMaxTokens = std::size_t{1} << 19;  // of one prelude or declaration

  ItemReader(std::string_view source, TextPool& pool);

  // The next item of the block; `end` once its `}` was read, or at the end of the source.
  Item next(Contents contents);
  // Skips to behind the `}` of the block that was just opened.
  void skip_block();

 private:
  void advance() { next_ = tokenizer_.next(); }
  void take();
  struct Stops {
    bool semicolon = false;
    bool open = false;
    bool close = false;
  };
  void collect(Stops stops);
  Item at_rule(Contents contents);
  std::optional<Item> rule(Contents contents);
  std::optional<Item> rule_or_declaration();
  std::optional<Item> declaration();
  bool take_lone_block();
  Item item(Item::Kind kind) const;

  Tokenizer tokenizer_;
  Token next_;
  std::vector<Token> tokens_;  // of the item being read
  Brackets brackets_;
  bool too_long_ = false;
};

std::span<const Token> trim(std::span<const Token> tokens);

}  // namespace veedor::css
