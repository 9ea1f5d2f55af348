// The list of seeded faults is complete, bilingual, and speaks of pages that exist.
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "demo/pages.h"

namespace veedor::demo {
namespace {

nlohmann::json faults() { return nlohmann::json::parse(faults_json()); }

TEST(Faults, AreAtLeastForty) { EXPECT_GE(faults().size(), 40U); }

TEST(Faults, HaveEachTheirOwnId) {
  std::set<std::string> ids;
  for (const auto& fault : faults()) EXPECT_TRUE(ids.insert(fault.at("id")).second) << fault.at("id");
}

TEST(Faults, AreOneForEachRuleAndPage) {
  std::set<std::string> places;
  for (const auto& fault : faults()) {
    EXPECT_TRUE(
        places.insert(fault.at("rule").get<std::string>() + fault.at("page").get<std::string>()).second)
        << fault.at("id");
  }
}

TEST(Faults, CoverTheFourAreas) {
  std::map<std::string, int> areas;
  for (const auto& fault : faults()) ++areas[fault.at("area")];
  EXPECT_EQ(areas.size(), 4U);
  for (const char* area : {"tls", "headers", "components", "accessibility"})
    EXPECT_GE(areas[area], 5) << area;
}

TEST(Faults, NameARuleOfTheirArea) {
  for (const auto& fault : faults()) {
    const std::string rule = fault.at("rule");
    const std::string area = fault.at("area");
    EXPECT_TRUE(rule.starts_with((area == "accessibility" ? "wcag" : area) + "/")) << rule;
  }
}

TEST(Faults, NamePagesThatExist) {
  const Pages before(State::before);
  for (const auto& fault : faults()) {
    EXPECT_FALSE(before.find(fault.at("page").get<std::string>()).empty()) << fault.at("id");
  }
}

TEST(Faults, AreToldInBothLanguages) {
  for (const auto& fault : faults()) {
    for (const char* language : {"es", "en"}) EXPECT_GT(fault.at(language).get<std::string>().size(), 30U);
  }
}

}  // namespace
}  // namespace veedor::demo
