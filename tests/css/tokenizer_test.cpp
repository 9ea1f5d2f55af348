// Tokens of CSS: kinds, texts, numbers, positions, and what is left of broken ones.
#include "scanner/css/syntax/tokenizer.h"

#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/syntax/numeral.h"

namespace veedor::css {
namespace {

using namespace std::string_literals;

std::string number_text(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string describe(const Token& token) {
  const std::string text(token.text);
  switch (token.kind) {
    case TokenKind::ident:
      return "ident(" + text + ")";
    case TokenKind::function:
      return "function(" + text + ")";
    case TokenKind::at_keyword:
      return "at(" + text + ")";
    case TokenKind::hash:
      return (token.identifier ? "id(" : "hash(") + text + ")";
    case TokenKind::string:
      return "string(" + text + ")";
    case TokenKind::bad_string:
      return "bad-string";
    case TokenKind::url:
      return "url(" + text + ")";
    case TokenKind::bad_url:
      return "bad-url";
    case TokenKind::delim:
      return "delim(" + std::string(1, static_cast<char>(token.delim)) + ")";
    case TokenKind::number:
      return (token.integer ? "integer(" : "number(") + number_text(token.number) + ")";
    case TokenKind::percentage:
      return "percentage(" + number_text(token.number) + ")";
    case TokenKind::dimension:
      return "dimension(" + number_text(token.number) + "," + text + ")";
    case TokenKind::whitespace:
      return "_";
    case TokenKind::cdo:
      return "<!--";
    case TokenKind::cdc:
      return "-->";
    case TokenKind::colon:
      return ":";
    case TokenKind::semicolon:
      return ";";
    case TokenKind::comma:
      return ",";
    case TokenKind::open_square:
      return "[";
    case TokenKind::close_square:
      return "]";
    case TokenKind::open_round:
      return "(";
    case TokenKind::close_round:
      return ")";
    case TokenKind::open_curly:
      return "{";
    case TokenKind::close_curly:
      return "}";
    case TokenKind::end:
      return "end";
  }
  return "?";
}

std::string tokens_of(std::string_view source) {
  TextPool pool;
  std::string out;
  for (const Token& token : tokenize(source, pool)) {
    if (!out.empty()) out += ' ';
    out += describe(token);
  }
  return out;
}

struct Case {
  std::string source;
  std::string tokens;
};

void expect_all(std::span<const Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(tokens_of(c.source), c.tokens) << c.source;
}

TEST(Tokenizer, PunctuationAndComments) {
  const Case cases[] = {
      {"", ""},
      {"a{b:c;d:e}", "ident(a) { ident(b) : ident(c) ; ident(d) : ident(e) }"},
      {"[](),;:", "[ ] ( ) , ; :"},
      {" \t\r\n\f a", "_ ident(a)"},
      {"a/**/b", "ident(a) ident(b)"},
      {"a/* b */ c /**//**/", "ident(a) _ ident(c) _"},
      {"a /**/ b", "ident(a) _ _ ident(b)"},
      {"/* never closed", ""},
      {"a/*/", "ident(a)"},
      {"/*/*/a", "ident(a)"},
      {"/", "delim(/)"},
      {"a/b", "ident(a) delim(/) ident(b)"},
      {"* ~= |= ^ $ < > + !",
       "delim(*) _ delim(~) delim(=) _ delim(|) delim(=) _ delim(^) _ delim($) _ "
       "delim(<) _ delim(>) _ delim(+) _ delim(!)"},
      {"<!-- a -->", "<!-- _ ident(a) _ -->"},
      {"<!- <! <!-", "delim(<) delim(!) delim(-) _ delim(<) delim(!) _ delim(<) delim(!) delim(-)"},
  };
  expect_all(cases);
}

TEST(Tokenizer, Names) {
  const Case cases[] = {
      {"-webkit-box", "ident(-webkit-box)"},
      {"--gap", "ident(--gap)"},
      {"--", "ident(--)"},
      {"---", "ident(---)"},
      {"-", "delim(-)"},
      {"-a", "ident(-a)"},
      {"- a", "delim(-) _ ident(a)"},
      {"-->", "-->"},
      {"--->", "ident(---) delim(>)"},
      {"a-->", "ident(a--) delim(>)"},
      {"_a1-b", "ident(_a1-b)"},
      {"\xC3\xB1u\xF0\x9F\x98\x80", "ident(\xC3\xB1u\xF0\x9F\x98\x80)"},
      {"rgb(1", "function(rgb) integer(1)"},
      {"rgb (", "ident(rgb) _ ("},
      {"@media @-moz-x @--y @ @1", "at(media) _ at(-moz-x) _ at(--y) _ delim(@) _ delim(@) integer(1)"},
      {"#main #1a #-1 #-- # #.", "id(main) _ hash(1a) _ hash(-1) _ id(--) _ delim(#) _ delim(#) delim(.)"},
  };
  expect_all(cases);
}

TEST(Tokenizer, Escapes) {
  const Case cases[] = {
      {"\\61 b", "ident(ab)"},
      {"\\000061b", "ident(ab)"},
      {"\\0000611", "ident(a1)"},
      {"\\61  b", "ident(a) _ ident(b)"},
      {"\\61\r\nb", "ident(ab)"},
      {"\\61\n\nb", "ident(a) _ ident(b)"},
      {"\\61\fb", "ident(ab)"},
      {"\\.a\\:b", "ident(.a:b)"},
      {"sm\\:w-1\\/2", "ident(sm:w-1/2)"},
      {"\\0", "ident(\xEF\xBF\xBD)"},
      {"\\D800 \\DFFF x", "ident(\xEF\xBF\xBD\xEF\xBF\xBDx)"},
      {"\\10FFFF", "ident(\xF4\x8F\xBF\xBF)"},
      {"\\110000", "ident(\xEF\xBF\xBD)"},
      {"\\FFFFFF", "ident(\xEF\xBF\xBD)"},
      {"\\1F600x", "ident(\xF0\x9F\x98\x80x)"},
      {"\\1F600 x", "ident(\xF0\x9F\x98\x80x)"},
      {"\\", "ident(\xEF\xBF\xBD)"},
      {"a\\", "ident(a\xEF\xBF\xBD)"},
      {"\\\na", "delim(\\) _ ident(a)"},
      {"\\\ra", "delim(\\) _ ident(a)"},
      {"a\\\fb", "ident(a) delim(\\) _ ident(b)"},
      {"-\\61", "ident(-a)"},
      {"-\\\n", "delim(-) delim(\\) _"},
      {"\\\xC3\xB1o", "ident(\xC3\xB1o)"},
      {"@\\6d edia", "at(media)"},
      {"#\\31 a", "id(1a)"},
      {"1\\70 x", "dimension(1,px)"},
      {"a\0b"s,
       "ident(a\xEF\xBF\xBD"
       "b)"},
      {"\0"s, "ident(\xEF\xBF\xBD)"},
      {"\\\0a"s,
       "ident(\xEF\xBF\xBD"
       "a)"},
  };
  expect_all(cases);
}

TEST(Tokenizer, Numbers) {
  const Case cases[] = {
      {"0 12 +3 -4", "integer(0) _ integer(12) _ integer(3) _ integer(-4)"},
      {"1.5 .5 -.5 +.25", "number(1.5) _ number(0.5) _ number(-0.5) _ number(0.25)"},
      {"1. 1.a", "integer(1) delim(.) _ integer(1) delim(.) ident(a)"},
      {"1e3 1E3 1e+2 1e-1", "number(1000) _ number(1000) _ number(100) _ number(0.1)"},
      {"1em 1e 1e- 1ex", "dimension(1,em) _ dimension(1,e) _ dimension(1,e-) _ dimension(1,ex)"},
      {"1e3em 1e-x", "dimension(1000,em) _ dimension(1,e-x)"},
      {"1.2.3", "number(1.2) number(0.3)"},
      {"1-2", "integer(1) integer(-2)"},
      {"1--x 1-->", "dimension(1,--x) _ dimension(1,--) delim(>)"},
      {"50% -1.5%", "percentage(50) _ percentage(-1.5)"},
      {"50 %", "integer(50) _ delim(%)"},
      {"10px 1PX 1-a", "dimension(10,px) _ dimension(1,PX) _ dimension(1,-a)"},
      {"+ +a -.a", "delim(+) _ delim(+) ident(a) _ delim(-) delim(.) ident(a)"},
      {"+-1", "delim(+) integer(-1)"},
      {"2n+1", "dimension(2,n) integer(1)"},
      {"-n-1", "ident(-n-1)"},
      {"1\\", "dimension(1,\xEF\xBF\xBD)"},
      {"1\0"s, "dimension(1,\xEF\xBF\xBD)"},
  };
  expect_all(cases);
}

TEST(Tokenizer, NumbersAreMarkedAsWritten) {
  TextPool pool;
  const auto tokens = tokenize("+1 1.0 1e0 -2px 3", pool);
  ASSERT_EQ(tokens.size(), 9U);
  EXPECT_TRUE(tokens[0].signed_number);
  EXPECT_TRUE(tokens[0].integer);
  EXPECT_FALSE(tokens[2].integer);
  EXPECT_FALSE(tokens[4].integer);
  EXPECT_TRUE(tokens[6].signed_number);
  EXPECT_TRUE(tokens[6].integer);
  EXPECT_FALSE(tokens[8].signed_number);
}

TEST(Tokenizer, NumeralsAreClampedAndRoundedOnce) {
  constexpr double kMax = std::numeric_limits<double>::max();
  struct Numeral {
    std::string text;
    double value;
  };
  const Numeral numerals[] = {
      {"0.1", 0.1},
      {"-0.3", -0.3},
      {"123456789.123456", 123456789.123456},
      {"0.30000000000000004", 0.30000000000000004},
      {"9007199254740993", 9007199254740992},
      {"1e400", kMax},
      {"-1e400", -kMax},
      {"1e99999999999999999999", kMax},
      {"1e-400", 0},
      {"1e-99999999999999999999", 0},
      {"0e99999999999999999999", 0},
      {"0." + std::string(400, '0') + "1", 0},
      {"0." + std::string(400, '0') + "1e402", 10},
      {std::string(400, '9'), kMax},
      {"1" + std::string(400, '0') + "e-400", 1},
      {std::string(1000, '0') + "7", 7},
  };
  for (const Numeral& numeral : numerals)
    EXPECT_EQ(numeral_value(numeral.text), numeral.value) << numeral.text;
}

TEST(Tokenizer, Strings) {
  const Case cases[] = {
      {"\"a\" 'b'", "string(a) _ string(b)"},
      {"'\"'", "string(\")"},
      {"\"\"", "string()"},
      {"\"open", "string(open)"},
      {"\"", "string()"},
      {"'a\\'b'", "string(a'b)"},
      {"'a\\\nb'", "string(ab)"},
      {"'a\\\r\nb'", "string(ab)"},
      {"'a\\\fb\\\rc'", "string(abc)"},
      {"'\\61 b\\63'", "string(abc)"},
      {"'\\'", "string(')"},
      {"'a\\", "string(a)"},
      {"'a\nb'", "bad-string _ ident(b) string()"},
      {"'a\rb", "bad-string _ ident(b)"},
      {"'a\fb", "bad-string _ ident(b)"},
      {"'a\\61\nb\nc", "bad-string _ ident(c)"},
      {"'/* no */'", "string(/* no */)"},
      {"'a\0b'"s,
       "string(a\xEF\xBF\xBD"
       "b)"},
      {"'\\\0'"s, "string(\xEF\xBF\xBD)"},
      {"'\\\xC3\xB1'", "string(\xC3\xB1)"},
  };
  expect_all(cases);
}

TEST(Tokenizer, Urls) {
  const Case cases[] = {
      {"url(a.png)", "url(a.png)"},
      {"URL( a.png )", "url(a.png)"},
      {"u\\72l(a)", "url(a)"},
      {"url()", "url()"},
      {"url(  )", "url()"},
      {"url(", "url()"},
      {"url(a", "url(a)"},
      {"url(a ", "url(a)"},
      {"url(data:image/png;base64,AA==)", "url(data:image/png;base64,AA==)"},
      {"url('a')", "function(url) string(a) )"},
      {"url( \"a\" )", "function(url) _ string(a) _ )"},
      {"url(a b)c", "bad-url ident(c)"},
      {"url(a\"b)c", "bad-url ident(c)"},
      {"url(a(b)c)", "bad-url ident(c) )"},
      {"url(a\x01)", "bad-url"},
      {"url(a\x7F)", "bad-url"},
      {"url(a\\\nb)", "bad-url"},
      {"url(a b\\)c)d", "bad-url ident(d)"},
      {"url(a'", "bad-url"},
      {"url(a b\\", "bad-url"},
      {"url(a\\)b)", "url(a)b)"},
      {"url(a\\29 b)", "url(a)b)"},
      {"url(a\\", "url(a\xEF\xBF\xBD)"},
      {"url(a\0)"s, "url(a\xEF\xBF\xBD)"},
      {"url(/**/)", "url(/**/)"},
      {"urls(a)", "function(urls) ident(a) )"},
      {"url (a)", "ident(url) _ ( ident(a) )"},
  };
  expect_all(cases);
}

TEST(Tokenizer, PositionsAreBytesOfTheSource) {
  constexpr std::string_view kSource = "/*\xC3\xB1*/ a\\62 c 'x' #i 1px";
  TextPool pool;
  std::string slices;
  for (const Token& token : tokenize(kSource, pool)) {
    slices += "[" + std::string(kSource.substr(token.begin, token.end - token.begin)) + "]";
  }
  EXPECT_EQ(slices, "[ ][a\\62 c][ ]['x'][ ][#i][ ][1px]");
}

TEST(Tokenizer, OnlyEscapesAreCopied) {
  constexpr std::string_view kSource = "abc 'def' url(ghi) #jkl @mno 1px f(";
  TextPool pool;
  for (const Token& token : tokenize(kSource, pool)) {
    if (token.text.empty()) continue;
    EXPECT_GE(token.text.data(), kSource.data());
    EXPECT_LE(token.text.data() + token.text.size(), kSource.data() + kSource.size());
  }
  EXPECT_EQ(pool.bytes(), 0U);
  tokenize("a\\62", pool);
  EXPECT_EQ(pool.bytes(), 2U);
}

TEST(Tokenizer, EndComesAgainAndAgain) {
  TextPool pool;
  Tokenizer tokenizer("a", pool);
  EXPECT_TRUE(tokenizer.next().is(TokenKind::ident));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(tokenizer.next().is(TokenKind::end));
  EXPECT_EQ(tokenizer.position(), 1U);
}

// Whatever the bytes, tokens follow each other without overlap up to the end.
TEST(Tokenizer, AnyBytesAreTokens) {
  const std::string_view pieces[] = {"\\", "\xFF", "\xC3", "\"", "'", "url(", "/*", "\r", "-", "@",
                                     "#",  "e+",   "<!",   "(",  "1", ".",    "u",  "+",  "%", "{"};
  std::string source(1, '\0');
  std::uint32_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1664525U + 1013904223U;
    source += pieces[(state >> 16) % std::size(pieces)];
    if (state >> 28 == 0) source += '\n';
    if (state >> 28 == 1) source += "*/";
    if (state >> 28 == 2) source += ')';
  }
  TextPool pool;
  Tokenizer tokenizer(source, pool);
  std::size_t at = 0;
  for (Token token = tokenizer.next(); !token.is(TokenKind::end); token = tokenizer.next()) {
    ASSERT_GE(token.begin, at);
    ASSERT_GT(token.end, token.begin);
    at = token.end;
  }
  EXPECT_EQ(tokenizer.position(), source.size());
}

}  // namespace
}  // namespace veedor::css
