// The same facts give the same bytes, for one worker and for eight.
#include <string>

#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace veedor {
namespace {

using testing::Ended;
using testing::run_veedor;
using testing::TemporaryFolder;

// 120 pages of three shapes that link to each other, with faults, a loop, a missing page and a page with no
// end of links.
void write_site(const TemporaryFolder& folder) {
  for (int i = 0; i < 120; ++i) {
    std::string page = "<!DOCTYPE html><html" + std::string(i % 7 == 0 ? "" : " lang=es") +
                       "><head><title>Página " + std::to_string(i % 50) + "</title></head><body class=forma" +
                       std::to_string(i % 3) + ">";
    for (int j = 1; j <= 9; ++j)
      page +=
          "<p><a href=p" + std::to_string((i * j + 7) % 130) + ".html>enlace " + std::to_string(j) + "</a>";
    if (i % 5 == 0) page += "<img src=foto" + std::to_string(i) + ".png class='foto grande'>";
    if (i % 11 == 0) page += "<form><input name=cedula" + std::to_string(i) + "></form>";
    if (i % 3 == 1) page += "<main><section><h2></h2><table><tr><td>1</table></section></main>";
    folder.write("site/p" + std::to_string(i) + ".html", page);
  }
  folder.write(
      "site/index.html",
      "<!DOCTYPE html><html lang=es><title>Inicio</title><a href=p0.html>0</a><a href=p1.html>1</a>");
}

TEST(Determinism, AnyNumberOfWorkersGivesTheSameBytes) {
  TemporaryFolder folder;
  write_site(folder);
  auto scan = [&](const char* jobs, const char* pages) {
    const Ended ended = run_veedor(folder, {"scan", "site", "--jobs", jobs, "--max-pages", pages, "--now",
                                            "2026-11-23T04:05:06Z", "-f", "json", "--fail-on", "none"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
  };
  for (const char* pages : {"1000", "37"}) {  // all of them, and a limit that cuts a level in two
    const std::string one = scan("1", pages);
    EXPECT_GT(one.size(), 10'000U);
    EXPECT_EQ(one, scan("8", pages));
    EXPECT_EQ(one, scan("2", pages));
  }
}

}  // namespace
}  // namespace veedor
