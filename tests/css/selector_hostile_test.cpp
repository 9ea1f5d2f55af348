// Pages and selectors made to be slow: matching is about linear, or ends by its budget of steps.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/selector_page.h"

namespace veedor::css {
namespace {

constexpr std::string_view kDoctype = "<!DOCTYPE html>";

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// How many steps a selector takes on all elements of a page.
std::uint64_t cost(SelectorPage& page, std::string_view selector) {
  const std::uint32_t list = page.list(selector);
  EXPECT_NE(list, 0U) << selector;
  const std::uint64_t before = page.steps();
  for (html::Element element : page.document().elements()) {
    (void)matches_list(element, list, page.table(), page.context());
  }
  return before - page.steps();
}

TEST(SelectorHostile, PlacesAmongManySiblingsAreFoundOnce) {
  SelectorPage page(std::string(kDoctype) + repeat("<p></p><b></b>", 50'000), 100'000'000);
  const html::Element last = page.document().elements().back();
  EXPECT_TRUE(page.matches(last, ":nth-child(100000)"));
  EXPECT_TRUE(page.matches(last, ":nth-of-type(50000)"));
  EXPECT_TRUE(page.matches(last, ":nth-child(50000 of b)"));
  EXPECT_TRUE(page.matches(last, ":nth-last-child(1 of b)"));
  for (const char* selector :
       {":nth-last-child(2n)", ":nth-last-of-type(3n)", ":only-of-type", ":last-child", ":nth-child(2n of b)",
        ":nth-last-child(even of :not(p))", "p + b", ":has(+ b)", ":has(+ b + p)"}) {
    EXPECT_LT(cost(page, selector), 1'000'000U) << selector;
  }
}

TEST(SelectorHostile, ManySiblingsBeforeAreSearchedOncePerElement) {
  SelectorPage page(std::string(kDoctype) + repeat("<p></p>", 2'000), 1'000'000'000);
  EXPECT_LT(cost(page, ".a ~ p ~ p ~ p ~ p ~ p ~ p"), 2'000U * 2'000U * 2);
  EXPECT_LT(cost(page, ".a + p ~ p ~ p + p ~ p"), 2'000U * 2'000U * 3);
}

TEST(SelectorHostile, DeepChainsAreNotExponential) {
  // The parser's own limit of time keeps pages from being much deeper.
  SelectorPage page(std::string(kDoctype) + repeat("<div>", 400), 1'000'000'000);
  const std::string many = repeat("div ", 60);
  EXPECT_LT(cost(page, ".a " + many + "div"), 400U * 400U * 2);
  EXPECT_LT(cost(page, ".a " + repeat("div > div ", 30) + "div"), 400U * 400U * 4);
  EXPECT_LT(cost(page, ".a " + repeat("div > div > div ~ div ", 30) + "div"), 400U * 400U * 4);
}

TEST(SelectorHostile, HasVisitsEachElementAboutOnce) {
  SelectorPage deep(std::string(kDoctype) + repeat("<div>", 400) + "<p class=x>", 1'000'000'000);
  SelectorPage wide(std::string(kDoctype) + repeat("<div><b></b></div>", 20'000) + "<p class=x>",
                    1'000'000'000);
  for (const char* selector : {":has(.x)", ":has(.y)", ":not(:has(.x))", ":has(.y, .x)"}) {
    EXPECT_LT(cost(deep, selector), 400U * 8) << selector;
    EXPECT_LT(cost(wide, selector), 40'000U * 8) << selector;
  }
  EXPECT_LT(cost(wide, ":has(> .x)"), 40'000U * 8);
}

TEST(SelectorHostile, BombsEndByTheBudget) {
  SelectorPage page(std::string(kDoctype) + repeat("<div class=a>", 300) + repeat("<p></p>", 3'000));
  for (const char* selector :
       {":has(~ p ~ p ~ p ~ .x)", ":has(.a .a .a ~ .x)", ":not(:has(~ :not(:nth-child(n of :not(.x ~ p)))))",
        ":is(:is(:has(:not(.x *)), .y ~ p):not(.z ~ *)) ~ .y ~ .w"}) {
    page.set_steps(2'000'000);
    EXPECT_LE(cost(page, selector), 2'000'000U) << selector;
  }
}

TEST(SelectorHostile, NestedParentsEndByTheBudget) {
  SelectorPage page(std::string(kDoctype) + repeat("<div>", 100), 2'000'000);
  TextPool pool;
  SelectorTable table;
  std::uint32_t parent = 0;
  for (int i = 0; i < 64; ++i) {
    const auto tokens = tokenize(i == 0 ? ".x, div" : "& &, :not(&) &", pool);
    parent = parse_selector_list(tokens, {.pool = pool, .parent_list = parent}, table).value();
  }
  for (html::Element element : page.document().elements()) {
    (void)matches_list(element, parent, table, page.context());
  }
  EXPECT_EQ(page.steps(), 0U);
}

TEST(SelectorHostile, LongAttributesCostSteps) {
  SelectorPage page(std::string(kDoctype) + "<p id=a class='" + repeat("a", 1'000'000) + "'>", 1'000'000'000);
  EXPECT_GT(cost(page, "." + std::string(1'000, 'b')), 10'000U);
  EXPECT_GT(cost(page, "[class*=" + std::string(1'000, 'a') + "b]"), 100'000U);
  std::string many = "<p";
  for (int i = 0; i < 10'000; ++i) many += " a" + std::to_string(i);
  SelectorPage attributes(std::string(kDoctype) + many + ">", 1'000'000'000);
  EXPECT_GT(cost(attributes, "[b]"), 1'000U);
}

TEST(SelectorHostile, ManyControlsAreReadOnce) {
  SelectorPage page(std::string(kDoctype) + "<form><fieldset><select>" + repeat("<option>", 30'000) +
                        "</select>" + repeat("<input type=radio name=n required>", 30'000),
                    1'000'000'000);
  for (const char* selector :
       {":checked", ":indeterminate", ":default", ":invalid", "form:valid", ":disabled"}) {
    EXPECT_LT(cost(page, selector), 60'000U * 12) << selector;
  }
}

TEST(SelectorHostile, DirectionsAreFoundOnce) {
  SelectorPage page(std::string(kDoctype) + repeat("<div><bdi>1", 200) + repeat("<p dir=auto>1</p>", 10'000),
                    1'000'000'000);
  EXPECT_LT(cost(page, ":dir(rtl)"), 10'400U * 12);
}

}  // namespace
}  // namespace veedor::css
