// From tokens to conditions. Whatever is in parentheses and is not known is unknown, and no error.
#include "scanner/css/media/media_parser.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/syntax/brackets.h"
#include "scanner/css/syntax/item_reader.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {
namespace {

constexpr int kMaxNesting = 16;

bool is_word(const Token& token, std::string_view word) {
  return token.is(TokenKind::ident) && ascii_iequals(token.text, word);
}

Compare mirrored(Compare compare) {
  switch (compare) {
    case Compare::less:
      return Compare::greater;
    case Compare::less_equal:
      return Compare::greater_equal;
    case Compare::greater:
      return Compare::less;
    case Compare::greater_equal:
      return Compare::less_equal;
    default:
      return compare;
  }
}

bool is_less(Compare compare) { return compare == Compare::less || compare == Compare::less_equal; }
bool is_greater(Compare compare) { return compare == Compare::greater || compare == Compare::greater_equal; }

// "<", "<=", "=", … outside of brackets, with what stands before and behind it.
struct Comparison {
  std::span<const Token> before;
  std::span<const Token> behind;
  Compare compare = Compare::equal;
};
std::optional<Comparison> find_comparison(std::span<const Token> tokens) {
  Brackets brackets;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    brackets.see(tokens[at].kind);
    const bool less = tokens[at].is_delim('<');
    const bool greater = tokens[at].is_delim('>');
    if (brackets.any() || (!less && !greater && !tokens[at].is_delim('='))) continue;
    const bool or_equal = (less || greater) && at + 1 < tokens.size() && tokens[at + 1].is_delim('=');
    Compare compare = Compare::equal;
    if (less) compare = or_equal ? Compare::less_equal : Compare::less;
    if (greater) compare = or_equal ? Compare::greater_equal : Compare::greater;
    return Comparison{.before = trim(tokens.first(at)),
                      .behind = trim(tokens.subspan(at + (or_equal ? 2 : 1))),
                      .compare = compare};
  }
  return {};
}

class Parser {
 public:
  explicit Parser(ParsedMediaQueries& parsed) : parsed_(parsed) {}

  // Nothing for what cannot be parsed.
  std::optional<MediaQuery> query(std::span<const Token> tokens);

 private:
  using Kind = MediaNode::Kind;
  // Numbers of nodes; 0 for what cannot be parsed.
  std::uint32_t condition(TokenStream& stream, bool or_allowed, int depth);
  std::uint32_t in_parentheses(TokenStream& stream, int depth);
  std::uint32_t feature(std::span<const Token> tokens);
  std::uint32_t plain_feature(std::string_view name, std::span<const Token> value);
  std::uint32_t range(const Comparison& first);
  std::uint32_t compared(std::span<const Token> name, Compare compare, std::span<const Token> value);

  std::uint32_t node(Kind kind, std::uint32_t child = 0);
  std::uint32_t node(const std::optional<MediaFeature>& feature);

  ParsedMediaQueries& parsed_;
  bool too_deep_ = false;
};

std::uint32_t Parser::node(Kind kind, std::uint32_t child) {
  parsed_.nodes.push_back({.kind = kind, .child = child});
  return static_cast<std::uint32_t>(parsed_.nodes.size() - 1);
}

// §3.1: a value that the feature does not know makes the whole unknown, as an unknown feature does.
std::uint32_t Parser::node(const std::optional<MediaFeature>& feature) {
  if (!feature) return node(Kind::unknown);
  parsed_.features.push_back(*feature);
  const std::uint32_t made = node(Kind::feature);
  parsed_.nodes[made].feature = static_cast<std::uint32_t>(parsed_.features.size() - 1);
  return made;
}

std::uint32_t Parser::plain_feature(std::string_view name, std::span<const Token> value) {
  const auto known = find_media_feature(name);
  if (!known) return node(Kind::unknown);
  if (value.size() == 1 && value[0].is(TokenKind::ident) && known->prefix == Compare::equal) {
    if (auto word = discrete_feature(known->feature, value[0].text)) return node(word);
  }
  const auto parsed = parse_media_value(value);
  if (!parsed) return node(Kind::unknown);
  return node(range_feature(known->feature, known->prefix, *parsed));
}

std::uint32_t Parser::compared(std::span<const Token> name, Compare compare, std::span<const Token> value) {
  if (name.size() != 1 || !name[0].is(TokenKind::ident)) return node(Kind::unknown);
  const auto known = find_media_feature(name[0].text);
  const auto parsed = parse_media_value(value);
  if (!known || known->prefix != Compare::equal || is_discrete(known->feature) || !parsed) {
    return node(Kind::unknown);
  }
  return node(range_feature(known->feature, compare, *parsed));
}

