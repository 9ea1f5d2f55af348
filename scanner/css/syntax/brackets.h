// Which brackets are open: the nesting of component values (CSS Syntax 3 §5.4.7 and following) as a stack
// instead of a recursion.
#pragma once

#include <string>

#include "scanner/css/syntax/token.h"

namespace veedor::css {

class Brackets {
 public:
  bool any() const { return !closes_.empty(); }
  void clear() { closes_.clear(); }
  // False for a close that does not fit the innermost open bracket: there it is a token like any other.
  bool see(TokenKind kind) {
    switch (kind) {
      case TokenKind::function:
      case TokenKind::open_round:
        closes_.push_back(kRound);
        return true;
      case TokenKind::open_square:
        closes_.push_back(kSquare);
        return true;
      case TokenKind::open_curly:
        closes_.push_back(kCurly);
        return true;
      case TokenKind::close_round:
        return close(kRound);
      case TokenKind::close_square:
        return close(kSquare);
      case TokenKind::close_curly:
        return close(kCurly);
      default:
        return true;
    }
  }

 private:
  static constexpr char kRound = ')';
  static constexpr char kSquare = ']';
  static constexpr char kCurly = '}';

  bool close(char wanted) {
    if (closes_.empty() || closes_.back() != wanted) return false;
    closes_.pop_back();
    return true;
  }

  std::string closes_;
};

}  // namespace veedor::css
