// At-rules: which of a sheet's rules they let apply, and what else they say.
#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/sheet.h"
#include "tests/css/sheet_text.h"

namespace veedor::css {
namespace {

TEST(AtRules, Media) {
  const auto sheet = parse_sheet(
      "@media print{a{width:1px}}"
      "@media screen{b{width:1px}@media (max-width:500px){c{width:1px}}d{width:1px}}"
      "@media{e{width:1px}}@media &&{f{width:1px}}@MEDIA all{g{width:1px}}@media screen;h{width:1px}",
      "");
  EXPECT_EQ(rules_text(*sheet),
            "a{width:1px}? b{width:1px} c{width:1px}? d{width:1px} e{width:1px} f{width:1px}? g{width:1px} "
            "h{width:1px}");
  EXPECT_EQ(rules_text(*sheet, {.width = 400, .type = MediaType::print}),
            "a{width:1px} b{width:1px}? c{width:1px}? d{width:1px}? e{width:1px} f{width:1px}? g{width:1px} "
            "h{width:1px}");
}

TEST(AtRules, Supports) {
  struct Condition {
    std::string_view condition;
    bool supported;
  };
  const Condition conditions[] = {
      {"(width:1px)", true},
      {"(width: 1px )", true},
      {"(width:1px!important)", true},
      {"(--x:anything)", true},
      {"(width:foo)", false},
      {"(unknown:1px)", false},
      {"(width)", false},
      {"()", false},
      {"not (unknown:1px)", true},
      {"not (width:1px)", false},
      {"NOT (unknown:1px)", true},
      {"(width:1px) and (height:1px)", true},
      {"(width:1px) and (unknown:1px)", false},
      {"(width:1px) or (unknown:1px)", true},
      {"(unknown:1px) or (unknown:2px)", false},
      {"((width:1px) and (height:1px)) or (unknown:1px)", true},
      {"(not (unknown:1px)) and (width:1px)", true},
      {"((((width:1px))))", true},
      {"(width:1px) and (height:1px) or (top:1px)", false},
      {"(unknown:1px) or (width:1px) and (height:1px)", false},
      {"not (unknown:1px) and (width:1px)", false},
      {"(width:1px)and (height:1px)", true},
      {"(width:1px) and(height:1px)", false},
      {"not(unknown:1px)", false},
      {"width:1px", false},
      {"", false},
      {"selector(a > b)", true},
      {"selector(a, b)", false},
      {"selector(:foo)", false},
      {"selector(:has(a))", true},
      {"selector()", false},
      {"font-format(woff2)", true},
      {"font-format(WOFF)", true},
      {"font-format(svg)", false},
      {"font-tech(color-COLRv1)", true},
      {"font-tech(incremental)", false},
      {"unknown(x)", false},
      {"not unknown(x)", true},
      {"(foo bar)", false},
      {"not (foo bar)", true},
      {"(width:1px) foo", false},
      {"(width:1px) (height:1px)", false},
      {"not not (width:1px)", false},
  };
  for (const Condition& c : conditions) {
    const std::string source = "@supports " + std::string(c.condition) + "{a{width:1px}}b{width:2px}";
    EXPECT_EQ(parse(source), c.supported ? "a{width:1px} b{width:2px}" : "b{width:2px}") << source;
  }
}

TEST(AtRules, SupportsOfHostileDepth) {
  std::string deep = "@supports ";
  for (int i = 0; i < 100'000; ++i) deep += '(';
  EXPECT_EQ(parse(deep + "width:1px"), "");
  std::string chain = "@supports (width:1px)";
  for (int i = 0; i < 20'000; ++i) chain += " and (width:1px)";
  EXPECT_EQ(parse(chain + "{a{width:1px}}"), "a{width:1px}");
}

std::string layers_text(const Sheet& sheet) {
  std::string out;
  for (std::uint32_t i = 1; i < sheet.layers.size(); ++i) out += (i == 1 ? "" : " ") + layer_path(sheet, i);
  return out;
}

TEST(AtRules, Layers) {
  struct Layered {
    std::string_view source;
    std::string_view layers;
    std::string_view rules;
  };
  const Layered cases[] = {
      {"@layer a,b;@layer b{x{width:1px}}@layer a{y{width:1px}}", "a b", "[b]x{width:1px} [a]y{width:1px}"},
      {"@layer a.b.c{x{width:1px}}", "a a.b a.b.c", "[a.b.c]x{width:1px}"},
      {"@layer a{@layer b{x{width:1px}}y{width:2px}}@layer a.b{z{width:3px}}", "a a.b",
       "[a.b]x{width:1px} [a]y{width:2px} [a.b]z{width:3px}"},
      {"@layer{x{width:1px}}@layer{y{width:2px}}", "* *", "[*]x{width:1px} [*]y{width:2px}"},
      {"@layer{@layer a{x{width:1px}}}@layer a{y{width:2px}}", "* *.a a",
       "[*.a]x{width:1px} [a]y{width:2px}"},
      {"@media all{@layer a{x{width:1px}}}", "a", "[a]x{width:1px}"},
      {"@LAYER a{@media print{@layer b,c;x{width:1px}}}", "a a.b a.c", "[a]x{width:1px}?"},
      {"@layer a;@layer a;@layer A;", "a A", ""},
      {"@layer ;x{width:1px}", "", "x{width:1px}"},
      {"@layer a,b{x{width:1px}}y{width:1px}", "", "y{width:1px}"},
      {"@layer a b;y{width:1px}", "", "y{width:1px}"},
      {"@layer a,;y{width:1px}", "", "y{width:1px}"},
      {"@layer a. b;@layer a .b;@layer .a;@layer a.;@layer a..b;@layer 1;", "", ""},
      {"@layer initial;@layer a.revert-layer;@layer Inherit{x{width:1px}}", "", ""},
      {"@layer a{}", "a", ""},
      {"x{@layer a{y{width:1px}}}", "a", "[a]y{width:1px}"},
  };
  for (const Layered& c : cases) {
    const auto sheet = parse_sheet(std::string(c.source), "");
    EXPECT_EQ(layers_text(*sheet), c.layers) << c.source;
    EXPECT_EQ(rules_text(*sheet), c.rules) << c.source;
  }
}

TEST(AtRules, MentionsOfLayersHaveConditions) {
  const auto sheet =
      parse_sheet("@media print{@layer a;@layer a{x{width:1px}}}@layer b;@layer a;@layer b,a;", "");
  ASSERT_EQ(sheet->layer_mentions.size(), 3U);
  const auto path = [&](std::size_t i) { return layer_path(*sheet, sheet->layer_mentions[i].layer); };
  EXPECT_EQ(path(0) + path(1) + path(2), "aba");
  EXPECT_FALSE(holds(*sheet, sheet->layer_mentions[0].condition, {}));
  EXPECT_EQ(sheet->layer_mentions[1].condition, 0U);
  EXPECT_EQ(sheet->layer_mentions[2].condition, 0U);
}

std::string imports_text(const Sheet& sheet) {
  std::string out;
  for (const Import& import : sheet.imports) {
    if (!out.empty()) out += ' ';
    if (import.layer != 0) out += "[" + layer_path(sheet, import.layer) + "]";
    out += import.url;
    if (!holds(sheet, import.condition, {})) out += '?';
  }
  return out;
}

TEST(AtRules, Imports) {
  const SheetCase cases[] = {
      {"@import 'a.css';", "a.css"},
      {"@import \"a\";@IMPORT url(b);@import url('c');@import url( \"d\" );", "a b c d"},
      {"@import 'a' screen;@import 'b' print;@import 'c' print, screen;", "a b? c"},
      {"@import 'a' screen and (min-width:1px);@import 'b' (min-width:9999px);", "a b?"},
      {"@import 'a' layer;@import 'b' layer(x);@import 'c' layer(x.y) print;", "[*]a [x]b [x.y]c?"},
      {"@import 'a' layer(1);@import 'b' layer();", "a? b?"},
      {"@import 'a' supports(width:1px);@import 'b' supports((width:1px) and (unknown:1px));", "a b?"},
      {"@import 'a' supports(not (unknown:1px)) screen;@import 'b' supports(unknown:1px) screen;", "a b?"},
      {"@import 'a' layer(x) supports(width:1px) screen;", "[x]a"},
      {"@import 'a'", "a"},
      {"@import 'a' nonsense(;", "a?"},
      {"@import;@import x;@import '';@import url();@import 'a\n;", ""},
      {"@import 'a'{}@import 'b';", "b"},
      {"@charset 'utf-8';@import 'a';", "a"},
      {"@layer x;@import 'a';", "a"},
      {"@import 'a';@layer x;@import 'b';", "a"},
      {"x{}@import 'a';", ""},
      {":foo{}@import 'a';", "a"},
      {"@foo{}@bar;@import 'a';", "a"},
      {"@media all{}@import 'a';", ""},
      {"@font-face{}@import 'a';", ""},
      {"@layer x{}@import 'a';", ""},
      {"@namespace svg url(x);@import 'a';", ""},
      {"@media all{@import 'a';}", ""},
      {"<!--@import 'a';-->", "a"},
  };
  for (const SheetCase& c : cases) {
    EXPECT_EQ(imports_text(*parse_sheet(std::string(c.source), "")), c.rules) << c.source;
  }
}

TEST(AtRules, ImportsKnowWhichLayersComeBefore) {
  const auto sheet = parse_sheet("@layer a,b;@import 'x' layer(c);@import 'y' layer(a);@import 'z';", "");
  ASSERT_EQ(sheet->imports.size(), 3U);
  EXPECT_EQ(sheet->imports[0].layers_before, 3U);
  EXPECT_EQ(sheet->imports[1].layers_before, 4U);
  EXPECT_EQ(sheet->imports[2].layers_before, 4U);
  EXPECT_EQ(sheet->imports[0].offset, 11U);
  EXPECT_EQ(sheet->imports[2].layer, 0U);
}

TEST(AtRules, RegisteredProperties) {
  struct Registered {
    std::string_view source;
    std::string_view expected;
  };
  const Registered cases[] = {
      {"@property --x{syntax:'<color>';inherits:true;initial-value: red }", "--x+(red)"},
      {"@property --x{syntax:'*';inherits:false}", "--x-"},
      {"@property --x{syntax:'*';inherits:false;initial-value:}", "--x-()"},
      {"@PROPERTY --x{SYNTAX:'<length>';INHERITS:FALSE;INITIAL-VALUE:0px}", "--x-(0px)"},
      {"@property --x{syntax:'<length>';inherits:false}", ""},
      {"@property --x{inherits:false;initial-value:1}", ""},
      {"@property --x{syntax:'*'}", ""},
      {"@property --x{syntax:'*';inherits:maybe}", ""},
      {"@property --x{syntax:*;inherits:true}", ""},
      {"@property x{syntax:'*';inherits:true}", ""},
      {"@property --{syntax:'*';inherits:true}", ""},
      {"@property --x --y{syntax:'*';inherits:true}", ""},
      {"@property --x;a{width:1px}", ""},
      {"@property --x{syntax:'*';a{inherits:true}}", ""},
      {"@property --x{syntax:'*';a{b:c}inherits:true;@foo;}", "--x+"},
      {"@property --x{syntax:'*';inherits:true", "--x+"},
      {"@media print{@property --x{syntax:'*';inherits:true}}", ""},
      {"@layer a{@property --x{syntax:'*';inherits:true}}", "--x+"},
  };
  for (const Registered& c : cases) {
    std::string text;
    const auto sheet = parse_sheet(std::string(c.source), "");
    for (const RegisteredProperty& property : sheet->registered) {
      text += std::string(property.name) + (property.inherits ? "+" : "-");
      if (property.has_initial) text += "(" + std::string(property.initial) + ")";
    }
    EXPECT_EQ(text, c.expected) << c.source;
  }
}

TEST(AtRules, AtRulesWithoutEffectOnAPageAtRest) {
  for (std::string_view rule :
       {"@font-face{width:1px}", "@keyframes x{from{width:1px}50%{width:2px}}", "@-webkit-keyframes x{to{}}",
        "@page :first{width:1px;@top-left{width:2px}}", "@counter-style x{system:cyclic}",
        "@font-feature-values x{@styleset{a:1}}", "@view-transition{navigation:auto}",
        "@starting-style{a{width:1px}}", "@-ms-viewport{width:1px}", "@namespace url(x);", "@charset 'x';",
        "@position-try --x{width:1px}", "@font-palette-values --x{base-palette:1}"}) {
    EXPECT_EQ(parse(std::string(rule) + "a{width:2px}"), "a{width:2px}") << rule;
  }
}

TEST(AtRules, ContainerQueriesAreNoted) {
  const auto sheet = parse_sheet("@container x (min-width:1px){a{width:1px}}b{width:2px}", "");
  EXPECT_TRUE(sheet->has_container_queries);
  EXPECT_EQ(rules_text(*sheet), "a{width:1px}? b{width:2px}");
  ASSERT_EQ(sheet->rules.size(), 2U);
  EXPECT_EQ(sheet->conditions[sheet->rules[0].condition].kind, Condition::Kind::container);
  EXPECT_FALSE(parse_sheet("a{width:1px}", "")->has_container_queries);
}

TEST(AtRules, Scopes) {
  const SheetCase cases[] = {
      {"@scope (.card){img{width:1px}}", "img{width:1px}"},
      {"@scope (.card) to (.slot){img, a::before{width:1px}}", "img{width:1px} a::before{width:1px}"},
      {"@scope (.card){:scope{width:1px}width:2px;& > b{width:3px}}",
       ":scope{width:1px} (.card){width:2px} & > b{width:3px}"},
      {"@scope (.card){@media print{img{width:1px}}}", "img{width:1px}?"},
      {"@scope{img{width:1px}}b{width:2px}", "b{width:2px}"},
      {"@scope to (.x){img{width:1px}}b{width:2px}", "b{width:2px}"},
      {"@scope .card{img{width:1px}}b{width:2px}", "b{width:2px}"},
      {"@scope (.a) to{img{width:1px}}b{width:2px}", "b{width:2px}"},
      {"@scope (.a) or (.b){img{width:1px}}b{width:2px}", "b{width:2px}"},
      {"@scope (.a) to (.b){i{c{width:1px}}}", "c{width:1px}"},
  };
  expect_all(cases);
}

TEST(AtRules, ScopedSelectorsAreRelativeToTheRoot) {
  const auto sheet = parse_sheet("@scope (.card){img{width:1px}}", "");
  ASSERT_EQ(sheet->rules.size(), 1U);
  const Complex& complex = sheet->selectors.complexes[sheet->rules[0].complex];
  EXPECT_EQ(complex.count, 2U);                            // & img
  EXPECT_EQ(complex.specificity, (Specificity{0, 0, 1}));  // & is :where(.card)
  const auto limited = parse_sheet("@scope (.card) to (.slot){img::before{width:1px}}", "");
  ASSERT_EQ(limited->rules.size(), 1U);
  const Complex& outside = limited->selectors.complexes[limited->rules[0].complex];
  EXPECT_EQ(outside.pseudo_element, PseudoElement::before);
  EXPECT_EQ(limited->selectors.compounds_of(outside)[0].count, 2U);  // img and :not()
}

}  // namespace
}  // namespace veedor::css
