// The RFC's cases of google/robotstxt must all be right; what differs from Google alone is listed in
// docs/robots.md.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/conformance/suite.h"

namespace {

TEST(RobotsConformance, EveryCaseOfTheStandardIsRight) {
  const auto suite = veedor::conformance::run_robots_suite(VEEDOR_CONFORMANCE_DIR);
  if (!suite.present) GTEST_SKIP() << "the conformance data is not here";
  EXPECT_EQ(suite.right, suite.total);
  EXPECT_GE(suite.total, 72);
  RecordProperty("note", suite.note);
  for (const std::string& miss : suite.misses) {
    EXPECT_EQ(miss.find("wrong:"), std::string::npos) << miss;
  }
}

TEST(RobotsConformance, GoogleAloneDiffersOnlyAsListed) {
  const auto suite = veedor::conformance::run_robots_suite(VEEDOR_CONFORMANCE_DIR);
  if (!suite.present) GTEST_SKIP() << "the conformance data is not here";
  const auto google_only =
      std::count_if(suite.misses.begin(), suite.misses.end(),
                    [](const std::string& miss) { return miss.find("google_only") != std::string::npos; });
  EXPECT_LE(google_only, 3) << suite.note;
}

}  // namespace
