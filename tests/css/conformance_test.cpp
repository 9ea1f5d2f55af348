// What Chromium computed for others' test pages, where the data is there.
#include <algorithm>
#include <filesystem>
#include <iostream>

#include <gtest/gtest.h>

#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

class ChromiumConformance : public testing::Test {
 protected:
  // Run once for all tests.
  static const Suite& suite() {
    static const Suite run = run_chromium_suite(VEEDOR_CONFORMANCE_DIR);
    return run;
  }
  void SetUp() override {
    if (!suite().present) GTEST_SKIP() << "no conformance data in " << VEEDOR_CONFORMANCE_DIR;
  }

  static void expect_percent(const char* name, double least) {
    const auto row = std::ranges::find(suite().rows, name, &Row::name);
    ASSERT_NE(row, suite().rows.end()) << name;
    EXPECT_GE(row->percent(), least) << name << ": " << row->right << " of " << row->total;
  }
};

TEST_F(ChromiumConformance, ComputedStylesAgree) {
  for (const char* property :
       {"display", "visibility", "color", "background-color", "font-size", "font-weight", "text-align",
        "text-decoration-line", "text-transform", "position", "opacity", "overflow-x", "overflow-y"})
    expect_percent(property, 99.5);
}

TEST_F(ChromiumConformance, RolesAndNamesAgree) {
  expect_percent("role", 99);
  expect_percent("name", 99);
}

TEST_F(ChromiumConformance, EveryMissIsTold) {
  EXPECT_EQ(static_cast<int>(suite().misses.size()), suite().total - suite().right);
}

TEST(ChromiumConformanceData, MissingDataIsSaidToBeMissing) {
  const Suite suite = run_chromium_suite("/nonexistent");
  EXPECT_FALSE(suite.present);
  EXPECT_EQ(suite.total, 0);
}

}  // namespace
}  // namespace veedor::conformance
