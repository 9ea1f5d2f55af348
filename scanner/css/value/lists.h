// Values that are lists of smaller ones.
#pragma once

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// One or more of what `one` reads, with commas between. A single one is answered as it is, more are `raw`.
template <typename One>
Value parse_comma_list(Cursor& cursor, One one) {
  const std::size_t start = cursor.mark();
  const Value first = one(cursor);
  if (!first || !cursor.peek().is(TokenKind::comma)) return first;
  while (cursor.take_comma()) {
    if (!one(cursor)) return {};
  }
  return Value::raw(cursor.text_since(start));
}

// One or more of what `one` reads, one after the other: `raw`.
template <typename One>
Value parse_sequence(Cursor& cursor, One one) {
  const std::size_t start = cursor.mark();
  while (!cursor.at_end()) {
    const std::size_t before = cursor.mark();
    if (one(cursor)) continue;
    cursor.rewind(before);
    break;
  }
  return cursor.mark() == start ? Value() : Value::raw(cursor.text_since(start));
}

// One of `words` as a keyword (see find_word).
inline Value parse_word(Cursor& cursor, std::string_view words) {
  const std::string_view word = cursor.take_word(words);
  return word.empty() ? Value() : Value::keyword(word);
}

}  // namespace veedor::css
