// @import (CSS Cascade 5 §2).
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/css/syntax/sheet_parser.h"
#include "scanner/css/syntax/supports.h"

namespace veedor::css {
namespace {

bool is_word(const Token& token, TokenKind kind, std::string_view word) {
  return token.is(kind) && ascii_iequals(token.text, word);
}

// `url("a")` holds its string; what may follow it asks for things that nobody does yet (CSS Values 4 §4.5).
std::string_view read_url(TokenStream& stream) {
  const Token& token = stream.next();
  if (token.is(TokenKind::string) || token.is(TokenKind::url)) return token.text;
  if (!is_word(token, TokenKind::function, "url")) return {};
  const std::span<const Token> argument = trim(stream.block());
  return !argument.empty() && argument[0].is(TokenKind::string) ? argument[0].text : std::string_view();
}

// `layer` or `layer(name)`; an invalid name is left to the media queries, where nobody knows it.
std::optional<LayerName> read_layer(TokenStream& stream) {
  stream.skip_whitespace();
  if (is_word(stream.peek(), TokenKind::ident, "layer")) {
    stream.next();
    return LayerName();
  }
  if (!is_word(stream.peek(), TokenKind::function, "layer")) return {};
  TokenStream behind = stream;
  behind.next();
  const std::vector<LayerName> names = parse_layer_names(behind.block());
  if (names.size() != 1) return {};
  stream = behind;
  return names[0];
}

}  // namespace

std::optional<SheetParser::Frame> SheetParser::import(const Item& item) {
  if (phase_ > Phase::imports) return {};
  TokenStream stream(item.tokens);
  Import found{.offset = item.keyword.begin};
  found.url = read_url(stream);
  if (found.url.empty()) return {};
  phase_ = Phase::imports;

  const std::optional<LayerName> layer = read_layer(stream);
  stream.skip_whitespace();
  if (is_word(stream.peek(), TokenKind::function, "supports")) {
    stream.next();
    if (!evaluate_import_supports(stream.block(), values_)) {
      found.condition = add_condition(Condition::Kind::never, found.condition);
    }
  }
  MediaQueryList queries = MediaQueryList::parse(stream.rest());
  if (!queries.always()) {
    found.condition = add_condition(Condition::Kind::media, found.condition, std::move(queries));
  }
  found.layers_before = static_cast<std::uint32_t>(sheet_.layers.size());
  found.mentions_before = static_cast<std::uint32_t>(sheet_.layer_mentions.size());
  if (layer) found.layer = layers_.mention(0, *layer, found.condition);
  sheet_.imports.push_back(found);
  return {};
}

}  // namespace veedor::css
