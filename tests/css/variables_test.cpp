// var() and env(): substitution as text.
#include "scanner/css/value/variables.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace veedor::css {
namespace {

std::string substituted(std::string_view text) {
  static const std::map<std::string, std::string, std::less<>> kValues = {
      {"--a", "1px"},         {"--empty", ""},  {"--word", "red"},
      {"--list", "1px, 2px"}, {"--a:b", "odd"}, {"--ñ", "n"}};
  const VariableLookup lookup = [](std::string_view name) -> std::optional<std::string_view> {
    const auto found = kValues.find(name);
    if (found == kValues.end()) return {};
    return found->second;
  };
  return substitute(text, lookup).value_or("invalid");
}

TEST(Variables, FindsSubstitutionsOutsideOfStringsAndComments) {
  for (const std::string_view text : {"var(--a)", "calc(1px + VAR( --a ))", "rgb(env(x), 1)",
                                      "/* ( */var(--a)", "'x' var(--a)", "-var(--a) var(--b)"}) {
    EXPECT_TRUE(has_substitution(text)) << text;
  }
  for (const std::string_view text :
       {"", "var", "(", "ar(x)", "'var(--a)'", "\"var(--a)", "/*var(--a)*/", "myvar(--a)", "my-var(--a)",
        "url(var(--a))", "\\var(--a)", "calc(1px)"}) {
    EXPECT_FALSE(has_substitution(text)) << text;
  }
}

TEST(Variables, ReplacesByValueOrFallback) {
  EXPECT_EQ(substituted("plain"), "plain");
  EXPECT_EQ(substituted("var(--a)"), "1px");
  EXPECT_EQ(substituted("calc(2 * var( --a ))"), "calc(2 * 1px)");
  EXPECT_EQ(substituted("var(--a, 5px)"), "1px");
  EXPECT_EQ(substituted("var(--none, 5px)"), "5px");
  EXPECT_EQ(substituted("var(--none)"), "invalid");
  EXPECT_EQ(substituted("var(--none,)"), "");
  EXPECT_EQ(substituted("var(--empty)"), "");
  EXPECT_EQ(substituted("var(--none, var(--word, blue))"), "red");
  EXPECT_EQ(substituted("var(--none, var(--none, var(--none, x)))"), "x");
  EXPECT_EQ(substituted("var(--none, rgb(1, 2, 3))"), "rgb(1, 2, 3)");
  EXPECT_EQ(substituted("var(--none, a, b)"), "a, b");
  EXPECT_EQ(substituted("f(var(--list), var(--a))"), "f(1px, 2px, 1px)");
  EXPECT_EQ(substituted("var(--none, \")\")"), "\")\"");
  EXPECT_EQ(substituted("var(--none, url(a)b))"), "url(a)b)");
  EXPECT_EQ(substituted("'var(--a)' var(--word)"), "'var(--a)' red");
  EXPECT_EQ(substituted("var(--a"), "1px");
  EXPECT_EQ(substituted("var(--A)"), "invalid");
  EXPECT_EQ(substituted("var(/**/ --a /**/)"), "1px");
  EXPECT_EQ(substituted("var(--a\\:b)"), "odd");
  EXPECT_EQ(substituted("var(--a\\3a b)"), "odd");
  EXPECT_EQ(substituted("var(--ñ)"), "n");
  EXPECT_EQ(substituted("var(a)"), "invalid");
  EXPECT_EQ(substituted("var()"), "invalid");
  EXPECT_EQ(substituted("var(--)"), "invalid");
}

TEST(Variables, TokensDoNotGrowTogether) {
  EXPECT_EQ(substituted("var(--a)var(--a)"), "1px/**/1px");
  EXPECT_EQ(substituted("var(--word)x"), "red/**/x");
  EXPECT_EQ(substituted("#var(--word)"), "#var(--word)");
  EXPECT_EQ(substituted("(var(--a))"), "(1px)");
  EXPECT_EQ(substituted("var(--a) x"), "1px x");
}

TEST(Variables, EnvironmentVariablesOfDesktopsAreZero) {
  EXPECT_EQ(substituted("env(safe-area-inset-top)"), "0px");
  EXPECT_EQ(substituted("env(safe-area-inset-top, 20px)"), "0px");
  EXPECT_EQ(substituted("env(titlebar-area-x, 20px)"), "20px");
  EXPECT_EQ(substituted("env(viewport-segment-width 0 0, 3px)"), "3px");
  EXPECT_EQ(substituted("env(unknown)"), "invalid");
}

TEST(Variables, HostileTextsEnd) {
  const auto repeated = [](std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
  };
  EXPECT_EQ(substituted(repeated("var(--none,", 31) + "x" + repeated(")", 31)), "x");
  EXPECT_EQ(substituted(repeated("var(--none,", 1000) + "x" + repeated(")", 1000)), "invalid");
  EXPECT_EQ(substituted(repeated("var(--none,", 100'000)), "invalid");
  EXPECT_EQ(substituted(repeated("var(--a) ", 100'000)), "invalid");
  EXPECT_EQ(substituted(std::string(kMaxSubstituted, 'x')).size(), kMaxSubstituted);
  EXPECT_EQ(substituted(std::string(kMaxSubstituted + 1, 'x')), "invalid");
  EXPECT_FALSE(has_substitution(repeated("(", 1'000'000)));
  for (const std::string_view junk :
       {"\\", "var(", "var(\\", "var(--a,", "\"", "'\\", "/*", "url(", "url(\\", "env("}) {
    substituted(junk);
    has_substitution(junk);
  }
}

}  // namespace
}  // namespace veedor::css
