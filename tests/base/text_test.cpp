#include "scanner/base/text.h"

#include <gtest/gtest.h>

namespace veedor {
namespace {

TEST(Text, CollapsesWhiteSpaceAndNoBreakSpace) {
  EXPECT_EQ(collapse_whitespace("  a \n\t b\xC2\xA0\xC2\xA0"
                                "c "),
            "a b c");
  EXPECT_EQ(collapse_whitespace(" \n "), "");
  EXPECT_EQ(collapse_whitespace("é\xC2"), "é\xC2");
}

TEST(Text, PrintableIsInertOnATerminal) {
  struct Case {
    std::string_view input, expected;
  };
  const Case cases[] = {
      {"plain", "plain"},
      {"\x1b[31mred\x07", " [31mred "},
      {"a\nb\r\tc", "a b  c"},
      {"\xC2\x9B"
       "31m",
       " 31m"},  // C1 CSI
      {"safe\xE2\x80\xAE"
       "gnp.exe",
       "safe gnp.exe"},                                          // right-to-left override
      {"\xFF\xFEx", "\xEF\xBF\xBD\xEF\xBF\xBDx"},                // never valid
      {"\xE2\x82", "\xEF\xBF\xBD"},                              // truncated
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // a surrogate
      {"\xF0\x9F\x97\xB3 voto", "\xF0\x9F\x97\xB3 voto"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(printable(c.input), c.expected);
    EXPECT_TRUE(is_valid_utf8(printable(c.input)));
  }
}

TEST(Text, ShortensAtACharacter) {
  EXPECT_EQ(shorten("señor", 3), "se…");
  EXPECT_EQ(shorten("señor", 4), "señ…");
  EXPECT_EQ(shorten("señor", 6), "señor");
  EXPECT_EQ(shorten("", 0), "");
}

TEST(Text, SplitsAndTrims) {
  EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
  EXPECT_EQ(split_whitespace(" a  b\n"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(trim("\t x \r\n"), "x");
}

TEST(Text, ComparesWithoutAsciiCaseOnly) {
  EXPECT_TRUE(ascii_iequals("Set-Cookie", "set-COOKIE"));
  EXPECT_FALSE(ascii_iequals("é", "É"));
  EXPECT_TRUE(ascii_icontains("WordPress 6", "press"));
  EXPECT_FALSE(ascii_icontains("press", "WordPress"));
  EXPECT_TRUE(ascii_icontains("x", ""));
}

}  // namespace
}  // namespace veedor
