// Type selectors, ids, classes, attribute selectors and & (Selectors 4 §5, §6, CSS Nesting 1 §2).
#include <optional>
#include <string>

#include "scanner/base/text.h"
#include "scanner/css/selector/parser.h"

namespace veedor::css {
namespace {

// The operator before "=": [a~=b].
std::optional<AttributeTest> attribute_test(char32_t delim) {
  switch (delim) {
    case '=':
      return AttributeTest::equals;
    case '~':
      return AttributeTest::includes;
    case '|':
      return AttributeTest::dash;
    case '^':
      return AttributeTest::prefix;
    case '$':
      return AttributeTest::suffix;
    case '*':
      return AttributeTest::substring;
    default:
      return std::nullopt;
  }
}

std::optional<AttributeTest> read_attribute_test(TokenStream& in) {
  if (!in.peek().is(TokenKind::delim)) return std::nullopt;
  const std::optional<AttributeTest> test = attribute_test(in.next().delim);
  if (!test || *test == AttributeTest::equals) return test;
  if (!in.next().is_delim('=')) return std::nullopt;
  return test;
}

// "ns|", "*|" or "|" before a name. Sheets seldom declare namespaces, and pages have no two elements of the
// same name that differ in nothing else: the prefix stands for any.
bool read_prefix(TokenStream& in) {
  const auto starts_name = [&](std::size_t ahead) {
    return in.peek(ahead).is(TokenKind::ident) || in.peek(ahead).is_delim('*');
  };
  const bool prefixed = starts_name(0) && in.peek(1).is_delim('|') && starts_name(2);
  if (prefixed) in.next();
  if (!prefixed && !(in.peek().is_delim('|') && starts_name(1))) return false;
  in.next();
  return true;
}

// The "i" or "s" at the end of an attribute selector.
bool read_attribute_case(TokenStream& in, AttributeCase& attribute_case) {
  in.skip_whitespace();
  if (in.at_end()) return true;
  const Token& flag = in.next();
  if (!flag.is(TokenKind::ident)) return false;
  if (ascii_iequals(flag.text, "i")) {
    attribute_case = AttributeCase::insensitive;
  } else if (ascii_iequals(flag.text, "s")) {
    attribute_case = AttributeCase::sensitive;
  } else {
    return false;
  }
  in.skip_whitespace();
  return in.at_end();
}

}  // namespace

// Reads one simple selector or pseudo-element where there is one; false where what stands there is invalid.
// `first`: a type selector may stand here.
bool SelectorParser::simple(TokenStream& in, Draft& draft, bool first, bool& matched) {
  const Token& token = in.peek();
  matched = true;
  if (token.is(TokenKind::colon)) return pseudo(in, draft);
  const bool starts = token.is(TokenKind::ident) || token.is(TokenKind::hash) ||
                      token.is(TokenKind::open_square) || token.is_delim('*') || token.is_delim('|') ||
                      token.is_delim('.') || token.is_delim('&');
  if (!starts) {
    matched = false;
    return true;
  }
  if (draft.pseudo_element != PseudoElement::none) return false;
  if (token.is(TokenKind::ident) || token.is_delim('*') || token.is_delim('|'))
    return first && type(in, draft);

  in.next();
  if (token.is_delim('&')) {
    nesting(draft);
    return true;
  }
  if (token.is(TokenKind::open_square)) return attribute(in.block(), draft);
  if (token.is(TokenKind::hash)) {
    if (!token.identifier) return false;
    simples_.push_back({.kind = SimpleKind::id, .hash = hash_name(token.text), .name = token.text});
    add(draft.specificity, {.a = 1});
    return true;
  }
  if (!in.peek().is(TokenKind::ident)) return false;
  const std::string_view name = in.next().text;
  simples_.push_back({.kind = SimpleKind::class_, .hash = hash_name(name), .name = name});
  add(draft.specificity, {.b = 1});
  return true;
}

bool SelectorParser::type(TokenStream& in, Draft& draft) {
  read_prefix(in);
  const Token& name = in.next();
  if (name.is_delim('*')) {
    simples_.push_back(Simple{});
    return true;
  }
  if (!name.is(TokenKind::ident)) return false;
  const std::string_view folded = lower(name.text);
  simples_.push_back(
      {.kind = SimpleKind::tag, .hash = hash_name(folded), .name = name.text, .folded = folded});
  add(draft.specificity, {.c = 1});
  return true;
}

// `tokens` stand between the square brackets.
bool SelectorParser::attribute(std::span<const Token> tokens, Draft& draft) {
  TokenStream in(tokens);
  in.skip_whitespace();
  Simple simple{.kind = SimpleKind::attribute};
  simple.any_namespace = read_prefix(in);
  const Token& name = in.next();
  if (!name.is(TokenKind::ident)) return false;
  simple.name = name.text;
  simple.folded = lower(name.text);
  simple.hash = hash_name(name.text);
  in.skip_whitespace();
  if (!in.at_end()) {
    const std::optional<AttributeTest> test = read_attribute_test(in);
    if (!test) return false;
    simple.test = *test;
    in.skip_whitespace();
    const Token& value = in.next();
    if (!value.is(TokenKind::ident) && !value.is(TokenKind::string)) return false;
    simple.value = value.text;
    if (!read_attribute_case(in, simple.attribute_case)) return false;
  }
  simples_.push_back(simple);
  add(draft.specificity, {.b = 1});
  return true;
}

// CSS Nesting 1 §2: at the top, & is :scope without its specificity.
void SelectorParser::nesting(Draft& draft) {
  simples_.push_back(
      {.kind = SimpleKind::list, .pseudo = PseudoClass::nesting, .list = context_.parent_list});
  count_list(context_.parent_list, draft);
}

std::string_view SelectorParser::lower(std::string_view name) {
  std::string folded = ascii_lower(name);
  return folded == name ? name : context_.pool.keep(std::move(folded));
}

}  // namespace veedor::css
