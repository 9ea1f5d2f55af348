// A conformance suite that has been run: how many cases of others' data we get right, and which ones we miss.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace veedor::conformance {

// One of the things that a suite of many kinds of cases compares.
struct Row {
  std::string name;
  int right = 0;
  int total = 0;
  double percent() const { return total == 0 ? 100 : 100.0 * right / total; }
};

struct Suite {
  std::string name;
  bool present = false;  // false: the data is not there, and nothing was run
  int right = 0;
  int total = 0;
  std::vector<std::string> misses;  // one line each
  std::string note;
  std::vector<Row> rows;       // printed as a table; empty for most suites
  bool must_be_right = false;  // every miss fails the run: a standard that we claim to follow whole
};

// Each reads its folder below `data` in place.
Suite run_url_suite(const std::filesystem::path& data);
Suite run_robots_suite(const std::filesystem::path& data);
Suite run_accname_suite(const std::filesystem::path& data);
Suite run_component_urls_suite(const std::filesystem::path& data);
Suite run_component_files_suite(const std::filesystem::path& data);
Suite run_act_suite(const std::filesystem::path& data);
Suite run_gds_suite(const std::filesystem::path& data);
Suite run_chromium_suite(const std::filesystem::path& data);

}  // namespace veedor::conformance
