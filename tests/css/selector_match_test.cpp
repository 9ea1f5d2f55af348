// Matching of selectors: structure, attributes, combinators, scopes and hosts.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/selector_page.h"

namespace veedor::css {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(SelectorMatch, SimpleSelectorsAskTheElement) {
  expect_matches(
      "<p id=a class='x y'><p id=b class='X xy'><div id=c class=' \n y\t'><svg id=d><linearGradient id=e />",
      {
          {"p", "a b"},
          {"P", "a b"},
          {"*", "a b c d e"},
          {"#a", "a"},
          {"#A", ""},
          {".x", "a"},
          {".X", "b"},
          {".y", "a c"},
          {".x.y", "a"},
          {".xy", "b"},
          {"p.y", "a"},
          {"linearGradient", "e"},
          {"lineargradient", ""},
          {"svg *", "e"},
          {"p, svg", "a b d"},
      });
}

TEST(SelectorMatch, QuirksIgnoreTheCaseOfIdsAndClasses) {
  SelectorPage page("<p id=a class=Xy>");
  EXPECT_EQ(page.ids("#A"), "a");
  EXPECT_EQ(page.ids(".xY"), "a");
}

TEST(SelectorMatch, AttributesAreTestedByTheirOperators) {
  expect_matches(
      "<p id=a title='one two'><p id=b title='one-two'><p id=c title=''><p id=d><p id=e title=ONE>",
      {
          {"[title]", "a b c e"}, {"[TITLE]", "a b c e"},     {"[title=one]", ""},
          {"[title=one i]", "e"}, {"[title='one two']", "a"}, {"[title='']", "c"},
          {"[title~=one]", "a"},  {"[title~=one i]", "a e"},  {"[title~='one two']", ""},
          {"[title~='']", ""},    {"[title|=one]", "b"},      {"[title|=one i]", "b e"},
          {"[title|='']", "c"},   {"[title^=one]", "a b"},    {"[title^=one i]", "a b e"},
          {"[title^='']", ""},    {"[title$=two]", "a b"},    {"[title$=WO i]", "a b"},
          {"[title$='']", ""},    {"[title*='e t']", "a"},    {"[title*=E i]", "a b e"},
          {"[title*='']", ""},    {"p:not([title])", "d"},
      });
}

TEST(SelectorMatch, TheCaseOfSomeValuesIsIgnoredInHtml) {
  expect_matches("<input id=a type=TEXT><svg id=b type=TEXT viewBox='0 0' xlink:href=x><a id=c href=X></a>",
                 {
                     {"[type=text]", "a"},
                     {"[type=text s]", ""},
                     {"[type=TEXT]", "a b"},
                     {"[type=text i]", "a b"},
                     {"[id=A]", ""},
                     {"[viewBox]", "b"},
                     {"[viewbox]", ""},
                     {"[xlink|href]", "b c"},
                     {"[*|href]", "b c"},
                     {"[href]", "c"},
                     {"[href=x]", ""},
                 });
}

TEST(SelectorMatch, CombinatorsWalkTheTree) {
  expect_matches(
      "<main id=m><ul id=u class=k><li id=a><li id=b class=k><b id=c></b><i id=d></i></li><li "
      "id=e></ul></main>",
      {
          {"ul li", "a b e"},
          {"main > li", ""},
          {"ul > li", "a b e"},
          {"li + li", "b e"},
          {"li ~ li", "b e"},
          {".k + li", "e"},
          {".k .k > i", "d"},
          {"main .k i", "d"},
          {"b + i", "d"},
          {"i ~ b", ""},
          {"li + li + li", "e"},
          {"li ~ li ~ li", "e"},
          {"main > .k > .k b ~ i", "d"},
          {"html body main", "m"},
          {"body > body", ""},
      });
}

TEST(SelectorMatch, StructureCountsElements) {
  expect_matches(
      "<div id=r><p id=a></p>text<b id=b></b><p id=c> </p><!-- --><p id=d><!-- --></p><b id=e>x</b></div><i "
      "id=s></i>",
      {
          {":root", ""},
          {"#r :first-child", "a"},
          {"#r :last-child", "e"},
          {"#r > :only-child", ""},
          {"i:only-of-type, i:only-child", "s"},
          {":first-of-type", "r a b s"},
          {"#r :last-of-type", "d e"},
          {":nth-child(2)", "b s"},
          {"#r :nth-child(2n)", "b d"},
          {"#r :nth-child(odd)", "a c e"},
          {"#r :nth-child(-n+2)", "a b"},
          {"#r :nth-child(n+4)", "d e"},
          {"#r :nth-child(0)", ""},
          {"#r :nth-child(-n)", ""},
          {"#r :nth-child(-2n+5)", "a c e"},
          {"#r :nth-child(n)", "a b c d e"},
          {"#r :nth-last-child(1)", "e"},
          {"#r :nth-last-child(-n+2)", "d e"},
          {"#r :nth-of-type(2)", "c e"},
          {"#r :nth-last-of-type(2)", "b c"},
          {"#r :nth-child(2 of p)", "c"},
          {"#r :nth-last-child(1 of p)", "d"},
          {"#r :nth-child(odd of p, #e)", "a d"},
          {"#r :nth-child(1 of :nth-child(n+3))", "c"},
          {"#r :nth-child(2147483647n+1)", "a"},
          {"#r :nth-child(-2147483647n-2147483647)", ""},
          {":empty", "a b d s"},
      });
}

TEST(SelectorMatch, TheRootIsAnOnlyChild) {
  SelectorPage page("<!DOCTYPE html><html id=h>");
  for (const char* selector :
       {":root", ":first-child", ":last-child", ":only-child", ":nth-child(1)", ":nth-last-of-type(1)",
        ":only-of-type", ":scope", "&", ":nth-child(1 of html)"}) {
    EXPECT_EQ(page.ids(selector), "h") << selector;
  }
}

TEST(SelectorMatch, TypesAreNameAndNamespace) {
  expect_matches("<svg id=s><a id=a></a><title id=t></title></svg>", {{"svg > :first-of-type", "a t"}});
}

TEST(SelectorMatch, ListsAreAlternatives) {
  expect_matches("<p id=a class=x><b id=b></b></p><p id=c><i id=d class=x></i></p>",
                 {
                     {":is(p, i).x", "a d"},
                     {":is()", ""},
                     {":is(:unknown, b)", "b"},
                     {":where(.x) b", "b"},
                     {":is(p .x, b)", "b d"},
                     {"p:not(.x)", "c"},
                     {":not(p, b, i, :not([id]))", ""},
                     {":not(:not(.x))", "a d"},
                     {":not(p > *)", "a c"},
                     {":is(p:is(.x, .y)) > :not(i)", "b"},
                 });
}

TEST(SelectorMatch, HasLooksBelowAndAfter) {
  expect_matches(
      "<div id=a><div id=b><p id=c class=x></p></div><p id=d></p></div><div id=e><p id=f></p></div><p id=g "
      "class=y></p>",
      {
          {":has(.x)", "a b"},
          {":has(> .x)", "b"},
          {"div:has(> div > .x)", "a"},
          {":has(div .x)", "a"},
          {":has(+ p)", "b e"},
          {":has(~ .y)", "a e"},
          {":has(+ div p)", "a"},
          {":has(+ div > p)", "a"},
          {":has(+ div + p)", "a"},
          {":has(~ div .x)", ""},
          {":has(~ p)", "a b e"},
          {"div:not(:has(.x))", "e"},
          {":has(.y, > .x)", "b"},
          {":has(:not(p))", "a"},
          {"div:has(.x) + div", "e"},
          {"p:has(*)", ""},
          {":has(:is(#a > #b) > .x)", "a"},
          {":has(:is(#a .x))", "a b"},
          {":has(:scope .x)", ""},
      });
}

TEST(SelectorMatch, NestedRulesMeanTheirParent) {
  SelectorPage page("<!DOCTYPE html><p id=a class=x><b id=b></b></p><b id=c></b>");
  TextPool pool;
  SelectorTable table;
  const auto list = [&](std::string_view text, std::uint32_t parent) {
    return parse_selector_list(tokenize(text, pool), {.pool = pool, .parent_list = parent}, table).value();
  };
  const std::uint32_t parent = list(".x, i::before", 0);
  const auto asks = [&](std::string_view id, std::string_view text) {
    return matches_list(page[id], list(text, parent), table, page.context());
  };
  EXPECT_TRUE(asks("b", "b"));
  EXPECT_FALSE(asks("c", "b"));
  EXPECT_TRUE(asks("c", "+ b"));
  EXPECT_TRUE(asks("a", "&"));
  EXPECT_TRUE(asks("a", "p&"));
  EXPECT_FALSE(asks("a", "b&"));
  EXPECT_TRUE(asks("b", "body & > b"));
  EXPECT_FALSE(asks("a", "&&:not(&)"));
}

TEST(SelectorMatch, TheScopeIsWhatTheCallerSays) {
  SelectorPage page("<!DOCTYPE html><div id=a><p id=b></p></div>");
  EXPECT_EQ(page.ids(":scope p"), "b");
  EXPECT_EQ(page.ids(":scope > p"), "");
  page.context().scope = page["a"];
  EXPECT_EQ(page.ids(":scope > p"), "b");
  EXPECT_EQ(page.ids("& > p"), "b");
}

TEST(SelectorMatch, TheHostIsKnownToItsOwnSheetsOnly) {
  SelectorPage page("<!DOCTYPE html><body class=dark><div id=h class=x></div><p id=p part='q r'></p>");
  EXPECT_EQ(page.ids(":host, :host(.x), :host-context(.dark)"), "");
  page.context().host = page["h"];
  EXPECT_EQ(page.ids(":host"), "h");
  EXPECT_EQ(page.ids(":host(.x)"), "h");
  EXPECT_EQ(page.ids(":host(.y)"), "");
  EXPECT_EQ(page.ids(":host(div:first-child)"), "h");
  EXPECT_EQ(page.ids(":host-context(.dark)"), "h");
  EXPECT_EQ(page.ids(":host-context(.light)"), "");
  EXPECT_EQ(page.ids("div, .x, #h, *:first-child"), "");  // has no features from within
  EXPECT_EQ(page.ids(":is(:host, b)"), "h");
  EXPECT_EQ(page.ids(":host:not(:host(.y))"), "h");
  EXPECT_EQ(page.ids("div:not(p)"), "");
}

TEST(SelectorMatch, PartsAndSlotsAskTheirHostAndSlot) {
  SelectorPage page(
      "<!DOCTYPE html><div id=h class=x></div><p id=p part='q r'></p><slot id=s class=t></slot>");
  const auto asks = [&](std::string_view id, std::string_view selector) {
    const Complex& complex = page.table().complexes[page.table().items_of(page.list(selector))[0]];
    return matches(page[id], complex, page.table(), page.context());
  };
  EXPECT_FALSE(asks("p", ".x::part(q)"));
  page.context().host = page["h"];
  EXPECT_TRUE(asks("p", ".x::part(q)"));
  EXPECT_TRUE(asks("p", "body > div::part(q r)"));
  EXPECT_FALSE(asks("p", ".x::part(q s)"));
  EXPECT_FALSE(asks("p", ".y::part(q)"));
  EXPECT_FALSE(asks("p", "::slotted(p)"));
  page.context().slot = page["s"];
  EXPECT_TRUE(asks("p", "::slotted(p)"));
  EXPECT_TRUE(asks("p", ".t::slotted(*)"));
  EXPECT_FALSE(asks("p", ".t::slotted(b)"));
  EXPECT_FALSE(asks("p", ".u::slotted(*)"));
}

TEST(SelectorMatch, NothingMatchesOnceTheStepsAreUsedUp) {
  SelectorPage page("<!DOCTYPE html><p id=a>", 0);
  EXPECT_EQ(page.ids("p"), "");
  EXPECT_EQ(page.ids(":not(b)"), "");
  page.set_steps(100);
  EXPECT_EQ(page.ids(":not(b)"), "a");
}

TEST(SelectorMatch, WhatWasCutShortIsNotRemembered) {
  SelectorPage page("<!DOCTYPE html><div id=a>" + repeat("<b></b>", 100) + "<p class=x></p></div>", 0);
  const std::uint32_t has = page.list(":has(.x)"), nth = page.list("p:nth-child(1 of .x)");
  const std::uint32_t checked = page.list(":not(:checked)");
  for (std::uint64_t steps = 1; steps < 400; ++steps) {
    page.set_steps(steps);
    (void)matches_list(page["a"], has, page.table(), page.context());
    page.set_steps(steps);
    (void)matches_list(page.document().all("p")[0], nth, page.table(), page.context());
    page.set_steps(steps);
    (void)matches_list(page["a"], checked, page.table(), page.context());
  }
  page.set_steps(100'000);
  EXPECT_TRUE(matches_list(page["a"], has, page.table(), page.context()));
  EXPECT_TRUE(matches_list(page.document().all("p")[0], nth, page.table(), page.context()));
  EXPECT_TRUE(matches_list(page["a"], checked, page.table(), page.context()));
}

}  // namespace
}  // namespace veedor::css
