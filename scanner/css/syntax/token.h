// A token of CSS Syntax Module Level 3 §4.
#pragma once

#include <cstdint>
#include <string_view>

namespace veedor::css {

enum class TokenKind : std::uint8_t {
  ident,
  function,  // text: its name, without the parenthesis
  at_keyword,
  hash,
  string,
  bad_string,
  url,
  bad_url,
  delim,
  number,
  percentage,
  dimension,  // text: its unit
  whitespace,
  cdo,
  cdc,
  colon,
  semicolon,
  comma,
  open_square,
  close_square,
  open_round,
  close_round,
  open_curly,
  close_curly,
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  bool integer = false;        // number and dimension: the type flag is "integer"
  bool signed_number = false;  // number, percentage, dimension: written with + or -
  bool identifier = false;     // hash: the type flag is "id"
  char32_t delim = 0;          // of a delim
  std::uint32_t begin = 0;     // bytes of the source: [begin, end)
  std::uint32_t end = 0;
  double number = 0;
  std::string_view text;  // escapes resolved; lives as long as the source and the pool of its tokenizer

  bool is(TokenKind wanted) const { return kind == wanted; }
  bool is_delim(char32_t wanted) const { return kind == TokenKind::delim && delim == wanted; }
};

}  // namespace veedor::css
