// From tokens to name, value and importance.
#include "scanner/css/syntax/declaration_parts.h"

#include <cstddef>
#include <cstdint>

#include "scanner/base/text.h"
#include "scanner/css/syntax/brackets.h"
#include "scanner/css/syntax/item_reader.h"

namespace veedor::css {
namespace {

// The number of the colon behind the name; 0 where there is none.
std::size_t find_colon(std::span<const Token> tokens) {
  if (tokens.empty() || !tokens.front().is(TokenKind::ident)) return 0;
  std::size_t at = 1;
  while (at < tokens.size() && tokens[at].is(TokenKind::whitespace)) ++at;
  return at < tokens.size() && tokens[at].is(TokenKind::colon) ? at : 0;
}

enum class Form : std::uint8_t { bad, open, closed };  // open: brackets are closed by the end of the source

// `<declaration-value>` (§8.2).
Form form(std::span<const Token> value) {
  Brackets brackets;
  for (const Token& token : value) {
    if (token.is(TokenKind::bad_string) || token.is(TokenKind::bad_url)) return Form::bad;
    if (token.is_delim('!') && !brackets.any()) return Form::bad;
    if (!brackets.see(token.kind)) return Form::bad;
  }
  return brackets.any() ? Form::open : Form::closed;
}

// The value without "!important"; the value itself where it does not end so.
std::span<const Token> without_important(std::span<const Token> value) {
  if (value.empty() || !value.back().is(TokenKind::ident) || !ascii_iequals(value.back().text, "important")) {
    return value;
  }
  const std::span<const Token> before = trim(value.first(value.size() - 1));
  if (before.empty() || !before.back().is_delim('!')) return value;
  return trim(before.first(before.size() - 1));
}

}  // namespace

bool starts_declaration(std::span<const Token> tokens) { return find_colon(tokens) != 0; }

std::optional<DeclarationParts> take_apart(std::span<const Token> tokens) {
  const std::size_t colon = find_colon(tokens);
  if (colon == 0) return {};
  DeclarationParts parts;
  parts.name = tokens.front();
  parts.value = trim(tokens.subspan(colon + 1));
  const std::span<const Token> shorter = without_important(parts.value);
  // Within a bracket that nobody closes, "!important" is a part of the value.
  if (shorter.size() < parts.value.size() && form(shorter) != Form::open) {
    parts.important = true;
    parts.value = shorter;
  }
  if (form(parts.value) == Form::bad) return {};
  return parts;
}

}  // namespace veedor::css
