// The rules of a sheet by the properties that they declare.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/declared.h"

namespace veedor::css {
namespace {

// The selectors of the rules that declare the property, as written.
std::string rules_with(std::string_view source, Property property) {
  const auto sheet = parse_sheet(std::string(source), "");
  std::string out;
  for_each_rule_with(*sheet, property, [&](const StyleRule& rule, const Declaration& declaration) {
    EXPECT_EQ(declaration.property, property);
    if (!out.empty()) out += ' ';
    out += std::string_view(sheet->source).substr(rule.text_begin, rule.text_end - rule.text_begin);
  });
  return out;
}

TEST(Declared, FindsTheRulesOfAProperty) {
  EXPECT_EQ(rules_with("", Property::color), "");
  EXPECT_EQ(rules_with("a{color:red}b{width:1px}c{color:blue}", Property::color), "a c");
  EXPECT_EQ(rules_with("a,b{color:red}c{width:1px}", Property::color), "a b");
  EXPECT_EQ(rules_with("a{color:red;width:1px;color:blue}", Property::color), "a a");
  EXPECT_EQ(rules_with("a{--color:red}", Property::color), "");
}

TEST(Declared, FindsWhatShorthandsAndNestedRulesSet) {
  EXPECT_EQ(rules_with("a{overflow:hidden}b{overflow-y:auto}", Property::overflow_y), "a b");
  EXPECT_EQ(rules_with("@media print{a{color:red}}b{color:red}", Property::color), "a b");
  EXPECT_EQ(rules_with("a{width:1px;&:hover{color:red}height:1px}", Property::height), "a");
  EXPECT_EQ(rules_with("a{width:1px;&:hover{color:red}height:1px}", Property::color), "&:hover");
}

TEST(Declared, LeavesStyleAttributesOut) {
  const auto sheet = parse_style_attribute("color:red");
  int met = 0;
  for_each_rule_with(*sheet, Property::color, [&](const StyleRule&, const Declaration&) { ++met; });
  EXPECT_EQ(met, 0);
}

}  // namespace
}  // namespace veedor::css
