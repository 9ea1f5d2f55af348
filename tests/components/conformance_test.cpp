// What must not get worse on others' cases; the numbers are floors.
#include <gtest/gtest.h>

#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

TEST(ComponentConformance, Urls) {
  const Suite suite = run_component_urls_suite(VEEDOR_CONFORMANCE_DIR);
  if (!suite.present) GTEST_SKIP() << "the conformance data are not there";
  EXPECT_EQ(suite.right, suite.total) << suite.misses.front();
}

TEST(ComponentConformance, FilesWithoutFalseAlarms) {
  const Suite suite = run_component_files_suite(VEEDOR_CONFORMANCE_DIR);
  if (!suite.present) GTEST_SKIP() << "the conformance data are not there";
  EXPECT_GE(suite.right * 100, suite.total * 90) << suite.note;
  for (const std::string& miss : suite.misses) EXPECT_EQ(miss.find("negative"), std::string::npos) << miss;
}

}  // namespace
}  // namespace veedor::conformance
