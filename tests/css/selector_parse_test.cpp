// Parsing of selectors: what is valid, what it becomes, how specific it is.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/selector_writer.h"

namespace veedor::css {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(SelectorParse, CompoundsAreWrittenAsTheyAreRead) {
  const struct {
    std::string_view text, written;
  } cases[] = {
      {"a", "a"},
      {"A", "a!A"},
      {" \n a  ", "a"},
      {"a,b , c", "a, b, c"},
      {"a b", "a b"},
      {"a>b", "a > b"},
      {"a  >  b", "a > b"},
      {"a + b ~ c > d e", "a + b ~ c > d e"},
      {"a/**/b", "invalid"},  // two type selectors side by side
      {"a /**/ b", "a b"},
      {"*", "*"},
      {"*.a#b", "*.a#b"},
      {".a.b", ".a.b"},
      {".\\31 0", ".10"},
      {"#\\31", "#1"},
      {"#a\\,b", "#a,b"},
      {"ns|a", "a"},
      {"*|a", "a"},
      {"|a", "a"},
      {"ns|*", "*"},
      {"*|*", "*"},
      {"a *|b", "a b"},
      {"\\61", "a"},
      {"", "invalid"},
      {"  ", "invalid"},
      {",", "invalid"},
      {"a,", "invalid"},
      {",a", "invalid"},
      {"a,,b", "invalid"},
      {"> a", "invalid"},
      {"a >", "invalid"},
      {"a > > b", "invalid"},
      {"a || b", "invalid"},
      {"a >>> b", "invalid"},
      {"a /deep/ b", "invalid"},
      {".a b!", "invalid"},
      {".1", "invalid"},
      {". a", "invalid"},
      {"#", "invalid"},
      {"#1", "invalid"},
      {".a*", "invalid"},
      {".a b|", "invalid"},
      {"a| b", "invalid"},
      {"50%", "invalid"},
      {"a{", "invalid"},
      {"a)", "invalid"},
      {"a]", "invalid"},
      {"(a)", "invalid"},
      {"'a'", "invalid"},
      {"<!-- a", "invalid"},
  };
  for (const auto& [text, written] : cases) EXPECT_EQ(ParsedSelectors(text).written(), written) << text;
}

TEST(SelectorParse, AttributeSelectorsHaveEveryOperatorAndFlag) {
  const struct {
    std::string_view text, written;
  } cases[] = {
      {"[a]", "[a]"},
      {"[ a ]", "[a]"},
      {"[a=b]", "[a=b]"},
      {"[a='b c']", "[a=b c]"},
      {"[a=\"\"]", "[a=]"},
      {"[a~=b]", "[a~=b]"},
      {"[a|=b]", "[a|=b]"},
      {"[a^=b]", "[a^=b]"},
      {"[a$=b]", "[a$=b]"},
      {"[a*=b]", "[a*=b]"},
      {"[ a *= b ]", "[a*=b]"},
      {"[a=b i]", "[a=b i]"},
      {"[a='b'I]", "[a=b i]"},
      {"[a=b s ]", "[a=b s]"},
      {"[ns|a]", "[*|a]"},
      {"[*|a=b]", "[*|a=b]"},
      {"[|a]", "[*|a]"},
      {"[ns|a|=b]", "[*|a|=b]"},
      {"[viewBox]", "[viewBox]"},
      {"[a", "[a]"},       // CSS Syntax 3 §5: open blocks end with the text
      {"[a='b", "[a=b]"},  // and so do strings
      {"[]", "invalid"},
      {"[a=]", "invalid"},
      {"[=b]", "invalid"},
      {"[a=b x]", "invalid"},
      {"[a=b i i]", "invalid"},
      {"[a i]", "invalid"},
      {"[a= =b]", "invalid"},
      {"[a~ =b]", "invalid"},
      {"[a=1]", "invalid"},
      {"[1]", "invalid"},
      {"[a!=b]", "invalid"},
      {"[a b]", "invalid"},
      {"[*]", "invalid"},
      {"[a|*]", "invalid"},
      {"[a][", "invalid"},
  };
  for (const auto& [text, written] : cases) EXPECT_EQ(ParsedSelectors(text).written(), written) << text;
}

TEST(SelectorParse, SpecificityFollowsTheClause) {
  const struct {
    std::string_view text;
    Specificity specificity;
  } cases[] = {
      {"*", {0, 0, 0}},
      {"li", {0, 0, 1}},
      {"ul li", {0, 0, 2}},
      {"ul ol+li", {0, 0, 3}},
      {"h1 + *[rel=up]", {0, 1, 1}},
      {"ul ol li.red", {0, 1, 3}},
      {"li.red.level", {0, 2, 1}},
      {"#x34y", {1, 0, 0}},
      {"#s12:not(foo)", {1, 0, 1}},
      {".foo :is(.bar, #baz)", {1, 1, 0}},
      {":is(em, #foo)", {1, 0, 0}},
      {".qux:where(em, #foo#bar#baz)", {0, 1, 0}},
      {":nth-child(even of li, .item)", {0, 2, 0}},
      {":not(em, strong#foo)", {1, 0, 1}},
      {":has(a, .b, #c d)", {1, 0, 1}},
      {"a::before", {0, 0, 2}},
      {"a:before", {0, 0, 2}},
      {"::before:hover", {0, 1, 1}},
      {":hover", {0, 1, 0}},
      {":host", {0, 1, 0}},
      {":host(#a b)", {0, 0, 0}},
      {":host(#a.b)", {1, 2, 0}},
      {"::slotted(a.b)", {0, 1, 2}},
      {"a::part(b c)", {0, 0, 2}},
      {":is()", {0, 0, 0}},
      {":is(a, :unknown#b)", {0, 0, 1}},
      {":is(:where(#a), b)", {0, 0, 1}},
      {"&", {0, 0, 0}},
      {":scope", {0, 1, 0}},
  };
  for (const auto& [text, specificity] : cases) {
    const ParsedSelectors parsed(text);
    if (!parsed.valid()) {
      EXPECT_EQ(specificity, Specificity{}) << text;
      continue;
    }
    EXPECT_TRUE(parsed.specificity() == specificity)
        << text << ": " << parsed.specificity().a << ',' << parsed.specificity().b << ','
        << parsed.specificity().c;
  }
}

TEST(SelectorParse, SpecificityDoesNotWrap) {
  const ParsedSelectors parsed(repeat(repeat(".a", 1000) + " ", 100));
  ASSERT_TRUE(parsed.valid());
  EXPECT_EQ(parsed.specificity().b, 65535);
}

TEST(SelectorParse, NestedSelectorsAreRelativeToTheirParent) {
  const std::string amp = spelling(PseudoClass::nesting) + "(p, #q)";
  const struct {
    std::string_view text;
    std::string written;
  } cases[] = {
      {"a", amp + " a"},
      {"> a", amp + " > a"},
      {"+a", amp + " + a"},
      {"~ a b", amp + " ~ a b"},
      {"&", amp},
      {"&.a", amp + ".a"},
      {".a&", ".a" + amp},
      {"&a", amp + "a"},
      {"&&", amp + amp},
      {".a &", ".a " + amp},
      {"& > &", amp + " > " + amp},
      {"> &", amp + " > " + amp},
      {"&:hover", amp + spelling(PseudoClass::hover)},
      {":is(&, a)", spelling(PseudoClass::is) + "(" + amp + ", a)"},
      {":is(a) b", amp + " " + spelling(PseudoClass::is) + "(a) b"},
      {":not(&)", spelling(PseudoClass::not_) + "(" + amp + ")"},
      {":is(:unknown(&), .b)", spelling(PseudoClass::is) + "(.b)"},
      {"a, & b, > c", amp + " a, " + amp + " b, " + amp + " > c"},
      {"&::before", amp + "::1"},
      {"::before", amp + " *::1"},
      {"[a]", amp + " [a]"},
      {"", "invalid"},
      {">", "invalid"},
      {"> > a", "invalid"},
      {"a&b", "invalid"},
      {"&a&b", "invalid"},
      {"&*b", "invalid"},
  };
  for (const auto& [text, written] : cases)
    EXPECT_EQ(ParsedSelectors(text, "p, #q").written(), written) << text;
}

TEST(SelectorParse, NestingCountsTheMostSpecificParent) {
  EXPECT_TRUE(ParsedSelectors("&.a", "p, #q").specificity() == (Specificity{1, 1, 0}));
  EXPECT_TRUE(ParsedSelectors("a", "p, #q").specificity() == (Specificity{1, 0, 1}));
  EXPECT_TRUE(ParsedSelectors(":where(&)", "p, #q").specificity() == (Specificity{0, 0, 0}));
}

TEST(SelectorParse, AtTheTopTheNestingSelectorIsTheScope) {
  EXPECT_EQ(ParsedSelectors("& > a").written(), spelling(PseudoClass::nesting) + "() > a");
}

TEST(SelectorParse, StatesAreFoundWhereverTheyStand) {
  const struct {
    std::string_view text, parent;
    States states;
  } cases[] = {
      {"a", "", {}},
      {"a:hover", "", {.hover = true}},
      {"a:hover b", "", {.hover = true}},
      {"a:active + b:focus", "", {.active = true, .focus = true}},
      {":focus-visible", "", {.focus_visible = true}},
      {":focus-within", "", {.focus = true}},
      {":not(:hover)", "", {.hover = true}},
      {":where(:is(:focus))", "", {.focus = true}},
      {":has(:focus-visible)", "", {.focus_visible = true}},
      {":nth-child(1 of :active)", "", {.active = true}},
      {":host(:hover)", "", {.hover = true}},
      {"::slotted(:hover)", "", {.hover = true}},
      {"a", "b:hover", {.hover = true}},
      {"& a", "b:hover, c:focus", {.hover = true, .focus = true}},
      {":is(&)", "b:active", {.active = true}},
      {"a:is(:unknown:hover)", "", {}},
  };
  for (const auto& [text, parent, states] : cases) {
    EXPECT_TRUE(ParsedSelectors(text, parent).complex().states == states) << text;
  }
}

TEST(SelectorParse, WhatIsInvalidLeavesNothingBehind) {
  for (const char* text : {"a.b, c:not(d, e!)", ":is(a, b c)", "a, :has(b, :has(c))", "::part(a, b)"}) {
    const ParsedSelectors parsed(std::string(text) + "!, :!");
    ASSERT_FALSE(parsed.valid());
    EXPECT_TRUE(parsed.table().simples.empty());
    EXPECT_TRUE(parsed.table().compounds.empty());
    EXPECT_TRUE(parsed.table().complexes.empty());
    EXPECT_TRUE(parsed.table().list_items.empty());
    EXPECT_EQ(parsed.table().lists.size(), 1U);
  }
}

TEST(SelectorParse, FunctionsNestToTheLimit) {
  const auto nested = [](std::size_t depth) { return repeat(":not(", depth) + "a" + repeat(")", depth); };
  EXPECT_TRUE(ParsedSelectors(nested(kMaxSelectorNesting)).valid());
  EXPECT_FALSE(ParsedSelectors(nested(kMaxSelectorNesting + 1)).valid());
  EXPECT_FALSE(ParsedSelectors(repeat(":not(", 100'000)).valid());
  EXPECT_TRUE(ParsedSelectors(repeat(":is(", 100'000)).valid());  // what is too deep is dropped
  EXPECT_FALSE(ParsedSelectors("a" + repeat("(", 100'000)).valid());
}

TEST(SelectorParse, LongSelectorsEndAtTheLimits) {
  EXPECT_TRUE(ParsedSelectors("a" + repeat(" a", kMaxCompounds - 1)).valid());
  EXPECT_FALSE(ParsedSelectors("a" + repeat(" a", kMaxCompounds)).valid());
  EXPECT_TRUE(ParsedSelectors(repeat(".a", kMaxSimples)).valid());
  EXPECT_FALSE(ParsedSelectors(repeat(".a", kMaxSimples + 1)).valid());
  EXPECT_FALSE(ParsedSelectors(repeat("&", 100'000)).valid());
  EXPECT_FALSE(ParsedSelectors("a" + repeat(",a", kMaxTableSimples)).valid());
  EXPECT_TRUE(ParsedSelectors("a" + repeat(",a", 100'000)).valid());
  EXPECT_FALSE(ParsedSelectors("a::part(" + repeat("b ", 100'000) + ")").valid());
}

TEST(SelectorParse, EveryPrefixOfASelectorIsReadSafely) {
  const std::string text =
      "ns|A.b#c[*|d~='e' i]:nth-child(2n+1 of f, :is(g,,h)):lang(de,\"fr\") > i::slotted(j), :has(+ "
      "k):dir(rtl)";
  for (std::size_t i = 0; i <= text.size(); ++i) {
    (void)ParsedSelectors(text.substr(0, i));
    (void)ParsedSelectors(text.substr(i), "a, b");
    (void)ParsedSelectors(text.substr(0, i) + '\0' + text.substr(i));
    (void)ParsedSelectors(text.substr(0, i) + "\xff(" + text.substr(i));
  }
}

}  // namespace
}  // namespace veedor::css
