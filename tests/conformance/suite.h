// A conformance suite that has been run: how many cases of others' data we get right, and which ones we miss.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace veedor::conformance {

struct Suite {
  std::string name;
  bool present = false;  // false: the data is not there, and nothing was run
  int right = 0;
  int total = 0;
  std::vector<std::string> misses;  // one line each
  std::string note;
  bool must_be_right = false;  // every miss fails the run: a standard that we claim to follow whole
};

// Each reads its folder below `data` in place.
Suite run_url_suite(const std::filesystem::path& data);
Suite run_robots_suite(const std::filesystem::path& data);
Suite run_accname_suite(const std::filesystem::path& data);
Suite run_component_urls_suite(const std::filesystem::path& data);
Suite run_component_files_suite(const std::filesystem::path& data);
Suite run_act_suite(const std::filesystem::path& data);

}  // namespace veedor::conformance
