// Cursors over tokens, and the pool that keeps their texts.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {
namespace {

TEST(TextPool, KeepsTextsWhenMovedAndGrown) {
  TextPool pool;
  const std::string_view first = pool.keep("first");
  const std::string large(100'000, 'x');
  const std::string_view second = pool.keep(large);
  TextPool moved = std::move(pool);
  const std::string_view third = moved.keep("third");
  pool = TextPool();
  EXPECT_EQ(pool.keep("again"), "again");
  EXPECT_EQ(first, "first");
  EXPECT_EQ(second, large);
  EXPECT_EQ(third, "third");
  EXPECT_EQ(moved.bytes(), 100'010U);
  EXPECT_EQ(moved.keep(""), "");
}

TEST(TokenStream, ReadsPastTheEnd) {
  TextPool pool;
  const auto tokens = tokenize(" a", pool);
  TokenStream stream(tokens);
  stream.skip_whitespace();
  EXPECT_EQ(stream.peek().text, "a");
  EXPECT_TRUE(stream.peek(1).is(TokenKind::end));
  EXPECT_TRUE(stream.peek(static_cast<std::size_t>(-1)).is(TokenKind::end));
  stream.next();
  EXPECT_TRUE(stream.at_end());
  EXPECT_TRUE(stream.next().is(TokenKind::end));
  EXPECT_TRUE(stream.rest().empty());
  stream.rewind(99);
  EXPECT_TRUE(stream.rest().empty());
  EXPECT_TRUE(stream.next().is(TokenKind::end));
}

TEST(TokenStream, BlocksNest) {
  struct Block {
    std::string_view source;  // its first token opens the block
    std::size_t inside;
    std::size_t left;
  };
  const Block blocks[] = {
      {"(a)b", 1, 1},        {"f(a,b) c", 3, 2}, {"([)])x", 3, 1},     {"{(})}x", 3, 1},
      {"(a", 1, 0},          {"(", 0, 0},        {"()", 0, 0},         {"(}])a", 2, 1},
      {"[({f(x)})]y", 7, 1}, {"((((", 3, 0},     {"{a;b{c}d}e", 7, 1},
  };
  for (const Block& block : blocks) {
    TextPool pool;
    const auto tokens = tokenize(block.source, pool);
    TokenStream stream(tokens);
    stream.next();
    EXPECT_EQ(stream.block().size(), block.inside) << block.source;
    EXPECT_EQ(stream.rest().size(), block.left) << block.source;
  }
}

TEST(TokenStream, BlocksOfAHundredThousandBrackets) {
  TextPool pool;
  const std::string source = std::string(100'000, '(') + std::string(100'000, ')') + "a";
  const auto tokens = tokenize(source, pool);
  TokenStream stream(tokens);
  stream.next();
  EXPECT_EQ(stream.block().size(), 199'998U);
  EXPECT_EQ(stream.peek().text, "a");
}

}  // namespace
}  // namespace veedor::css
