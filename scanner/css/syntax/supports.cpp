// Evaluates @supports while the sheet is parsed.
#include "scanner/css/syntax/supports.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/selector/parse.h"
#include "scanner/css/syntax/declaration_parts.h"
#include "scanner/css/syntax/item_reader.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {
namespace {

constexpr int kMaxNesting = 16;

// CSS Fonts 4 §4.3: what current browsers load.
constexpr std::array<std::string_view, 5> kFontFormats{"collection", "opentype", "truetype", "woff", "woff2"};
constexpr std::array<std::string_view, 8> kFontTechs{"color-cbdt", "color-colrv0", "color-colrv1",
                                                     "color-sbix", "features-aat", "features-opentype",
                                                     "palettes",   "variations"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::span<const Token> tokens) {
  tokens = trim(tokens);
  if (tokens.size() != 1 || !tokens[0].is(TokenKind::ident)) return false;
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return ascii_iequals(word, tokens[0].text); });
}

bool supports_parts(std::span<const Token> tokens, const ValueSource& source) {
  const std::optional<DeclarationParts> parts = take_apart(trim(tokens));
  return parts && supports_declaration(parts->name.text, parts->value, source);
}

// CSS Conditional Rules 4 §2: one complex selector, not a list.
bool supports_selector(std::span<const Token> tokens, const ValueSource& source) {
  SelectorTable table;
  const auto list = parse_selector_list(trim(tokens), SelectorContext{.pool = source.pool}, table);
  return list && table.items_of(*list).size() == 1;
}

std::optional<bool> condition(std::span<const Token> tokens, const ValueSource& source, int depth);

bool function(std::string_view name, std::span<const Token> argument, const ValueSource& source) {
  if (ascii_iequals(name, "selector")) return supports_selector(argument, source);
  if (ascii_iequals(name, "font-format")) return is_one_of(kFontFormats, argument);
  if (ascii_iequals(name, "font-tech")) return is_one_of(kFontTechs, argument);
  return false;  // `<general-enclosed>`
}

std::optional<bool> in_parentheses(TokenStream& stream, const ValueSource& source, int depth) {
  stream.skip_whitespace();
  const Token& open = stream.next();
  if (open.is(TokenKind::function)) return function(open.text, stream.block(), source);
  if (!open.is(TokenKind::open_round)) return {};
  const std::span<const Token> inner = stream.block();
  if (starts_declaration(trim(inner))) return supports_parts(inner, source);
  return condition(inner, source, depth + 1).value_or(false);  // else `<general-enclosed>`
}

// A run of `and`, or one of `or`, never both.
std::optional<bool> condition(std::span<const Token> tokens, const ValueSource& source, int depth) {
  if (depth > kMaxNesting) return {};
  TokenStream stream(trim(tokens));
  if (stream.peek().is(TokenKind::ident) && ascii_iequals(stream.peek().text, "not")) {
    stream.next();
    const std::optional<bool> negated = in_parentheses(stream, source, depth);
    if (!negated || !stream.at_end()) return {};
    return !*negated;
  }
  std::optional<bool> result = in_parentheses(stream, source, depth);
  std::string_view chain;
  for (stream.skip_whitespace(); result && !stream.at_end(); stream.skip_whitespace()) {
    const Token& word = stream.next();
    if (!word.is(TokenKind::ident)) return {};
    const std::string_view wanted = ascii_iequals(word.text, "and")  ? "and"
                                    : ascii_iequals(word.text, "or") ? "or"
                                                                     : "";
    if (wanted.empty() || (!chain.empty() && chain != wanted)) return {};
    chain = wanted;
    const std::optional<bool> next = in_parentheses(stream, source, depth);
    if (!next) return {};
    result = chain == "and" ? *result && *next : *result || *next;
  }
  return result;
}

}  // namespace

std::optional<bool> evaluate_supports(std::span<const Token> tokens, const ValueSource& source) {
  return condition(tokens, source, 0);
}

bool evaluate_import_supports(std::span<const Token> argument, const ValueSource& source) {
  if (starts_declaration(trim(argument))) return supports_parts(argument, source);
  return evaluate_supports(argument, source).value_or(false);
}

}  // namespace veedor::css
