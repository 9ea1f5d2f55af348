// Rewrites tokens of selectors; the positions of the new ones are those of their neighbours.
#include "scanner/css/syntax/scope.h"

#include <cstddef>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/syntax/brackets.h"
#include "scanner/css/syntax/item_reader.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {
namespace {

constexpr std::size_t kMaxLimitTokens = 64;

Token made(TokenKind kind, std::string_view text = {}) {
  Token token;
  token.kind = kind;
  token.text = text;
  return token;
}

Token made_delim(char32_t delim) {
  Token token = made(TokenKind::delim);
  token.delim = delim;
  return token;
}

void append_function(std::vector<Token>& out, std::string_view name, std::span<const Token> argument) {
  out.push_back(made(TokenKind::colon));
  out.push_back(made(TokenKind::function, name));
  out.insert(out.end(), argument.begin(), argument.end());
  out.push_back(made(TokenKind::close_round));
}

// ":not(:where(b), :where(b) *)"
std::vector<Token> outside_of(std::span<const Token> limit) {
  std::vector<Token> inner;
  append_function(inner, "where", limit);
  inner.push_back(made(TokenKind::comma));
  append_function(inner, "where", limit);
  inner.push_back(made(TokenKind::whitespace));
  inner.push_back(made_delim('*'));
  std::vector<Token> out;
  append_function(out, "not", inner);
  return out;
}

bool is_pseudo(std::span<const Token> tokens, std::size_t at, std::string_view name) {
  return at + 1 < tokens.size() && tokens[at].is(TokenKind::colon) && tokens[at + 1].is(TokenKind::ident) &&
         ascii_iequals(tokens[at + 1].text, name);
}

bool starts_pseudo_element(std::span<const Token> tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || !tokens[at].is(TokenKind::colon)) return false;
  if (tokens[at + 1].is(TokenKind::colon)) return true;
  for (std::string_view name : {"before", "after", "first-line", "first-letter"}) {
    if (is_pseudo(tokens, at, name)) return true;  // Selectors 4 §3.6: once written with one colon
  }
  return false;
}

}  // namespace

std::optional<Scope> parse_scope(std::span<const Token> prelude) {
  Scope scope;
  TokenStream stream(trim(prelude));
  if (stream.peek().is(TokenKind::open_round)) {
    stream.next();
    append_function(scope.root, "where", stream.block());
  }
  stream.skip_whitespace();
  if (stream.peek().is(TokenKind::ident) && ascii_iequals(stream.peek().text, "to")) {
    stream.next();
    stream.skip_whitespace();
    if (!stream.next().is(TokenKind::open_round)) return {};
    const std::span<const Token> limit = trim(stream.block());
    if (limit.size() > kMaxLimitTokens) return {};
    scope.limit = outside_of(limit);
    stream.skip_whitespace();
  }
  if (!stream.at_end()) return {};
  return scope;
}

std::vector<Token> limit_selectors(std::span<const Token> selectors, std::span<const Token> limit,
                                   bool directly) {
  std::vector<Token> out;
  Brackets brackets;
  std::size_t end = 0;   // behind the last token of the selector that is no white space
  bool limited = false;  // the limit is already there
  const auto add_limit = [&] {
    if (!limited) out.insert(out.begin() + static_cast<std::ptrdiff_t>(end), limit.begin(), limit.end());
  };
  for (std::size_t at = 0; at < selectors.size(); ++at) {
    const Token& token = selectors[at];
    if (out.size() > ItemReader::kMaxTokens) return {};
    if (!brackets.any()) {
      if (token.is(TokenKind::comma)) {
        add_limit();
        limited = false;
      } else if (!limited && starts_pseudo_element(selectors, at)) {
        end = out.size();
        add_limit();
        limited = true;
      }
    }
    brackets.see(token.kind);
    if (directly && is_pseudo(selectors, at, "scope")) {
      out.push_back(made_delim('&'));
      ++at;
    } else {
      out.push_back(token);
    }
    if (!token.is(TokenKind::whitespace)) end = out.size();
  }
  add_limit();
  return out;
}

}  // namespace veedor::css
