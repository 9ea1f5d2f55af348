// ./dev conformance [DIR [SUITE …]]: runs every suite whose data are there, or those named, and prints one
// line each; the misses go into files.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "tests/conformance/suite.h"

namespace fs = std::filesystem;
using namespace veedor::conformance;

namespace {

void write_misses(const Suite& suite, const fs::path& folder) {
  std::string name = suite.name;
  for (char& c : name) c = c == '/' ? '-' : c;
  std::ofstream out(folder / (name + ".txt"));
  for (const std::string& miss : suite.misses) out << miss << '\n';
}

void print(const Suite& suite) {
  if (!suite.present) {
    std::printf("%s: skipped, its data are not there\n", suite.name.c_str());
    return;
  }
  std::printf("%s: %d/%d %s\n", suite.name.c_str(), suite.right, suite.total, suite.note.c_str());
  for (const Row& row : suite.rows)
    std::printf("  %-22s %6d of %6d  %7.3f %%\n", row.name.c_str(), row.right, row.total, row.percent());
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path data = argc > 1 ? argv[1] : VEEDOR_CONFORMANCE_DIR;
  const fs::path misses = fs::path(VEEDOR_BINARY_DIR) / "conformance";
  std::error_code error;
  fs::create_directories(misses, error);
  int failed = 0;
  const std::vector<std::string_view> named(argv + std::min(argc, 2), argv + argc);
  constexpr std::pair<std::string_view, Suite (*)(const fs::path&)> kSuites[] = {
      {"url", run_url_suite},
      {"robots", run_robots_suite},
      {"accname", run_accname_suite},
      {"components/urls", run_component_urls_suite},
      {"components/files", run_component_files_suite},
      {"act", run_act_suite},
      {"gds", run_gds_suite},
      {"chromium", run_chromium_suite},
  };
  for (const auto& [name, run] : kSuites) {
    if (!named.empty() && std::ranges::find(named, name) == named.end()) continue;
    const Suite suite = run(data);
    print(suite);
    write_misses(suite, misses);
    if (suite.present && suite.must_be_right && suite.right < suite.total) ++failed;
  }
  std::printf("misses: %s\n", misses.c_str());
  return failed == 0 ? 0 : 1;
}
