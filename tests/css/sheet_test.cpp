// Style sheets: which rules and declarations a text has, around whatever is wrong with it.
#include "scanner/css/sheet.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/sheet_text.h"

namespace veedor::css {
namespace {

TEST(Sheet, RulesAndDeclarations) {
  const SheetCase cases[] = {
      {"", ""},
      {"   /* x */ ", ""},
      {"a{width:1px}", "a{width:1px}"},
      {" a , b.c > d { width : 1px ; height:2px; } ",
       "a{width:1px;height:2px} b.c > d{width:1px;height:2px}"},
      {"a{}b{width:1px}", "b{width:1px}"},
      {"a{;;width:1px;;;height:2px;;}", "a{width:1px;height:2px}"},
      {"a{WIDTH:1px}", "a{width:1px}"},
      {"a{width:1px}a{width:2px}", "a{width:1px} a{width:2px}"},
      {"<!-- a{width:1px} -->b{width:2px}", "a{width:1px} b{width:2px}"},
      {"a/**/{/**/width/**/:/**/1px/**/}", "a{width:1px}"},
      {"\xEF\xBB\xBF"
       "a{width:1px}",
       "a{width:1px}"},
      {"a{w\\69 dth:1px}", "a{width:1px}"},
      {"a{color:red}", "a{color:}"},
      {"a{unknown:1px;width:1px}", "a{width:1px}"},
  };
  expect_all(cases);
}

TEST(Sheet, Importance) {
  const SheetCase cases[] = {
      {"a{width:1px!important}", "a{width:1px!}"},
      {"a{width:1px ! IMPORTANT ;height:2px}", "a{width:1px!;height:2px}"},
      {"a{width:1px!/**/important}", "a{width:1px!}"},
      {"a{--x:y!important}", "a{--x:y!}"},
      {"a{--x:!important}", "a{--x:!}"},
      {"a{width:1px!ie;height:2px}", "a{height:2px}"},
      {"a{width:1px!;height:2px}", "a{height:2px}"},
      {"a{width:!important;height:2px}", "a{height:2px}"},
      {"a{width:1px important;height:2px}", "a{height:2px}"},
      {"a{width:1px!important!important;height:2px}", "a{height:2px}"},
      {"a{--x:a!b;height:2px}", "a{height:2px}"},
      {"a{--x:(a!b);height:2px}", "a{--x:(a!b);height:2px}"},
  };
  expect_all(cases);
}

// CSS Syntax 3 §5.4
TEST(Sheet, RecoversFromErrors) {
  const SheetCase cases[] = {
      // declarations
      {"a{width;height:2px}", "a{height:2px}"},
      {"a{width:;height:2px}", "a{height:2px}"},
      {"a{:1px;height:2px}", "a{height:2px}"},
      {"a{width 1px;height:2px}", "a{height:2px}"},
      {"a{*width:1px;height:2px}", "a{height:2px}"},
      {"a{_width:1px;height:2px}", "a{height:2px}"},
      {"a{width::1px;height:2px}", "a{height:2px}"},
      {"a{width:(1px;height:2px);height:3px}", "a{height:3px}"},
      {"a{width:[1px;height:2px];height:3px}", "a{height:3px}"},
      {"a{width:f(1px;height:2px);height:3px}", "a{height:3px}"},
      {"a{width:1px);height:3px}", "a{height:3px}"},
      {"a{width:1px];height:3px}", "a{height:3px}"},
      {"a{width:'1px\n;height:2px;top:1px}", "a{height:2px;top:1px}"},
      {"a{--x:'y\nx;--z:1;--w:2}", "a{--z:1;--w:2}"},
      {"a{--x:url(a b);--z:1}", "a{--z:1}"},
      {"a{--x:};--z:1}", "a{--x:}"},
      {"a{--x:a);--z:1}", "a{--z:1}"},
      {"a{--x:{a;b}c;--z:1}", "a{--x:{a;b}c;--z:1}"},
      {"a{--x:{a:b};--z:1}", "a{--x:{a:b};--z:1}"},
      {"a{--x:hover{a:b};--z:1}", "a{--x:hover{a:b};--z:1}"},
      {"a{--:1;--z:1}", "a{--z:1}"},
      {"a{width:{1px};height:2px}", "a{height:2px}"},
      {"a{width:{1px} height:2px}", "a{height:2px}"},
      {"a{width:1px{};height:2px}", "a{height:2px}"},
      {"a{1px;{};height:2px}", "a{height:2px}"},
      {"a{--x:(;--z:1", "a{--x:(;--z:1}"},  // closed by the end of the sheet
      {"a{--x:(;--z:1}b{width:1px}", ""},
      // rules
      {"a{width:1px}}b{width:2px}c{width:3px}", "a{width:1px} c{width:3px}"},
      {"{width:1px}b{width:2px}", "b{width:2px}"},
      {";a{width:1px}b{width:2px}", "b{width:2px}"},
      {"a;b{width:1px}c{width:2px}", "c{width:2px}"},
      {"a,{width:1px}b{width:2px}", "b{width:2px}"},
      {"a,:foo{width:1px}b{width:2px}", "b{width:2px}"},
      {"a(b{c}){width:1px}b{width:2px}", "b{width:2px}"},
      {"a[b{c}]{width:1px}b{width:2px}", "b{width:2px}"},
      {"a!{width:1px}b{width:2px}", "b{width:2px}"},
      {"--x:hover{width:1px}b{width:2px}", "b{width:2px}"},
      {"a{width:1px}<!--b{width:2px}", "a{width:1px} b{width:2px}"},
      {"@media all{<!--a{width:1px}b{width:2px}}", "b{width:2px}"},
      {"@media all{;a{width:1px}b{width:2px}}", "b{width:2px}"},
      // the end of the sheet closes everything
      {"a{width:1px", "a{width:1px}"},
      {"a{width:1px;", "a{width:1px}"},
      {"a{width:", ""},
      {"a{width", ""},
      {"a{", ""},
      {"a", ""},
      {"a{width:1px}b", "a{width:1px}"},
      {"a{width:1px/*", "a{width:1px}"},
      {"a{width:1px!important", "a{width:1px!}"},
      {"@media all{a{width:1px", "a{width:1px}"},
      {"a{b{width:1px", "b{width:1px}"},
      {"a{--x:'y", "a{--x:'y}"},
      {"a{width:1px\\", ""},
      // unknown at-rules
      {"@foo;a{width:1px}", "a{width:1px}"},
      {"@foo bar{b{width:1px}}a{width:1px}", "a{width:1px}"},
      {"@foo (;){};a{width:1px}b{width:2px}", "b{width:2px}"},
      {"@foo a{width:1px}", ""},
      {"@foo", ""},
      {"@foo{", ""},
      {"a{@foo;width:1px}", "a{width:1px}"},
      {"a{@foo{x:y}width:1px}", "a{width:1px}"},
      {"a{@foo}b{width:1px}", "b{width:1px}"},
      {"a{@media}b{width:1px}", "b{width:1px}"},
      {"@media all}a{width:1px}b{width:2px}", "b{width:2px}"},
  };
  expect_all(cases);
}

TEST(Sheet, ManySelectorsShareABlock) {
  const auto sheet = parse_sheet("a, b:is(c, d), e { width: 1px }", "");
  ASSERT_EQ(sheet->rules.size(), 3U);
  EXPECT_EQ(sheet->blocks.size(), 1U);
  EXPECT_EQ(sheet->declarations.size(), 1U);
  EXPECT_EQ(rules_text(*sheet), "a{width:1px} b:is(c, d){width:1px} e{width:1px}");
  for (const StyleRule& rule : sheet->rules) EXPECT_LT(rule.complex, sheet->selectors.complexes.size());
}

// CSS Nesting 1
TEST(Sheet, NestedRules) {
  const SheetCase cases[] = {
      {"a{width:1px;b{width:2px}}", "a{width:1px} b{width:2px}"},
      {"a{b{width:2px}width:1px}", "b{width:2px} a{width:1px}"},
      {"a{width:1px;b{width:2px}height:3px;c{top:4px}left:5px}",
       "a{width:1px} b{width:2px} a{height:3px} c{top:4px} a{left:5px}"},
      {"a,b{c{width:1px}height:2px}", "c{width:1px} a{height:2px} b{height:2px}"},
      {"a{&:hover{width:1px}}", "&:hover{width:1px}"},
      {"a{> b{width:1px}+ c{width:2px}}", "> b{width:1px} + c{width:2px}"},
      {"a{b:hover{width:1px}}", "b:hover{width:1px}"},
      {"a{color:hover{width:1px}height:2px}", "color:hover{width:1px} a{height:2px}"},
      {"a{.x{.y{.z{width:1px}}}}", ".z{width:1px}"},
      {"a{:foo{width:1px}height:2px}", "a{height:2px}"},
      {"a{b{width:1px};height:2px}", "b{width:1px} a{height:2px}"},
      {"a{b;c{width:1px}}", "c{width:1px}"},
      {"a{b{}height:2px;c{}top:1px}", "a{height:2px} a{top:1px}"},
      {"a{[x]{width:1px}#y{width:2px}*{width:3px}}", "[x]{width:1px} #y{width:2px} *{width:3px}"},
      {":foo{a{width:1px}}b{width:2px}", "b{width:2px}"},
  };
  expect_all(cases);
}

TEST(Sheet, NestedGroups) {
  const SheetCase cases[] = {
      {"a{@media all{width:1px}}", "a{width:1px}"},
      {"a{@media print{width:1px;b{width:2px}height:3px}top:4px}",
       "a{width:1px}? b{width:2px}? a{height:3px}? a{top:4px}"},
      {"a{@supports (width:1px){width:1px}}", "a{width:1px}"},
      {"a{@layer x{width:1px;b{width:2px}}}", "[x]a{width:1px} [x]b{width:2px}"},
      {"a{@container (width>1px){width:1px}}", "a{width:1px}?"},
      {"a{@media all{@media print{width:1px}height:1px}}", "a{width:1px}? a{height:1px}"},
      {"a{@media all{;width:1px;;}}", "a{width:1px}"},
      {"a{@font-face{width:1px}height:2px}", "a{height:2px}"},
      {"a{@import 'x';height:2px}", "a{height:2px}"},
      {"a{@layer x;height:2px}", "a{height:2px}"},
      {"a{@property --x{syntax:'*';inherits:false}height:2px}", "a{height:2px}"},
      {"a{@starting-style{width:1px}height:2px}", "a{height:2px}"},
      {"@media all{width:1px;a{height:2px}b{top:1px}}", "b{top:1px}"},
      {"@media all{a{b{width:1px}}}", "b{width:1px}"},
  };
  expect_all(cases);
}

TEST(Sheet, NestedSelectorsKnowTheirParent) {
  const auto sheet = parse_sheet("a{&.x{width:1px} b{width:2px}}", "");
  ASSERT_EQ(sheet->rules.size(), 2U);
  for (const StyleRule& rule : sheet->rules) {
    const Complex& complex = sheet->selectors.complexes[rule.complex];
    bool has_parent = false;
    for (const Compound& compound : sheet->selectors.compounds_of(complex)) {
      for (const Simple& simple : sheet->selectors.simples_of(compound)) {
        if (simple.pseudo != PseudoClass::nesting) continue;
        has_parent = true;
        ASSERT_EQ(sheet->selectors.items_of(simple.list).size(), 1U);
      }
    }
    EXPECT_TRUE(has_parent);
  }
}

TEST(Sheet, StyleAttributes) {
  struct Attribute {
    std::string_view source;
    std::string_view block;
  };
  const Attribute attributes[] = {
      {"", "{}"},
      {"width:1px", "{width:1px}"},
      {" width : 1px ; height:2px!important ; ", "{width:1px;height:2px!}"},
      {"width:1px;foo;height:2px", "{width:1px;height:2px}"},
      {"width:1px}height:2px;top:3px", "{top:3px}"},
      {"a{width:1px}height:2px;top:3px", "{top:3px}"},
      {"{width:1px};top:3px", "{top:3px}"},
      {"--x:{a;b};top:3px", "{--x:{a;b};top:3px}"},
      {"@media all{width:1px}height:2px", "{height:2px}"},
      {"@foo;height:2px", "{height:2px}"},
      {"&:hover{width:1px};top:3px", "{top:3px}"},
      {"<!--width:1px;top:3px", "{top:3px}"},
      {"--x:(;top:3px", "{--x:(;top:3px}"},
  };
  for (const Attribute& attribute : attributes) {
    const auto sheet = parse_style_attribute(std::string(attribute.source));
    ASSERT_EQ(sheet->blocks.size(), 1U) << attribute.source;
    EXPECT_TRUE(sheet->rules.empty());
    EXPECT_EQ(declarations_text(*sheet, sheet->blocks[0]), attribute.block) << attribute.source;
  }
}

TEST(Sheet, QuirksReachTheDeclarations) {
  EXPECT_EQ(rules_text(*parse_sheet("a{width:5}", "", ParserMode::quirks)), "a{width:5px}");
  EXPECT_EQ(rules_text(*parse_sheet("a{width:5}", "", ParserMode::standard)), "");
  EXPECT_EQ(parse_style_attribute("width:5", ParserMode::quirks)->declarations.size(), 1U);
  EXPECT_EQ(parse_sheet("a{width:5}", "", ParserMode::quirks)->mode, ParserMode::quirks);
}

TEST(Sheet, PlacesAreLinesAndColumns) {
  const auto sheet = parse_sheet("a{\n width:1px;\r\n\r  height:2px}\n", "https://x/");
  ASSERT_EQ(sheet->declarations.size(), 2U);
  const auto at = [&](std::uint32_t offset) {
    const Sheet::Place place = sheet->place(offset);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
  };
  EXPECT_EQ(at(0), "1:1");
  EXPECT_EQ(at(sheet->declarations[0].offset), "2:2");
  EXPECT_EQ(at(sheet->declarations[1].offset), "4:3");
  EXPECT_EQ(at(sheet->rules[0].text_begin), "1:1");
  EXPECT_EQ(at(static_cast<std::uint32_t>(sheet->source.size())), "5:1");
  EXPECT_EQ(sheet->url, "https://x/");
  const Sheet::Place empty = parse_sheet("", "")->place(0);
  EXPECT_EQ(empty.line, 1U);
  EXPECT_EQ(empty.column, 1U);
}

TEST(Sheet, ViewsPointIntoTheSheet) {
  auto sheet = parse_sheet("a{--\\78 y:a\\62 c}", "");
  ASSERT_EQ(sheet->declarations.size(), 1U);
  EXPECT_EQ(sheet->declarations[0].custom_name, "--xy");
  EXPECT_GT(sheet->pool.bytes(), 0U);
}

}  // namespace
}  // namespace veedor::css
