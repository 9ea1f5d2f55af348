#include "scanner/css/value/cursor.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::css {

namespace {

constexpr Token kEnd{};

bool opens(const Token& token) {
  return token.is(TokenKind::function) || token.is(TokenKind::open_round) ||
         token.is(TokenKind::open_square) || token.is(TokenKind::open_curly);
}

bool closes(const Token& token) {
  return token.is(TokenKind::close_round) || token.is(TokenKind::close_square) ||
         token.is(TokenKind::close_curly);
}

}  // namespace

Cursor::Cursor(std::span<const Token> tokens, std::string_view text, TextPool& pool)
    : tokens_(tokens), text_(text), pool_(&pool) {
  skip_space();
}

const Token& Cursor::peek() const { return at_end() ? kEnd : tokens_[at_]; }

const Token& Cursor::take() {
  if (at_end()) return kEnd;
  const Token& token = tokens_[at_++];
  skip_space();
  return token;
}

void Cursor::restart() {
  at_ = 0;
  skip_space();
}

void Cursor::skip_space() {
  while (at_ < tokens_.size() && tokens_[at_].is(TokenKind::whitespace)) ++at_;
}

std::string_view Cursor::text_since(std::size_t mark) const {
  std::size_t last = std::min(at_, tokens_.size());
  while (last > mark && tokens_[last - 1].is(TokenKind::whitespace)) --last;
  if (mark >= last) return {};
  const std::size_t begin = std::min<std::size_t>(tokens_[mark].begin, text_.size());
  const std::size_t end = std::min<std::size_t>(tokens_[last - 1].end, text_.size());
  return begin < end ? text_.substr(begin, end - begin) : std::string_view();
}

bool Cursor::space_before() const {
  return at_ > 0 && at_ <= tokens_.size() && tokens_[at_ - 1].is(TokenKind::whitespace);
}

bool Cursor::space_behind() const {
  return at_ + 1 < tokens_.size() && tokens_[at_ + 1].is(TokenKind::whitespace);
}

std::size_t Cursor::behind_block() const {
  std::size_t open = 0;
  for (std::size_t i = at_; i < tokens_.size(); ++i) {
    if (opens(tokens_[i])) ++open;
    if (closes(tokens_[i]) && --open == 0) return i + 1;
  }
  return tokens_.size() + 1;  // closed by the end of the style sheet
}

Cursor Cursor::take_block() {
  Cursor inside({}, text_, *pool_);
  if (at_end() || !opens(tokens_[at_])) return inside;
  const std::size_t behind = behind_block();
  inside = Cursor(tokens_.subspan(at_ + 1, behind - at_ - 2), text_, *pool_);
  inside.depth_ = depth_ + 1;
  at_ = std::min(behind, tokens_.size());
  skip_space();
  return inside;
}

bool Cursor::take_ident(std::string_view lower_case) {
  if (!peek().is(TokenKind::ident) || !ascii_iequals(peek().text, lower_case)) return false;
  take();
  return true;
}

bool Cursor::take_delim(char32_t delim) {
  if (!peek().is_delim(delim)) return false;
  take();
  return true;
}

bool Cursor::take_comma() {
  if (!peek().is(TokenKind::comma)) return false;
  take();
  return true;
}

std::string_view Cursor::take_word(std::string_view words) {
  if (!peek().is(TokenKind::ident)) return {};
  const std::string_view word = find_word(words, peek().text);
  if (!word.empty()) take();
  return word;
}

bool Cursor::is_function(std::string_view lower_case) const {
  return is_function() && ascii_iequals(peek().text, lower_case);
}

std::string_view find_word(std::string_view words, std::string_view text) {
  if (text.empty()) return {};
  while (!words.empty()) {
    const std::string_view entry = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(entry.size() + 1, words.size()));
    const std::size_t equals = std::min(entry.find('='), entry.size());
    if (equals != text.size() || !ascii_iequals(entry.substr(0, equals), text)) continue;
    return equals == entry.size() ? entry : entry.substr(equals + 1);
  }
  return {};
}

}  // namespace veedor::css
