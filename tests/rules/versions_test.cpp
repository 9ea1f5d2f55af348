// The order of versions, ranges of vulnerable ones, and ends of life.
#include "rules/support/versions.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "rules/support/end_of_life.h"
#include "rules/support/vulnerabilities.h"

namespace veedor::rules {
namespace {

Time at(std::string_view date) { return *parse_iso8601(date); }

TEST(Versions, AreOrderedPartByPart) {
  constexpr std::pair<const char*, const char*> kAscending[] = {
      {"1.9", "1.10"},
      {"1.9.9", "1.10.0"},
      {"3.0.0-beta1", "3.0.0"},
      {"3.0.0-beta1", "3.0.0-rc1"},
      {"1.9.0b1", "1.9.0"},
      {"4.0.0-beta", "4.0.0-beta.2"},
      {"2.999.999", "3"},
      {"1.0", "1.0.1"},
      {"9999999999999999999999", "10000000000000000000000"},
      {"1.12.4-aem", "1.12.4"}};
  for (const auto& [lower, higher] : kAscending) {
    EXPECT_TRUE(compare_versions(lower, higher) < 0) << lower << " < " << higher;
    EXPECT_TRUE(compare_versions(higher, lower) > 0) << higher << " > " << lower;
  }
  for (const auto& [a, b] :
       {std::pair("1.0", "1"), std::pair("1.0.0", "1"), std::pair("01.2", "1.2"), std::pair("", "0.0")})
    EXPECT_TRUE(compare_versions(a, b) == 0) << a << " = " << b;
}

TEST(Versions, PrefixEndsAtABorder) {
  EXPECT_TRUE(is_version_prefix("3.4", "3.4.1"));
  EXPECT_TRUE(is_version_prefix("3.4", "3.4"));
  EXPECT_FALSE(is_version_prefix("3.4", "3.41"));
  EXPECT_FALSE(is_version_prefix("", "3.4"));
}

TEST(Vulnerabilities, RangesHaveTheirBounds) {
  const Vulnerability half_open{.at_or_above = "1.2.0", .below = "3.5.0"};
  EXPECT_FALSE(affects(half_open, "1.1.9"));
  EXPECT_TRUE(affects(half_open, "1.2.0"));
  EXPECT_TRUE(affects(half_open, "3.4.1"));
  EXPECT_FALSE(affects(half_open, "3.5.0"));
  const Vulnerability closed{.above = "1.0", .up_to = "2.0"};
  EXPECT_FALSE(affects(closed, "1.0"));
  EXPECT_TRUE(affects(closed, "1.0.1"));
  EXPECT_TRUE(affects(closed, "2.0"));
  EXPECT_FALSE(affects(closed, "2.0.1"));
  EXPECT_TRUE(affects({}, "0.1"));
  EXPECT_FALSE(affects({.excludes = "1.12.4-aem"}, "1.12.4-aem"));
}

TEST(Vulnerabilities, AreNamedOnceWithTheVersionThatMendsThem) {
  const Assessment jquery = assess("jquery", "1.12.4", at("2026-11-23"));
  EXPECT_EQ(std::ranges::count(jquery.ids, "CVE-2020-11022"), 1);
  EXPECT_EQ(std::ranges::count(jquery.ids, "CVE-2019-11358"), 1);
  EXPECT_EQ(jquery.fixed_version, "3.5.0");
  EXPECT_TRUE(assess("jquery", "3.7.1", at("2026-11-23")).ids.empty());
  EXPECT_EQ(assess("angularjs", "1.8.3", at("2026-11-23")).fixed_version, "");
  EXPECT_TRUE(vulnerabilities_of("no-such-component").empty());
}

TEST(Vulnerabilities, PortedCorrectionsLeaveOldBranchesOpen) {
  EXPECT_FALSE(assess("wordpress", "5.8.1", at("2026-11-23")).ids.empty());
  const Assessment older = assess("wordpress", "5.7.4", at("2026-11-23"));
  EXPECT_TRUE(older.ids.empty());
  EXPECT_FALSE(older.possible.empty());
}

TEST(Vulnerabilities, ListsAreCutShort) {
  const std::vector<std::string_view> ids = {"a", "b", "c"};
  EXPECT_EQ(listed(ids, 5), "a, b, c");
  EXPECT_EQ(listed(ids, 2), "a, b, …");
}

TEST(EndOfLife, TheLongestBranchCounts) {
  EXPECT_EQ(life_of("php", "7.4.33", at("2026-11-23")).branch, "7.4");
  EXPECT_EQ(life_of("php", "7.4.33", at("2026-11-23")).ended_on, "2022-11-28");
  EXPECT_EQ(life_of("php", "7.4.33", at("2022-11-28T12:00:00Z")).life, Life::supported);
  EXPECT_EQ(life_of("php", "7.4.33", at("2022-11-29")).life, Life::ended);
  EXPECT_EQ(life_of("jquery", "3.4.1", at("2026-11-23")).branch, "3");
}

TEST(EndOfLife, LessThanABranchIsJudgedByItsLast) {
  EXPECT_EQ(life_of("drupal", "10", at("2026-11-23")).life, Life::supported);
  EXPECT_EQ(life_of("drupal", "10", at("2030-01-01")).life, Life::ended);
  EXPECT_EQ(life_of("drupal", "9", at("2026-11-23")).life, Life::ended);
}

TEST(EndOfLife, WhatIsNotKnownStaysUnknown) {
  EXPECT_EQ(life_of("php", "", at("2026-11-23")).life, Life::unknown);
  EXPECT_EQ(life_of("php", "99.1", at("2026-11-23")).life, Life::unknown);
  EXPECT_EQ(life_of("no-such-component", "1.0", at("2026-11-23")).life, Life::unknown);
  EXPECT_EQ(life_of("php", "2.0", at("2026-11-23")).life, Life::ended);
  EXPECT_EQ(newest_release("no-such-component", at("2026-11-23")), "");
  EXPECT_EQ(newest_release("angularjs", at("2026-11-23")), "");
}

}  // namespace
}  // namespace veedor::rules