// §2.4.3: "width < 4px", "4px > width", "1px < width <= 4px".
std::uint32_t Parser::range(const Comparison& first) {
  const auto second = find_comparison(first.behind);
  if (!second) {
    const bool name_first = first.before.size() == 1 && first.before[0].is(TokenKind::ident) &&
                            find_media_feature(first.before[0].text);
    return name_first ? compared(first.before, first.compare, first.behind)
                      : compared(first.behind, mirrored(first.compare), first.before);
  }
  const bool same_way = (is_less(first.compare) && is_less(second->compare)) ||
                        (is_greater(first.compare) && is_greater(second->compare));
  if (!same_way || find_comparison(second->behind)) return node(Kind::unknown);
  const std::uint32_t low = compared(second->before, mirrored(first.compare), first.before);
  const std::uint32_t high = compared(second->before, second->compare, second->behind);
  parsed_.nodes[low].next = high;
  return node(Kind::and_, low);
}

// What stands within parentheses and is no condition.
std::uint32_t Parser::feature(std::span<const Token> tokens) {
  if (tokens.empty()) return node(Kind::unknown);
  if (tokens[0].is(TokenKind::ident)) {
    const std::span<const Token> behind = trim(tokens.subspan(1));
    if (behind.empty()) {
      const auto known = find_media_feature(tokens[0].text);
      if (!known || known->prefix != Compare::equal) return node(Kind::unknown);
      return node(MediaFeature{.feature = known->feature});
    }
    if (behind[0].is(TokenKind::colon)) return plain_feature(tokens[0].text, trim(behind.subspan(1)));
  }
  if (const auto comparison = find_comparison(tokens)) return range(*comparison);
  return node(Kind::unknown);  // `<general-enclosed>`
}

std::uint32_t Parser::in_parentheses(TokenStream& stream, int depth) {
  stream.skip_whitespace();
  const Token& open = stream.next();
  if (open.is(TokenKind::function)) {
    stream.block();
    return node(Kind::unknown);
  }
  if (!open.is(TokenKind::open_round)) return 0;
  if (depth >= kMaxNesting) too_deep_ = true;
  if (too_deep_) return 0;
  const std::span<const Token> inner = trim(stream.block());
  const bool nested = !inner.empty() && (inner[0].is(TokenKind::open_round) || is_word(inner[0], "not") ||
                                         inner[0].is(TokenKind::function));
  if (nested && !find_comparison(inner)) {
    TokenStream within(inner);
    const std::uint32_t found = condition(within, true, depth + 1);
    return found != 0 ? found : node(Kind::unknown);  // `<general-enclosed>`
  }
  return feature(inner);
}

// `<media-condition>`, to the end of the stream.
std::uint32_t Parser::condition(TokenStream& stream, bool or_allowed, int depth) {
  stream.skip_whitespace();
  if (is_word(stream.peek(), "not")) {
    stream.next();
    const std::uint32_t negated = in_parentheses(stream, depth);
    stream.skip_whitespace();
    return negated != 0 && stream.at_end() ? node(Kind::not_, negated) : 0;
  }
  const std::uint32_t first = in_parentheses(stream, depth);
  if (first == 0) return 0;
  std::uint32_t last = first;
  std::optional<Kind> chain;
  for (stream.skip_whitespace(); !stream.at_end(); stream.skip_whitespace()) {
    const Token& word = stream.next();
    const bool is_or = is_word(word, "or");
    if (!is_word(word, "and") && !(is_or && or_allowed)) return 0;
    const Kind kind = is_or ? Kind::or_ : Kind::and_;
    if (chain.value_or(kind) != kind) return 0;
    chain = kind;
    const std::uint32_t next = in_parentheses(stream, depth);
    if (next == 0) return 0;
    parsed_.nodes[last].next = next;
    last = next;
  }
  return chain ? node(*chain, first) : first;
}

std::optional<MediaQuery> Parser::query(std::span<const Token> tokens) {
  TokenStream stream(trim(tokens));
  MediaQuery query;
  bool modified = false;
  if (is_word(stream.peek(), "not") || is_word(stream.peek(), "only")) {
    TokenStream ahead = stream;
    ahead.next();
    ahead.skip_whitespace();
    if (ahead.peek().is(TokenKind::ident)) {
      query.negated = is_word(stream.peek(), "not");
      modified = true;
      stream = ahead;
    }
  }
  const Token& type = stream.peek();
  if (!type.is(TokenKind::ident) || (is_word(type, "not") && !modified)) {
    query.condition = condition(stream, true, 0);
    if (query.condition == 0 || too_deep_) return {};
    return query;
  }
  for (std::string_view reserved : {"not", "only", "and", "or", "layer"}) {
    if (is_word(type, reserved)) return {};
  }
  query.type = is_word(type, "all")      ? MediaQuery::Type::all
               : is_word(type, "screen") ? MediaQuery::Type::screen
               : is_word(type, "print")  ? MediaQuery::Type::print
                                         : MediaQuery::Type::other;
  stream.next();
  stream.skip_whitespace();
  if (stream.at_end()) return query;
  if (!is_word(stream.next(), "and")) return {};
  query.condition = condition(stream, false, 0);
  if (query.condition == 0 || too_deep_) return {};
  return query;
}

}  // namespace

std::optional<MediaQuery> parse_media_query(std::span<const Token> tokens, ParsedMediaQueries& parsed) {
  return Parser(parsed).query(tokens);
}

}  // namespace veedor::css
