// A cursor over tokens that were read before.
#include <cstddef>

#include "scanner/css/syntax/brackets.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {
namespace {

constexpr Token kEnd{};

}  // namespace

const Token& TokenStream::peek(std::size_t ahead) const {
  return at_ < tokens_.size() && ahead < tokens_.size() - at_ ? tokens_[at_ + ahead] : kEnd;
}

const Token& TokenStream::next() {
  const Token& token = peek();
  if (at_ < tokens_.size()) ++at_;
  return token;
}

void TokenStream::skip_whitespace() {
  while (at_ < tokens_.size() && tokens_[at_].is(TokenKind::whitespace)) ++at_;
}

std::span<const Token> TokenStream::block() {
  if (at_ == 0) return {};
  const std::size_t begin = at_;
  Brackets open;
  open.see(tokens_[begin - 1].kind);
  for (; at_ < tokens_.size() && open.any(); ++at_) open.see(tokens_[at_].kind);
  // Without a close the block ends with the text (§5.4.8).
  return tokens_.subspan(begin, open.any() ? at_ - begin : (at_ > begin ? at_ - begin - 1 : 0));
}

}  // namespace veedor::css
