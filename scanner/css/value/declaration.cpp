#include "scanner/css/value/declaration.h"

#include <algorithm>
#include <optional>
#include <string>

#include "scanner/base/text.h"
#include "scanner/css/value/component.h"
#include "scanner/css/value/cursor.h"
#include "scanner/css/value/property_table.h"
#include "scanner/css/value/shorthand.h"

namespace veedor::css {

namespace {

std::span<const Token> trimmed(std::span<const Token> tokens) {
  while (!tokens.empty() && tokens.front().is(TokenKind::whitespace)) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().is(TokenKind::whitespace)) tokens = tokens.first(tokens.size() - 1);
  return tokens;
}

std::string_view text_of(std::span<const Token> tokens, std::string_view text) {
  if (tokens.empty()) return {};
  const std::size_t begin = std::min<std::size_t>(tokens.front().begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(tokens.back().end, begin, text.size());
  return text.substr(begin, end - begin);
}

// CSS Syntax 3 §8.2, <declaration-value>: nothing that would have ended the declaration, brackets in pairs.
bool is_declaration_value(std::span<const Token> tokens) {
  std::string open;  // the brackets that close what is open
  for (const Token& token : tokens) {
    switch (token.kind) {
      case TokenKind::function:
      case TokenKind::open_round:
        open += ')';
        break;
      case TokenKind::open_square:
        open += ']';
        break;
      case TokenKind::open_curly:
        open += '}';
        break;
      case TokenKind::close_round:
      case TokenKind::close_square:
      case TokenKind::close_curly: {
        const char close = token.is(TokenKind::close_round)    ? ')'
                           : token.is(TokenKind::close_square) ? ']'
                                                               : '}';
        if (open.empty() || open.back() != close) return false;
        open.pop_back();
        break;
      }
      case TokenKind::bad_string:
      case TokenKind::bad_url:
      case TokenKind::end:
        return false;
      case TokenKind::semicolon:
        if (open.empty()) return false;
        break;
      case TokenKind::delim:
        if (token.delim == '!' && open.empty()) return false;
        break;
      default:
        break;
    }
  }
  return true;
}

enum class Substitution { none, valid, invalid };

bool is_substitution(const Token& token) {
  return token.is(TokenKind::function) && token.text.size() == 3 &&
         (ascii_iequals(token.text, "var") || ascii_iequals(token.text, "env"));
}

// What follows "var(" or "env(": a name, then the end or a comma; env() has integers in between (CSS
// Environment Variables 1 §3).
bool valid_substitution(std::span<const Token> tokens, std::size_t at) {
  const bool variable = ascii_iequals(tokens[at].text, "var");
  const auto skip = [&] {
    while (at < tokens.size() && tokens[at].is(TokenKind::whitespace)) ++at;
  };
  ++at;
  skip();
  if (at >= tokens.size() || !tokens[at].is(TokenKind::ident)) return false;
  const std::string_view name = tokens[at].text;
  if (variable && (name.size() < 3 || !name.starts_with("--"))) return false;
  ++at;
  skip();
  while (!variable && at < tokens.size() && tokens[at].is(TokenKind::number) && tokens[at].integer) {
    ++at;
    skip();
  }
  return at >= tokens.size() || tokens[at].is(TokenKind::comma) || tokens[at].is(TokenKind::close_round);
}

Substitution find_substitution(std::span<const Token> tokens) {
  Substitution found = Substitution::none;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_substitution(tokens[i])) continue;
    if (!valid_substitution(tokens, i)) return Substitution::invalid;
    found = Substitution::valid;
  }
  return found;
}

std::optional<Wide> find_wide(std::span<const Token> tokens) {
  if (tokens.size() != 1 || !tokens[0].is(TokenKind::ident)) return {};
  const std::string_view word = tokens[0].text;
  if (ascii_iequals(word, "inherit")) return Wide::inherit;
  if (ascii_iequals(word, "initial")) return Wide::initial;
  if (ascii_iequals(word, "unset")) return Wide::unset;
  if (ascii_iequals(word, "revert")) return Wide::revert;
  if (ascii_iequals(word, "revert-layer")) return Wide::revert_layer;
  return {};
}

// For the longhand, or each longhand of the shorthand.
void set_all(Property property, const Value& value, Longhands& out) {
  if (is_longhand(property)) return set(out, property, value);
  for (const Property one : shorthand(property).longhands) set(out, one, value);
}

void set_custom(std::string_view name, const Value& value, Longhands& out) {
  set(out, Property::custom, value);
  out.back().custom_name = name;
}

// CSS Variables 1 §2: any text, also none, is a value.
void parse_custom(std::string_view name, std::span<const Token> tokens, const ValueSource& source,
                  Substitution substitution, Longhands& out) {
  const std::string_view text = text_of(tokens, source.text);
  if (substitution == Substitution::valid) {
    set_custom(name, Value::unresolved(text, Property::custom), out);
  } else if (const auto wide = find_wide(tokens)) {
    set_custom(name, Value::of(*wide), out);
  } else {
    set_custom(name, Value::raw(text), out);
  }
}

// The shorthands in which the Quirks Mode Standard §3 allows what it allows in their longhands.
bool quirky(Property property) {
  return property == Property::margin || property == Property::padding ||
         property == Property::border_width || property == Property::border_color;
}

bool parse_value(Property property, std::span<const Token> tokens, const ValueSource& source,
                 Longhands& out) {
  Cursor cursor(tokens, source.text, source.pool);
  if (is_longhand(property)) {
    allow_quirks(property, source.mode, cursor);
    const Value value = parse_whole(property, cursor);
    if (!value) return false;
    set(out, property, value);
    return true;
  }
  const Shorthand& entry = shorthand(property);
  if (quirky(property)) allow_quirks(entry.longhands[0], source.mode, cursor);
  const std::size_t before = out.size();
  if (entry.parse(entry, cursor, out)) return true;
  out.resize(before);
  return false;
}

}  // namespace

bool parse_declaration(Property property, std::string_view name, std::span<const Token> value,
                       const ValueSource& source, std::vector<Declaration>& out) {
  if (property >= Property::shorthand_end) return false;
  const std::span<const Token> tokens = trimmed(value);
  if (!is_declaration_value(tokens)) return false;
  const Substitution substitution = find_substitution(tokens);
  if (substitution == Substitution::invalid) return false;
  if (property == Property::custom) {
    parse_custom(name, tokens, source, substitution, out);
    return true;
  }
  if (tokens.empty()) return false;
  if (substitution == Substitution::valid) {
    set_all(property, Value::unresolved(text_of(tokens, source.text), property), out);
    return true;
  }
  if (const auto wide = find_wide(tokens)) {
    set_all(property, Value::of(*wide), out);
    return true;
  }
  return parse_value(property, tokens, source, out);
}

bool supports_declaration(std::string_view name, std::span<const Token> value, const ValueSource& source) {
  const Property property = find_property(name);
  if (property == Property::unknown) {
    const std::span<const Token> tokens = trimmed(value);
    return !tokens.empty() && is_declaration_value(tokens) && is_property_elsewhere(ascii_lower(name));
  }
  std::vector<Declaration> ignored;
  return parse_declaration(property, name, value, source, ignored);
}

}  // namespace veedor::css
