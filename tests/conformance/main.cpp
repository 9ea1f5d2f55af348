// ./dev conformance [DIR]: runs every suite whose data are there and prints one line each; the misses go into
// files.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
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
  for (auto run : {run_url_suite, run_robots_suite, run_accname_suite, run_component_urls_suite,
                   run_component_files_suite, run_act_suite, run_chromium_suite}) {
    const Suite suite = run(data);
    print(suite);
    write_misses(suite, misses);
    if (suite.present && suite.must_be_right && suite.right < suite.total) ++failed;
  }
  std::printf("misses: %s\n", misses.c_str());
  return failed == 0 ? 0 : 1;
}
