// Strings and URLs (CSS Syntax 3 §4.3.5, §4.3.6, §4.3.14).
#include <algorithm>
#include <cstddef>

#include "scanner/css/syntax/characters.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

// §4.3.5
void Tokenizer::string(Token& token) {
  const char quote = peek();
  ++at_;
  token.kind = TokenKind::string;
  std::string resolved;
  bool copied = false;
  std::size_t plain = at_;  // begin of what is not copied yet
  const auto copy = [&] {
    resolved.append(source_.substr(plain, at_ - plain));
    copied = true;
  };
  for (; has(0) && peek() != quote; plain = copied ? at_ : plain) {
    const char c = peek();
    if (is_a(kNewline, c)) {
      token.kind = TokenKind::bad_string;
      return;  // the newline is the next token
    }
    if (c == '\0') {
      copy();
      resolved += kReplacement;
      ++at_;
    } else if (c == '\\') {
      copy();
      if (!has(1)) {
        ++at_;
      } else if (is_a(kNewline, peek(1))) {
        ++at_;
        skip_newline();
      } else {
        append_escape(resolved);
      }
    } else {
      if (copied) resolved += c;
      ++at_;
    }
  }
  token.text = copied ? pool_->keep(resolved) : source_.substr(plain, at_ - plain);
  if (has(0)) ++at_;
}

// §4.3.6; the white space after "url(" is read.
void Tokenizer::url(Token& token) {
  token.kind = TokenKind::url;
  const std::size_t begin = at_;
  std::string resolved;
  bool copied = false;
  std::size_t end = at_;
  for (;;) {
    end = at_;
    if (is_a(kWhitespace, peek())) skip_whitespace();
    if (!has(0) || peek() == ')') break;
    const char c = peek();
    const bool escape = starts_escape();
    if (at_ != end || c == '"' || c == '\'' || c == '(' || is_a(kNonPrintable, c) || (c == '\\' && !escape)) {
      return bad_url(token);
    }
    if ((escape || c == '\0') && !copied) {
      resolved = source_.substr(begin, at_ - begin);
      copied = true;
    }
    if (escape) {
      append_escape(resolved);
      continue;
    }
    if (copied) {
      if (c == '\0') {
        resolved += kReplacement;
      } else {
        resolved += c;
      }
    }
    ++at_;
  }
  token.text = copied ? pool_->keep(resolved) : source_.substr(begin, end - begin);
  if (has(0)) ++at_;
}

// §4.3.14. What an escape stands for is of no interest here, only that it may hide a parenthesis.
void Tokenizer::bad_url(Token& token) {
  token.kind = TokenKind::bad_url;
  token.text = {};
  while (has(0) && peek() != ')') at_ += starts_escape() ? 2 : 1;
  at_ = std::min(at_ + 1, source_.size());
}

}  // namespace veedor::css
