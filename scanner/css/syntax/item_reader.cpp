// Rules, at-rules and declarations with the error recovery of CSS Syntax 3 §5.4.
#include "scanner/css/syntax/item_reader.h"

#include <cstddef>

#include "scanner/css/syntax/declaration_parts.h"

namespace veedor::css {
namespace {

bool is_custom_property(std::span<const Token> tokens) {
  return starts_declaration(tokens) && tokens.front().text.starts_with("--");
}

// "name:" and no value.
bool is_bare_name(std::span<const Token> tokens) {
  tokens = trim(tokens);
  return starts_declaration(tokens) && tokens.back().is(TokenKind::colon) &&
         trim(tokens.first(tokens.size() - 1)).size() == 1;
}

}  // namespace

std::span<const Token> trim(std::span<const Token> tokens) {
  while (!tokens.empty() && tokens.front().is(TokenKind::whitespace)) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().is(TokenKind::whitespace)) tokens = tokens.first(tokens.size() - 1);
  return tokens;
}

ItemReader::ItemReader(std::string_view source, TextPool& pool) : tokenizer_(source, pool) { advance(); }

Item ItemReader::item(Item::Kind kind) const {
  Item item;
  item.kind = kind;
  item.too_long = too_long_;
  if (!too_long_) item.tokens = trim(tokens_);
  return item;
}

void ItemReader::take() {
  brackets_.see(next_.kind);
  if (tokens_.size() < kMaxTokens) {
    tokens_.push_back(next_);
  } else {
    too_long_ = true;
  }
  advance();
}

// Takes component values until one of the stops comes next outside every bracket.
void ItemReader::collect(Stops stops) {
  while (!next_.is(TokenKind::end)) {
    if (!brackets_.any()) {
      if (stops.semicolon && next_.is(TokenKind::semicolon)) return;
      if (stops.open && next_.is(TokenKind::open_curly)) return;
      if (stops.close && next_.is(TokenKind::close_curly)) return;
    }
    take();
  }
}

void ItemReader::skip_block() {
  brackets_.clear();
  brackets_.see(TokenKind::open_curly);
  for (; brackets_.any() && !next_.is(TokenKind::end); advance()) brackets_.see(next_.kind);
}

// §5.4.2
Item ItemReader::at_rule(Contents contents) {
  const Token keyword = next_;
  advance();
  collect(
      {.semicolon = true, .open = true, .close = contents == Contents::rules || contents == Contents::style});
  Item found = item(Item::Kind::at_rule);
  found.keyword = keyword;
  found.has_block = next_.is(TokenKind::open_curly);
  if (!next_.is(TokenKind::close_curly)) advance();
  return found;
}

// §5.4.3 outside of style rules; nothing for what is no rule.
std::optional<Item> ItemReader::rule(Contents contents) {
  collect({.open = true, .close = contents == Contents::rules});
  if (!next_.is(TokenKind::open_curly)) return {};
  advance();
  if (is_custom_property(tokens_)) {
    skip_block();
    return {};
  }
  Item found = item(Item::Kind::rule);
  found.has_block = true;
  return found;
}

// §5.4.4 and §5.4.6 within a style rule.
std::optional<Item> ItemReader::rule_or_declaration() {
  collect({.semicolon = true, .open = true, .close = true});
  if (next_.is(TokenKind::open_curly)) {
    if (is_custom_property(tokens_)) {
      collect({.semicolon = true, .close = true});
    } else if (is_bare_name(tokens_)) {
      if (!take_lone_block()) return {};
    } else {
      advance();
      Item found = item(Item::Kind::rule);
      found.has_block = true;
      return found;
    }
  }
  if (next_.is(TokenKind::semicolon)) advance();
  if (!starts_declaration(tokens_)) return {};
  return item(Item::Kind::declaration);
}

// A block may be the only value of a declaration. False where more follows: then it ended a rule whose
// selector, "name:", is invalid.
bool ItemReader::take_lone_block() {
  do take();
  while (brackets_.any() && !next_.is(TokenKind::end));
  while (next_.is(TokenKind::whitespace)) advance();
  return next_.is(TokenKind::semicolon) || next_.is(TokenKind::close_curly) || next_.is(TokenKind::end);
}

std::optional<Item> ItemReader::declaration() {
  collect({.semicolon = true});
  advance();
  if (!starts_declaration(tokens_)) return {};
  return item(Item::Kind::declaration);
}

Item ItemReader::next(Contents contents) {
  const bool outermost = contents == Contents::sheet;
  const bool holds_declarations = contents == Contents::style || contents == Contents::declarations;
  for (;;) {
    tokens_.clear();
    brackets_.clear();
    too_long_ = false;
    switch (next_.kind) {
      case TokenKind::end:
        return item(Item::Kind::end);
      case TokenKind::at_keyword:
        return at_rule(contents);
      case TokenKind::whitespace:
        advance();
        continue;
      case TokenKind::cdo:
      case TokenKind::cdc:
        if (!outermost) break;
        advance();
        continue;
      case TokenKind::semicolon:
        if (!holds_declarations) break;
        advance();
        continue;
      case TokenKind::close_curly:
        if (outermost || contents == Contents::declarations) break;
        advance();
        return item(Item::Kind::end);
      default:
        break;
    }
    std::optional<Item> found;
    if (!holds_declarations) {
      found = rule(contents);
    } else {
      found = contents == Contents::style ? rule_or_declaration() : declaration();
    }
    if (found) return *found;
  }
}

}  // namespace veedor::css
