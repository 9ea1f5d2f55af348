// The state machine of CSS Syntax 3 §4.3. Texts without escapes are views of the source.
#include "scanner/css/syntax/tokenizer.h"

#include <cstdint>

#include "scanner/base/text.h"
#include "scanner/css/syntax/characters.h"
#include "scanner/css/syntax/numeral.h"

namespace veedor::css {
namespace {

constexpr int kMaxHexDigits = 6;

unsigned hex_value(char c) {
  return is_ascii_digit(c) ? static_cast<unsigned>(c - '0')
                           : static_cast<unsigned>(ascii_lower(c) - 'a') + 10U;
}

bool is_scalar_value(std::uint32_t code_point) {
  return code_point != 0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

}  // namespace

// §4.3.8. A backslash before the end of the text is an escape too: it becomes U+FFFD.
bool Tokenizer::starts_escape(std::size_t ahead) const {
  return peek(ahead) == '\\' && !is_a(kNewline, peek(ahead + 1));
}

// §4.3.9
bool Tokenizer::starts_ident(std::size_t ahead) const {
  const char first = peek(ahead);
  if (first != '-') return is_a(kIdentStart, first) || starts_escape(ahead);
  const char second = peek(ahead + 1);
  return second == '-' || is_a(kIdentStart, second) || starts_escape(ahead + 1);
}

// §4.3.10
bool Tokenizer::starts_number() const {
  const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
  if (is_a(kDigit, peek(sign))) return true;
  return peek(sign) == '.' && is_a(kDigit, peek(sign + 1));
}

void Tokenizer::skip_comments() {
  while (peek() == '/' && peek(1) == '*') {
    const std::size_t close = source_.find("*/", at_ + 2);
    at_ = close == std::string_view::npos ? source_.size() : close + 2;
  }
}

void Tokenizer::skip_whitespace() {
  while (at_ < source_.size() && is_a(kWhitespace, source_[at_])) ++at_;
}

// CR LF is one newline.
void Tokenizer::skip_newline() { at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1; }

// §4.3.7; the backslash is still to be read.
void Tokenizer::append_escape(std::string& out) {
  ++at_;
  if (!has(0)) {
    out += kReplacement;
    return;
  }
  if (!is_a(kHexDigit, peek())) {
    // Further bytes of a long character are ident code points and none that end a string: they follow as
    // such.
    if (peek() == '\0') {
      out += kReplacement;
    } else {
      out += peek();
    }
    ++at_;
    return;
  }
  std::uint32_t code_point = 0;
  for (int digits = 0; digits < kMaxHexDigits && is_a(kHexDigit, peek()); ++digits, ++at_) {
    code_point = code_point * 16 + hex_value(peek());
  }
  if (has(0) && is_a(kWhitespace, peek())) skip_newline();
  append_utf8(out, is_scalar_value(code_point) ? static_cast<char32_t>(code_point) : U'\uFFFD');
}

// §4.3.11, what is left of the name once an escape or a NUL was met.
void Tokenizer::append_ident(std::string& out) {
  for (;;) {
    if (peek() == '\0') {
      out += kReplacement;
      ++at_;
    } else if (is_a(kIdent, peek())) {
      out += source_[at_++];
    } else if (starts_escape()) {
      append_escape(out);
    } else {
      return;
    }
  }
}

std::string_view Tokenizer::ident() {
  const std::size_t begin = at_;
  while (at_ < source_.size() && is_a(kIdent, source_[at_]) && source_[at_] != '\0') ++at_;
  const std::string_view plain = source_.substr(begin, at_ - begin);
  if (peek() != '\0' && !starts_escape()) return plain;
  std::string resolved(plain);
  append_ident(resolved);
  return pool_->keep(resolved);
}

// §4.3.12
void Tokenizer::number(Token& token) {
  const std::size_t begin = at_;
  token.integer = true;
  token.signed_number = peek() == '+' || peek() == '-';
  if (token.signed_number) ++at_;
  while (is_a(kDigit, peek())) ++at_;
  if (peek() == '.' && is_a(kDigit, peek(1))) {
    token.integer = false;
    ++at_;
    while (is_a(kDigit, peek())) ++at_;
  }
  if (peek() == 'e' || peek() == 'E') {
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (is_a(kDigit, peek(1 + sign))) {
      token.integer = false;
      at_ += 1 + sign;
      while (is_a(kDigit, peek())) ++at_;
    }
  }
  token.number = numeral_value(source_.substr(begin, at_ - begin));
}

// §4.3.3
void Tokenizer::numeric(Token& token) {
  number(token);
  token.kind = TokenKind::number;
  if (starts_ident()) {
    token.kind = TokenKind::dimension;
    token.text = ident();
  } else if (peek() == '%') {
    token.kind = TokenKind::percentage;
    ++at_;
  }
}

// §4.3.4
void Tokenizer::ident_like(Token& token) {
  token.kind = TokenKind::ident;
  token.text = ident();
  if (peek() != '(') return;
  ++at_;
  token.kind = TokenKind::function;
  if (!ascii_iequals(token.text, "url")) return;
  std::size_t ahead = 0;
  while (has(ahead) && is_a(kWhitespace, peek(ahead))) ++ahead;
  if (peek(ahead) == '"' || peek(ahead) == '\'') return;
  at_ += ahead;
  url(token);
}

void Tokenizer::one(Token& token, TokenKind kind) {
  token.kind = kind;
  ++at_;
}

void Tokenizer::delim(Token& token) {
  token.delim = static_cast<unsigned char>(peek());
  one(token, TokenKind::delim);
}

// §4.3.1, what is neither a name, a number, a string nor white space.
void Tokenizer::other(Token& token) {
  switch (peek()) {
    case '(':
      return one(token, TokenKind::open_round);
    case ')':
      return one(token, TokenKind::close_round);
    case '[':
      return one(token, TokenKind::open_square);
    case ']':
      return one(token, TokenKind::close_square);
    case '{':
      return one(token, TokenKind::open_curly);
    case '}':
      return one(token, TokenKind::close_curly);
    case ':':
      return one(token, TokenKind::colon);
    case ';':
      return one(token, TokenKind::semicolon);
    case ',':
      return one(token, TokenKind::comma);
    case '#':
      if (!is_a(kIdent, peek(1)) && !starts_escape(1)) return delim(token);
      token.kind = TokenKind::hash;
      token.identifier = starts_ident(1);
      break;
    case '@':
      if (!starts_ident(1)) return delim(token);
      token.kind = TokenKind::at_keyword;
      break;
    case '<':
      if (source_.compare(at_, 4, "<!--") != 0) return delim(token);
      at_ += 4;
      token.kind = TokenKind::cdo;
      return;
    case '-':
      if (source_.compare(at_, 3, "-->") != 0) return delim(token);
      at_ += 3;
      token.kind = TokenKind::cdc;
      return;
    default:
      return delim(token);
  }
  ++at_;
  token.text = ident();
}

Token Tokenizer::next() {
  skip_comments();
  Token token;
  token.begin = static_cast<std::uint32_t>(at_);
  if (has(0)) {
    const char c = source_[at_];
    if (is_a(kWhitespace, c)) {
      token.kind = TokenKind::whitespace;
      skip_whitespace();
    } else if (is_a(kIdentStart, c)) {
      ident_like(token);
    } else if (c == '"' || c == '\'') {
      string(token);
    } else if (starts_number()) {
      numeric(token);
    } else if (starts_ident() && source_.compare(at_, 3, "-->") != 0) {
      ident_like(token);
    } else {
      other(token);
    }
  }
  token.end = static_cast<std::uint32_t>(at_);
  return token;
}

std::vector<Token> tokenize(std::string_view source, TextPool& pool) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(source, pool);
  for (Token token = tokenizer.next(); !token.is(TokenKind::end); token = tokenizer.next()) {
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace veedor::css
