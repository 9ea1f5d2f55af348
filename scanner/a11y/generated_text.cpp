#include "scanner/a11y/generated_text.h"

#include <span>

#include "scanner/base/text.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::a11y {
namespace {

using css::Token;
using css::TokenKind;

// attr(name type?, fallback?); names of attributes are lower case in HTML.
std::string attribute_text(std::span<const Token> arguments, html::Element element) {
  css::TokenStream stream(arguments);
  stream.skip_whitespace();
  const Token name = stream.next();
  if (!name.is(TokenKind::ident)) return "";
  const std::string lower = element.in_html_namespace() ? ascii_lower(name.text) : std::string(name.text);
  if (const auto value = element.attribute(lower)) return std::string(*value);
  while (!stream.at_end() && !stream.peek().is(TokenKind::comma)) stream.next();
  stream.next();
  stream.skip_whitespace();
  const Token& fallback = stream.peek();
  return fallback.is(TokenKind::string) ? std::string(fallback.text) : "";
}

std::string function_text(const Token& function, std::span<const Token> arguments, html::Element element) {
  if (ascii_iequals(function.text, "attr")) return attribute_text(arguments, element);
  const bool counter = ascii_iequals(function.text, "counter") || ascii_iequals(function.text, "counters");
  return counter ? "0" : "";
}

std::string_view quote(std::string_view keyword) {
  if (ascii_iequals(keyword, "open-quote")) return "\xE2\x80\x9C";
  return ascii_iequals(keyword, "close-quote") ? "\xE2\x80\x9D" : "";
}

}  // namespace

std::string generated_text(std::string_view content, html::Element element) {
  css::TextPool pool;
  const std::vector<Token> tokens = css::tokenize(content, pool);
  css::TokenStream stream(tokens);
  std::string out;
  while (!stream.at_end()) {
    const Token token = stream.next();
    switch (token.kind) {
      case TokenKind::string:
        out += token.text;
        break;
      case TokenKind::ident:
        out += quote(token.text);
        break;
      case TokenKind::function:
        out += function_text(token, stream.block(), element);
        break;
      case TokenKind::delim:
        if (token.is_delim(U'/')) out.clear();  // what follows is said instead
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace veedor::a11y
