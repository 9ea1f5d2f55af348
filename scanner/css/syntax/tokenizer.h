// CSS Syntax Module Level 3 §4: from text to tokens, one at a time. Comments are skipped.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/css/syntax/token.h"
#include "scanner/css/text_pool.h"

namespace veedor::css {

class Tokenizer {
 public:
  // `source` is UTF-8 and, like `pool`, outlives every token; what lies beyond 4 GB is not read. §3.3's
  // preprocessing is done on the way: CR, FF and CR LF are newlines, NUL is U+FFFD.
  Tokenizer(std::string_view source, TextPool& pool) : source_(source.substr(0, kMaxSource)), pool_(&pool) {}

  // The next token; `end` at the end, again and again.
  Token next();
  std::size_t position() const { return at_; }

 private:
  static constexpr std::size_t kMaxSource = 0xFFFF'FFFF;

  bool has(std::size_t ahead) const { return at_ + ahead < source_.size(); }
  // A space beyond the end: it is in no class that any caller goes on for.
  char peek(std::size_t ahead = 0) const { return has(ahead) ? source_[at_ + ahead] : ' '; }
  bool starts_escape(std::size_t ahead = 0) const;
  bool starts_ident(std::size_t ahead = 0) const;
  bool starts_number() const;

  void skip_comments();
  void skip_whitespace();
  void skip_newline();
  void append_escape(std::string& out);
  void append_ident(std::string& out);
  std::string_view ident();
  void number(Token& token);
  void numeric(Token& token);
  void ident_like(Token& token);
  void string(Token& token);
  void url(Token& token);
  void bad_url(Token& token);
  void other(Token& token);
  void delim(Token& token);
  void one(Token& token, TokenKind kind);

  std::string_view source_;
  TextPool* pool_;
  std::size_t at_ = 0;
};

// All tokens of a short text, without the `end`.
std::vector<Token> tokenize(std::string_view source, TextPool& pool);

// Tokens as a view with a cursor, for the parsers of values, selectors and media queries. Reading past the
// end gives `end`.
class TokenStream {
 public:
  explicit TokenStream(std::span<const Token> tokens) : tokens_(tokens) {}
  const Token& peek(std::size_t ahead = 0) const;
  const Token& next();  // and moves on
  void skip_whitespace();
  bool at_end() const { return at_ >= tokens_.size(); }
  std::size_t position() const { return at_; }
  void rewind(std::size_t position) { at_ = position; }
  // The tokens of the simple block or function whose opening token was just read; the stream then stands
  // behind its close.
  std::span<const Token> block();
  // What is left.
  std::span<const Token> rest() const { return tokens_.subspan(at_ < tokens_.size() ? at_ : tokens_.size()); }

 private:
  std::span<const Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace veedor::css
