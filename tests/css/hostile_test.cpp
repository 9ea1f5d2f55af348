// Pages and style sheets made to exhaust whoever styles them: each ends in bounded time and memory, and says
// where it was cut short.
#include "tests/css/hostile.h"

#include <cstdio>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace veedor::css {
namespace {

// What Styles::gaps() must say.
enum class Ending { whole, truncated, budget, any };

struct Case {
  const char* name;
  Ending ending;
  std::string (*html)();
  std::string (*css)();
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string a_page() {
  return "<p class=a id=b>x<a href=y class='a b' data-a=b>z</a></p><ul><li class=a>1<li>2</ul>";
}
std::string siblings() { return repeat("<p class=a>", 20'000); }
std::string deep() { return repeat("<div class=a>", 5'000) + "<p class=b>x"; }
std::string nothing() { return ""; }

const Case kBlocks[] = {
    {"NestedRules", Ending::any, a_page, [] { return repeat("a{", 100'000) + "color:red"; }},
    {"NestedRulesClosed", Ending::any, a_page, [] { return repeat("p{", 100'000) + repeat("}", 100'000); }},
    {"NestedMedia", Ending::any, a_page, [] { return repeat("@media all{", 100'000) + "a{color:red}"; }},
    {"NestedLayers", Ending::any, a_page, [] { return repeat("@layer a{", 100'000) + "a{color:red}"; }},
    {"NestedSupports", Ending::any, a_page,
     [] { return "@supports " + repeat("(", 100'000) + "color:red" + repeat(")", 100'000) + "{a{top:0}}"; }},
    {"NestedParentheses", Ending::any, a_page, [] { return "a{width:" + repeat("(", 1'000'000); }},
    {"NestedCalc", Ending::any, a_page,
     [] { return "a{width:" + repeat("calc(", 100'000) + "1px" + repeat(")", 100'000); }},
    {"NestedColourMix", Ending::any, a_page,
     [] {
       return "a{color:" + repeat("color-mix(in srgb,red,", 50'000) + "red" + repeat(")", 50'000) + "}";
     }},
    {"MixedBrackets", Ending::any, a_page, [] { return repeat("a([{", 200'000) + repeat("])}", 200'000); }},
    {"LayerNames", Ending::any, a_page, [] { return "@layer a" + repeat(".a", 100'000) + "{a{top:0}}"; }},
    {"ManyLayers", Ending::any, a_page,
     [] { return numbered(100'000, [](auto n) { return "@layer l" + n + "{a{top:0}}"; }); }},
    {"ManyMedia", Ending::any, a_page,
     [] { return numbered(50'000, [](auto n) { return "@media (min-width:" + n + "px){a{top:0}}"; }); }},
    {"MediaInQuery", Ending::any, a_page,
     [] { return "@media " + repeat("(not ", 100'000) + "(color)" + repeat(")", 100'000) + "{a{top:0}}"; }},
};

const Case kSizes[] = {
    {"FiftyMegabytesOfRules", Ending::truncated, a_page, [] { return repeat(".a{color:red}", 4'000'000); }},
    {"FiftyMegabytesOfComment", Ending::any, a_page, [] { return "/*" + std::string(50'000'000, 'x'); }},
    {"FiftyMegabytesOfString", Ending::any, a_page,
     [] { return "a{content:\"" + std::string(50'000'000, 'x'); }},
    {"ManyEscapes", Ending::any, a_page, [] { return "a{--a:" + repeat("\\61 \"\\61\" ", 700'000); }},
    {"NulBytes", Ending::any, a_page, [] { return std::string(5'000'000, '\0'); }},
    {"InvalidUtf8", Ending::any, a_page, [] { return std::string(5'000'000, '\xff'); }},
    {"MillionSelectors", Ending::truncated, a_page,
     [] { return numbered(1'000'000, [](auto n) { return ".a" + n + ","; }) + "a{color:red}"; }},
    {"MillionSelectorsOfOne", Ending::any, a_page, [] { return "a" + repeat(",a", 1'000'000) + "{top:0}"; }},
    {"MillionClasses", Ending::any, a_page, [] { return "a" + repeat(".a", 1'000'000) + "{top:0}"; }},
    {"MillionCombinators", Ending::any, a_page, [] { return "a" + repeat(" a", 1'000'000) + "{top:0}"; }},
    {"MillionDeclarations", Ending::any, a_page, [] { return "a{" + repeat("top:0;", 1'000'000) + "}"; }},
    {"MillionShorthands", Ending::truncated, a_page,
     [] { return "a{" + repeat("all:unset;", 500'000) + "}"; }},
    {"MillionSums", Ending::any, a_page,
     [] { return "a{width:calc(1px" + repeat(" + 1em", 1'000'000) + ")}"; }},
    {"MillionLayersOfBackground", Ending::any, a_page,
     [] { return "a{background:red" + repeat(",url(a)", 1'000'000) + "}"; }},
    {"MillionFamilies", Ending::any, a_page, [] { return "a{font:1px a" + repeat(",a", 1'000'000) + "}"; }},
    {"HugeNumbers", Ending::whole, a_page,
     [] {
       return "*{width:1" + repeat("0", 100'000) + "px;font-size:1e38em;opacity:1e-" + repeat("9", 1'000) +
              "}";
     }},
};

const Case kMatching[] = {
    {"HasOfSiblings", Ending::any, siblings,
     [] { return numbered(200, [](auto n) { return "p:has(~ p ~ p ~ .x" + n + "){top:0}"; }); }},
    {"HasOfDescendants", Ending::any, deep,
     [] { return numbered(200, [](auto n) { return "div:has(div div div .x" + n + "){top:0}"; }); }},
    {"HasInHas", Ending::any, deep,
     [] { return repeat(":has(", 10'000) + "a" + repeat(")", 10'000) + "{top:0}"; }},
    {"HasAnywhere", Ending::any, siblings,
     [] { return std::string("*:has(*) *:has(~ *:not(.a)) *{top:0}"); }},
    {"IsInIs", Ending::any, a_page,
     [] { return repeat(":is(", 10'000) + "a" + repeat(")", 10'000) + "{top:0}"; }},
    {"IsManyTimes", Ending::any, deep, [] { return repeat(":is(.a, .b) ", 200) + "{top:0}"; }},
    {"IsOfPairs", Ending::any, deep,
     [] { return repeat(":is(.a :is(.a .a, .b .a), .b) ", 60) + ".x{top:0}"; }},
    {"ParentsOfParents", Ending::any, deep, [] { return ".a,.b{" + repeat("& &,& > &{", 60) + "top:0"; }},
    {"NotInNot", Ending::any, a_page,
     [] { return repeat(":not(", 10'000) + "a" + repeat(")", 10'000) + "{top:0}"; }},
    {"Descendants", Ending::any, deep, [] { return repeat("div ", 250) + "span p{top:0}"; }},
    {"DescendantsAndChildren", Ending::any, deep,
     [] { return repeat("div > div ", 120) + "span > p{top:0}"; }},
    {"Siblings", Ending::any, siblings, [] { return repeat("p ~ ", 250) + "span ~ p{top:0}"; }},
    {"SiblingsAndNext", Ending::any, siblings, [] { return repeat("p ~ p + ", 120) + "span + p{top:0}"; }},
    {"NthChild", Ending::any, siblings,
     [] { return std::string(":nth-last-child(2n+1 of .a):nth-of-type(3n){top:0}"); }},
    {"NthChildOfMany", Ending::any, siblings,
     [] {
       return numbered(100, [](auto n) { return "p:nth-child(" + n + "n of .a, .x" + n + "){top:0}"; });
     }},
    {"Everything", Ending::any, siblings, [] { return repeat("*{top:0}", 50'000); }},
    {"EverythingWithin", Ending::any, siblings, [] { return repeat("* > *:not(.x){top:0}", 50'000); }},
    {"LangOfDeep", Ending::any, deep, [] { return repeat(":lang(es){top:0}", 1'000); }},
    {"AttributeSubstrings", Ending::any,
     [] { return repeat("<p title='" + std::string(100'000, 'a') + "'>", 20); },
     [] {
       return numbered(100,
                       [](auto n) { return "[title*='" + std::string(20'000, 'a') + "b" + n + "']{top:0}"; });
     }},
    {"AttributeWords", Ending::any, [] { return repeat("<p title='" + repeat("a ", 50'000) + "'>", 20); },
     [] { return numbered(1'000, [](auto n) { return "[title~='b" + n + "' i]{top:0}"; }); }},
    {"ClassesOfOneElement", Ending::any,
     [] { return "<p class='" + numbered(100'000, [](auto n) { return "c" + n + " "; }) + "'><a><b><i>"; },
     [] { return numbered(20'000, [](auto n) { return ".c" + n + "{top:" + n + "px}"; }); }},
    {"ClassesAsChains", Ending::any,
     [] { return repeat("<p class='" + numbered(10'000, [](auto n) { return "c" + n + " "; }) + "'>", 10); },
     [] { return numbered(2'000, [](auto n) { return ".c" + n + repeat(".c1", 100) + ".x{top:0}"; }); }},
};

const Case kPages[] = {
    {"DeepTree", Ending::any, [] { return repeat("<span>", 10'000) + "x"; },
     [] { return std::string("span span{font-size:1.1em;width:calc(1em + 1lh)}span{--a:var(--b,1px)}"); }},
    {"StyleAttributes", Ending::any,
     [] { return numbered(100'000, [](auto n) { return "<i style='color:red;top:" + n + "px'></i>"; }); },
     nothing},
    {"LargeStyleAttributes", Ending::any,
     [] { return repeat("<i style='" + repeat("--a:b;font:1px a;", 2'000) + "'></i>", 300); }, nothing},
    {"StyleElements", Ending::any,
     [] {
       return numbered(20'000,
                       [](auto n) { return "<style>.c" + n + "{top:0}</style><i class=c" + n + "></i>"; });
     },
     nothing},
    {"LinksOfOneSheet", Ending::any,
     [] { return repeat("<link rel=stylesheet href=a.css>", 20'000) + "<p class=a>"; },
     [] { return repeat(".a{color:red}", 10'000); }},
    {"AutomaticDirections", Ending::any, [] { return repeat("<div dir=auto>", 5'000) + "x"; },
     [] { return std::string("div:dir(rtl){top:0}:dir(ltr){left:0}"); }},
    {"LongNames", Ending::any,
     [] {
       return repeat("<p class='" + std::string(100'000, 'a') + "' id='" + std::string(100'000, 'b') + "'>",
                     20);
     },
     [] {
       return repeat("." + std::string(100'000, 'a') + ",#" + std::string(100'000, 'c') + "{top:0}", 20);
     }},
};

class Hostile : public testing::TestWithParam<Case> {};

TEST_P(Hostile, EndsWithinItsBounds) {
  const Case& c = GetParam();
  const Ordeal ordeal = undergo(c.html(), c.css());
  std::printf("%.2f CPU s, %.0f MB%s%s\n", ordeal.cpu_seconds, ordeal.megabytes,
              ordeal.gaps.has(Gap::sheet_truncated) ? ", truncated" : "",
              ordeal.gaps.has(Gap::budget) ? ", budget" : "");
  EXPECT_LT(ordeal.cpu_seconds, kMostCpuSeconds);
  EXPECT_LT(ordeal.megabytes, kMostMegabytes);
  EXPECT_FALSE(ordeal.gaps.has(Gap::sheet_missing));
  if (c.ending == Ending::whole) {
    EXPECT_TRUE(ordeal.gaps.empty());
  }
  if (ordeal.sheet->truncated) {
    EXPECT_TRUE(ordeal.gaps.has(Gap::sheet_truncated));
  }
  if (c.ending == Ending::truncated) {
    EXPECT_TRUE(ordeal.sheet->truncated);
  }
  if (c.ending == Ending::budget) {
    EXPECT_TRUE(ordeal.gaps.has(Gap::budget));
  }
  const SheetLimits limits;
  EXPECT_LE(ordeal.sheet->rules.size(), limits.rules);
  EXPECT_LE(ordeal.sheet->declarations.size(), limits.declarations);
  EXPECT_LE(ordeal.sheet->source.size(), limits.bytes);
  EXPECT_LE(ordeal.sheet->pool.bytes(), limits.texts);
}

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Blocks, Hostile, testing::ValuesIn(kBlocks), name_of);
INSTANTIATE_TEST_SUITE_P(Sizes, Hostile, testing::ValuesIn(kSizes), name_of);
INSTANTIATE_TEST_SUITE_P(Matching, Hostile, testing::ValuesIn(kMatching), name_of);
INSTANTIATE_TEST_SUITE_P(Pages, Hostile, testing::ValuesIn(kPages), name_of);

}  // namespace
}  // namespace veedor::css
