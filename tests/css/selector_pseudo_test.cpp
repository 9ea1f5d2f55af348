// Parsing of pseudo-classes and pseudo-elements.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/selector_writer.h"

namespace veedor::css {
namespace {

TEST(SelectorPseudo, AnPlusBIsReadHoweverTheTokenizerCutsIt) {
  const struct {
    std::string_view text, written;
  } cases[] = {
      {"odd", "2n+1"},
      {"EVEN", "2n+0"},
      {" odd ", "2n+1"},
      {"5", "0n+5"},
      {"+5", "0n+5"},
      {"-5", "0n-5"},
      {"0", "0n+0"},
      {"n", "1n+0"},
      {"N", "1n+0"},
      {"+n", "1n+0"},
      {"-n", "-1n+0"},
      {"2n", "2n+0"},
      {"+2n", "2n+0"},
      {"-2n", "-2n+0"},
      {"2n+1", "2n+1"},
      {"2n + 1", "2n+1"},
      {"2n +1", "2n+1"},
      {"2n+ 1", "2n+1"},
      {"2n-1", "2n-1"},
      {"2n - 1", "2n-1"},
      {"2n -1", "2n-1"},
      {"2n- 1", "2n-1"},
      {"2N-1", "2n-1"},
      {"n+3", "1n+3"},
      {"n-3", "1n-3"},
      {"n- 3", "1n-3"},
      {"n - 3", "1n-3"},
      {"+n-3", "1n-3"},
      {"+n- 3", "1n-3"},
      {"-n+3", "-1n+3"},
      {"-n-3", "-1n-3"},
      {"-n- 3", "-1n-3"},
      {"-n + 3", "-1n+3"},
      {"00002n+00001", "2n+1"},
      {"99999999999", "0n+2147483647"},
      {"-99999999999n-99999999999", "-2147483647n-2147483647"},
      {"", "invalid"},
      {"+ n", "invalid"},
      {"+ 5", "invalid"},
      {"- n", "invalid"},
      {"2 n", "invalid"},
      {"2n 1", "invalid"},
      {"2n + -1", "invalid"},
      {"2n+-1", "invalid"},
      {"2n++1", "invalid"},
      {"2n+", "invalid"},
      {"n-", "invalid"},
      {"n-a", "invalid"},
      {"n-1a", "invalid"},
      {"n- +1", "invalid"},
      {"1.5", "invalid"},
      {"2.0n", "invalid"},
      {"2n+1.5", "invalid"},
      {"1e3", "invalid"},
      {"+-n", "invalid"},
      {"--n", "invalid"},
      {"m", "invalid"},
      {"2m", "invalid"},
      {"odd even", "invalid"},
      {"2n+1 a", "invalid"},
  };
  for (const auto& [text, written] : cases) {
    const std::string selector = ":nth-child(" + std::string(text) + ")";
    const std::string expected = written == "invalid"
                                     ? "invalid"
                                     : spelling(PseudoClass::nth_child) + "(" + std::string(written) + ")";
    EXPECT_EQ(ParsedSelectors(selector).written(), expected) << text;
  }
}

TEST(SelectorPseudo, OfNarrowsNthChildOnly) {
  EXPECT_EQ(ParsedSelectors(":nth-child(2n+1 of a, .b)").written(),
            spelling(PseudoClass::nth_child) + "(2n+1 of a, .b)");
  EXPECT_EQ(ParsedSelectors(":nth-last-child(n OF a b)").written(),
            spelling(PseudoClass::nth_last_child) + "(1n+0 of a b)");
  EXPECT_FALSE(ParsedSelectors(":nth-child(2n+1 of)").valid());
  EXPECT_FALSE(ParsedSelectors(":nth-child(2n+1 of a,)").valid());
  EXPECT_FALSE(ParsedSelectors(":nth-child(2n+1 of ::before)").valid());
  EXPECT_FALSE(ParsedSelectors(":nth-of-type(2n+1 of a)").valid());
  EXPECT_FALSE(ParsedSelectors(":nth-child(of a)").valid());
}

TEST(SelectorPseudo, LogicalPseudoClassesHoldLists) {
  const std::string is = spelling(PseudoClass::is), where = spelling(PseudoClass::where),
                    no = spelling(PseudoClass::not_), has = spelling(PseudoClass::has);
  const struct {
    std::string_view text;
    std::string written;
  } cases[] = {
      {":is(a, b c)", is + "(a, b c)"},
      {":IS(a)", is + "(a)"},
      {":matches(a)", is + "(a)"},
      {":-webkit-any(a)", is + "(a)"},
      {":where(a)", where + "(a)"},
      {":not(a, b)", no + "(a, b)"},
      {":not(a b)", no + "(a b)"},
      {":is(:not(a))b", "invalid"},
      {":is()", is + "()"},
      {":is(a,,b)", is + "(a, b)"},
      {":is(a, :unknown, b)", is + "(a, b)"},
      {":is(a, :unknown(b, c), d)", is + "(a, d)"},
      {":is(a, ::before)", is + "(a)"},
      {":is(> a)", is + "()"},
      {":where(::before)", where + "()"},
      {":not()", "invalid"},
      {":not(a,)", "invalid"},
      {":not(:unknown)", "invalid"},
      {":not(::before)", "invalid"},
      {":not(> a)", "invalid"},
      {":has(a)", has + "(ANCHOR a)"},
      {":has(> a, + b c, ~ d)", has + "(ANCHOR > a, ANCHOR + b c, ANCHOR ~ d)"},
      {":has(a > b)", has + "(ANCHOR a > b)"},
      {":has()", "invalid"},
      {":has(a, :unknown)", "invalid"},
      {":has(> > a)", "invalid"},
      {":has(:has(a))", "invalid"},
      {":has(:not(:has(a)))", "invalid"},
      {":has(:is(:has(a), b))", has + "(ANCHOR " + is + "(b))"},
      {":is(:has(a))", is + "(" + has + "(ANCHOR a))"},
      {":has(::before)", "invalid"},
      {":is", "invalid"},
      {":not", "invalid"},
      {":is (a)", "invalid"},
      {":is(a", is + "(a)"},
  };
  for (const auto& [text, written] : cases) EXPECT_EQ(ParsedSelectors(text).written(), written) << text;
}

TEST(SelectorPseudo, KnownPseudoClassesAreValidAndOthersAreNot) {
  for (const char* text : {":hover",
                           ":HOVER",
                           ":root",
                           ":first-child",
                           ":target",
                           ":-webkit-autofill",
                           ":playing",
                           ":target-within",
                           ":host",
                           ":host(a.b)",
                           ":host-context(.dark)",
                           ":lang(de)",
                           ":lang('de', fr)",
                           ":dir(rtl)",
                           ":dir(up)",
                           ":state(on)",
                           ":popover-open",
                           ":defined",
                           ":-webkit-any-link",
                           ":open"}) {
    EXPECT_TRUE(ParsedSelectors(text).valid()) << text;
  }
  for (const char* text : {":",
                           ":unknown",
                           ":-moz-focusring",
                           ":-ms-input-placeholder",
                           ":-webkit-unknown",
                           ":hover()",
                           ":hover(a)",
                           ":nth-child",
                           ":lang",
                           ":lang()",
                           ":lang(de,)",
                           ":lang(de fr)",
                           ":lang(1)",
                           ":dir",
                           ":dir()",
                           ":dir(ltr rtl)",
                           ":host()",
                           ":host(a b)",
                           ":host(a, b)",
                           ":host-context",
                           ":host-context()",
                           ": hover",
                           ":state()",
                           ":1"}) {
    EXPECT_FALSE(ParsedSelectors(text).valid()) << text;
  }
  EXPECT_EQ(ParsedSelectors(":playing").written(), spelling(PseudoClass::never));
  EXPECT_EQ(ParsedSelectors(":lang(de, 'fr-CH')").written(), spelling(PseudoClass::lang) + "(de,fr-CH)");
  EXPECT_EQ(ParsedSelectors(":lang('a,b')").written(), spelling(PseudoClass::never));
  EXPECT_EQ(ParsedSelectors(":dir(RTL)").written(), spelling(PseudoClass::dir) + "(rtl)");
  EXPECT_EQ(ParsedSelectors(":dir(up)").written(), spelling(PseudoClass::never) + "(ltr)");
}

TEST(SelectorPseudo, PseudoElementsEndTheSelector) {
  const struct {
    std::string_view text;
    PseudoElement element;
  } valid[] = {
      {"a::before", PseudoElement::before},
      {"a:before", PseudoElement::before},
      {"a::AFTER", PseudoElement::after},
      {":after", PseudoElement::after},
      {"::first-line", PseudoElement::first_line},
      {":first-letter", PseudoElement::first_letter},
      {"::marker", PseudoElement::marker},
      {"::placeholder", PseudoElement::placeholder},
      {"::-webkit-input-placeholder", PseudoElement::placeholder},
      {"::selection", PseudoElement::selection},
      {"::backdrop", PseudoElement::backdrop},
      {"::slotted(a.b)", PseudoElement::slotted},
      {"a::part(b c)", PseudoElement::part},
      {"::-webkit-anything-at-all", PseudoElement::other},
      {"::-webkit-scrollbar-thumb:hover", PseudoElement::other},
      {"::-webkit-scrollbar-thumb:vertical", PseudoElement::other},
      {"::file-selector-button", PseudoElement::other},
      {"::highlight(x)", PseudoElement::other},
      {"::before::marker", PseudoElement::other},
      {"::slotted(a)::before", PseudoElement::other},
      {"a::before:hover", PseudoElement::before},
      {"a b > c::before", PseudoElement::before},
      {"a::before ", PseudoElement::before},
  };
  for (const auto& [text, element] : valid) {
    const ParsedSelectors parsed(text);
    ASSERT_TRUE(parsed.valid()) << text;
    EXPECT_EQ(parsed.complex().pseudo_element, element) << text;
  }
  for (const char* text : {"::unknown",          "::-moz-selection",
                           "::-ms-clear",        ":::before",
                           ":: before",          "::before a",
                           "::before > a",       "::before.a",
                           "::beforea b",        "::before#a",
                           "::before[a]",        "::before::after",
                           "::before::before",   "::before:first-child",
                           "::before:unknown",   "::slotted",
                           "::slotted()",        "::slotted(a b)",
                           "::slotted(a, b)",    "::part",
                           "::part()",           "::part(.a)",
                           "::part(a)::part(b)", ":placeholder",
                           ":selection",         "::hover",
                           "::before&",          "::before(a)",
                           "::highlight()",      "::part(a):first-child"}) {
    EXPECT_FALSE(ParsedSelectors(text).valid()) << text;
  }
}

TEST(SelectorPseudo, AStateOfAPseudoElementIsNotAStateOfTheElement) {
  const ParsedSelectors parsed("a::before:hover");
  EXPECT_FALSE(parsed.complex().states.any());
  EXPECT_EQ(parsed.written(), "a" + spelling(PseudoClass::never) + "::1");
}

}  // namespace
}  // namespace veedor::css
