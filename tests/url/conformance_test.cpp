// The cases of web-platform-tests, where the data is there.
#include <filesystem>
#include <iostream>

#include <gtest/gtest.h>

#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

TEST(UrlConformance, AllCasesOfWebPlatformTestsAreRight) {
  const std::filesystem::path data = VEEDOR_CONFORMANCE_DIR;
  if (!std::filesystem::exists(data / "url" / "urltestdata.json"))
    GTEST_SKIP() << "no conformance data in " << data;
  const Suite suite = run_url_suite(data);
  std::cout << suite.name << ": " << suite.right << '/' << suite.total << " (" << suite.note << ")\n";
  for (const std::string& miss : suite.misses) ADD_FAILURE() << miss;
  EXPECT_TRUE(suite.present);
  EXPECT_EQ(suite.right, suite.total);
}

TEST(UrlConformance, MissingDataIsSaidToBeMissing) {
  const Suite suite = run_url_suite("/nonexistent");
  EXPECT_FALSE(suite.present);
  EXPECT_EQ(suite.total, 0);
}

}  // namespace
}  // namespace veedor::conformance
