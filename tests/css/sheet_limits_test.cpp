// Sheets that are too large, too deep or made to hurt: bounded, and marked as truncated.
#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/sheet.h"
#include "tests/css/sheet_text.h"

namespace veedor::css {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(SheetLimits, BytesAreCutBehindWhatIsComplete) {
  const auto cut = [](std::size_t bytes) {
    const auto sheet =
        parse_sheet("a{width:1px;height:100px}b{top:1px}", "", ParserMode::standard, {.bytes = bytes});
    return rules_text(*sheet) + (sheet->truncated ? " cut" : "");
  };
  EXPECT_EQ(cut(35), "a{width:1px;height:100px} b{top:1px}");
  EXPECT_EQ(cut(34), "a{width:1px;height:100px} cut");
  EXPECT_EQ(cut(22), "a{width:1px} cut");  // and not height:100
  EXPECT_EQ(cut(5), " cut");
  EXPECT_EQ(cut(0), " cut");
}

TEST(SheetLimits, Rules) {
  const auto sheet =
      parse_sheet("a,b{width:1px}c,d{width:2px}e{width:3px}", "", ParserMode::standard, {.rules = 3});
  EXPECT_EQ(rules_text(*sheet), "a{width:1px} b{width:1px}");
  EXPECT_TRUE(sheet->truncated);
  EXPECT_FALSE(parse_sheet("a,b{width:1px}c{width:2px}", "", ParserMode::standard, {.rules = 3})->truncated);
}

TEST(SheetLimits, Declarations) {
  const auto sheet = parse_sheet("a{width:1px;height:2px;top:3px}b{left:4px}", "", ParserMode::standard,
                                 {.declarations = 2});
  EXPECT_EQ(rules_text(*sheet), "a{width:1px;height:2px}");
  EXPECT_TRUE(sheet->truncated);
}

TEST(SheetLimits, Texts) {
  const auto sheet =
      parse_sheet("a{width:1px}" + repeated("\\61{top:1px}", 1000), "", ParserMode::standard, {.texts = 100});
  EXPECT_TRUE(sheet->truncated);
  EXPECT_LT(sheet->rules.size(), 150U);
  EXPECT_FALSE(sheet->rules.empty());
}

TEST(SheetLimits, DeepBlocksAreSkippedAsAWhole) {
  const auto nested = [](int depth) {
    return repeated("@media all{", static_cast<std::size_t>(depth)) + "a{width:1px}" +
           repeated("}", static_cast<std::size_t>(depth)) + "b{width:2px}";
  };
  const auto within = parse_sheet(nested(63), "");
  EXPECT_EQ(rules_text(*within), "a{width:1px} b{width:2px}");
  EXPECT_FALSE(within->truncated);
  const auto beyond = parse_sheet(nested(64), "");
  EXPECT_EQ(rules_text(*beyond), "b{width:2px}");
  EXPECT_TRUE(beyond->truncated);
}

TEST(SheetLimits, AHundredThousandNestedBlocks) {
  for (std::string_view opening : {"@media all{", "a{", "@layer x{", "@supports (width:1px){", "& b{",
                                   "@foo{", "a:{", "--x:{", "{", "(", "[", "f(", "a{b:c(", "@scope (a){"}) {
    const std::string source = repeated(opening, 100'000);
    EXPECT_EQ(parse_sheet(source, "")->rules.size(), 0U) << opening;
    EXPECT_EQ(parse_sheet("z{width:1px}" + source, "")->rules.size(), 1U) << opening;
    EXPECT_LE(parse_style_attribute(source)->declarations.size(), 1U) << opening;
  }
}

TEST(SheetLimits, AMillionSelectors) {
  const auto one_list = parse_sheet(repeated("a,", 999'999) + "a{width:1px}b{width:2px}", "");
  EXPECT_TRUE(one_list->truncated);
  EXPECT_LE(one_list->rules.size(), 1U);
  const auto many_rules = parse_sheet(repeated("a{top:0}", 1'000'000), "");
  EXPECT_TRUE(many_rules->truncated);
  EXPECT_EQ(many_rules->rules.size(), SheetLimits{}.rules);
  const auto empty_rules = parse_sheet(repeated("a{}", 1'000'000) + "b{width:1px}", "");
  EXPECT_EQ(rules_text(*empty_rules), "b{width:1px}");  // what has no effect counts for nothing
  EXPECT_FALSE(empty_rules->truncated);
  EXPECT_EQ(empty_rules->selectors.complexes.size(), 1U);
}

TEST(SheetLimits, BlocksWithoutEffectLeaveNothing) {
  const auto sheet = parse_sheet(repeated("@media print{a,b{foo:bar}}", 1000) + "@media print{a{top:0}}", "");
  EXPECT_EQ(sheet->conditions.size(), 2U);
  EXPECT_EQ(sheet->selectors.complexes.size(), 1U);
  EXPECT_EQ(sheet->selectors.lists.size(), 2U);
  EXPECT_EQ(sheet->rules.size(), 1U);
}

TEST(SheetLimits, MillionsOfSmallThings) {
  for (std::string_view piece : {"a{a:",
                                 "a{}",
                                 "{}",
                                 "}",
                                 ";",
                                 "@",
                                 "@x;",
                                 "@x{}",
                                 "@layer a;",
                                 "@layer{}",
                                 "@import 'a';",
                                 "@media print{a{top:0}}",
                                 "@property --x{syntax:'*';inherits:true}",
                                 "'",
                                 "\\",
                                 "\\61 ",
                                 "\n",
                                 "url(",
                                 "<!--",
                                 "a{top:0;",
                                 "a{@media all{top:0}",
                                 "@scope (a) to (b){c{top:0}}",
                                 "a{--x:{}",
                                 "/*",
                                 ",",
                                 "@supports (top:0){a{top:0}}",
                                 "a{all:inherit}",
                                 ":is(",
                                 "@layer a.a.a{b{top:0}}",
                                 "!important"}) {
    const auto sheet = parse_sheet(repeated(piece, 500'000 / piece.size()), "");
    EXPECT_LE(sheet->rules.size(), SheetLimits{}.rules) << piece;
    EXPECT_LE(sheet->declarations.size(), SheetLimits{}.declarations) << piece;
    EXPECT_LE(sheet->conditions.size(), SheetLimits{}.rules + 2) << piece;
    parse_style_attribute(repeated(piece, 100'000 / piece.size()));
  }
}

TEST(SheetLimits, AValueOfAMillionTokensIsLeftOut) {
  const auto sheet = parse_sheet("a{--x:" + repeated("1 ", 1'000'000) + ";top:0}", "");
  EXPECT_TRUE(sheet->truncated);
  EXPECT_EQ(rules_text(*sheet), "a{top:0px}");
}

}  // namespace
}  // namespace veedor::css
