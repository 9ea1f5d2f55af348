// The accessible names of others' test pages, where the data is there.
#include <filesystem>
#include <iostream>

#include <gtest/gtest.h>

#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

TEST(AccnameConformance, NamesAndDescriptionsAreRight) {
  const std::filesystem::path data = VEEDOR_CONFORMANCE_DIR;
  if (!std::filesystem::exists(data / "accname" / "cases.json")) {
    GTEST_SKIP() << "no conformance data in " << data;
  }
  const Suite suite = run_accname_suite(data);
  std::cout << suite.name << ": " << suite.right << '/' << suite.total << " (" << suite.note << ")\n";
  EXPECT_TRUE(suite.present);
  EXPECT_EQ(static_cast<int>(suite.misses.size()), suite.total - suite.right);
  // docs/architecture.md tells why the others are as they are.
  EXPECT_GE(suite.right, suite.total - 16);
}

TEST(AccnameConformance, MissingDataIsSaidToBeMissing) {
  const Suite suite = run_accname_suite("/nonexistent");
  EXPECT_FALSE(suite.present);
  EXPECT_EQ(suite.total, 0);
}

}  // namespace
}  // namespace veedor::conformance
