// An+B (CSS Syntax 3 §6.2): the tokenizer cuts "2n+1", "2n-1" and "-n-1" each in its own way.
#include "scanner/css/selector/an_plus_b.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

int to_int(double number) {
  constexpr double kMost = std::numeric_limits<int>::max();
  return static_cast<int>(std::clamp(number, -kMost, kMost));
}

// The digits of "n-12"; nothing where there is anything else.
std::optional<int> negative(std::string_view digits) {
  std::int64_t value = 0;
  for (char c : digits) {
    if (!is_ascii_digit(c)) return std::nullopt;
    value = std::min<std::int64_t>(value * 10 + (c - '0'), std::numeric_limits<int>::max());
  }
  return static_cast<int>(-value);
}

std::optional<int> signless_integer(TokenStream& in) {
  in.skip_whitespace();
  const Token& token = in.peek();
  if (!token.is(TokenKind::number) || !token.integer || token.signed_number) return std::nullopt;
  in.next();
  return to_int(token.number);
}

// What may follow "n": " +3", " + 3" or nothing.
std::optional<int> offset_after_n(TokenStream& in) {
  const std::size_t before = in.position();
  in.skip_whitespace();
  const Token& token = in.peek();
  if (token.is(TokenKind::number) && token.integer && token.signed_number) {
    in.next();
    return to_int(token.number);
  }
  if (token.is_delim('+') || token.is_delim('-')) {
    const int sign = token.is_delim('+') ? 1 : -1;
    in.next();
    const std::optional<int> number = signless_integer(in);
    if (!number) return std::nullopt;
    return sign * *number;
  }
  in.rewind(before);
  return 0;
}

// `rest` begins with the n: "n", "n-", "n-12".
std::optional<AnPlusB> from_n(int step, std::string_view rest, TokenStream& in) {
  if (rest.empty() || ascii_lower(rest.front()) != 'n') return std::nullopt;
  std::optional<int> offset;
  if (rest.size() == 1) {
    offset = offset_after_n(in);
  } else if (rest[1] != '-') {
    return std::nullopt;
  } else if (rest.size() == 2) {
    offset = signless_integer(in);
    if (offset) offset = -*offset;
  } else {
    offset = negative(rest.substr(2));
  }
  if (!offset) return std::nullopt;
  return AnPlusB{.step = step, .offset = *offset};
}

}  // namespace

std::optional<AnPlusB> parse_an_plus_b(TokenStream& in) {
  in.skip_whitespace();
  const Token& token = in.next();
  switch (token.kind) {
    case TokenKind::number:
      if (!token.integer) return std::nullopt;
      return AnPlusB{.step = 0, .offset = to_int(token.number)};
    case TokenKind::dimension:
      if (!token.integer) return std::nullopt;
      return from_n(to_int(token.number), token.text, in);
    case TokenKind::ident:
      if (ascii_iequals(token.text, "odd")) return AnPlusB{.step = 2, .offset = 1};
      if (ascii_iequals(token.text, "even")) return AnPlusB{.step = 2, .offset = 0};
      if (token.text.starts_with('-')) return from_n(-1, token.text.substr(1), in);
      return from_n(1, token.text, in);
    case TokenKind::delim:
      // "+n": the n follows without white space.
      if (!token.is_delim('+') || !in.peek().is(TokenKind::ident)) return std::nullopt;
      return from_n(1, in.next().text, in);
    default:
      return std::nullopt;
  }
}

}  // namespace veedor::css
