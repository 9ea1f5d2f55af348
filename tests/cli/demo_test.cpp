// The institution end to end: every seeded fault is found in `before`, and nothing in `after`.
#include <fstream>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "scanner/url/url.h"
#include "tests/cli/program.h"

namespace veedor {
namespace {

using testing::Ended;
using testing::run_veedor;
using testing::TemporaryFolder;

std::string path_of(const std::string& address) {
  const Result<url::Url> url = url::Url::parse(address);
  return url ? std::string(url->path()) : "";
}

// "rule page" of each occurrence. What is seen of a host or of the whole site belongs to its home page.
std::set<std::string> found_in(const nlohmann::json& report) {
  std::set<std::string> found;
  for (const auto& finding : report["findings"]) {
    const std::string rule = finding["rule"];
    found.insert(rule + " (anywhere)");
    for (const auto& occurrence : finding["occurrences"])
      found.insert(rule + " " + path_of(occurrence["url"]));
  }
  return found;
}

bool is_of_the_whole_site(const std::string& area) { return area == "tls" || area == "components"; }

TEST(Demo, EverySeededFaultIsFoundBefore) {
  TemporaryFolder folder;
  const Ended ended = run_veedor(folder, {"demo", "--scan"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(folder.has("veedor-report.html"));
  const auto report = nlohmann::json::parse(folder.read("scan.json"));
  for (const auto& page : report["pages"])
    EXPECT_TRUE(page["outcome"] == "read" || page["outcome"] == "not_html") << page.dump();
  std::ifstream in(std::string(VEEDOR_SOURCE_DIR) + "/demo/faults.json");
  const auto faults = nlohmann::json::parse(in);
  EXPECT_GE(faults.size(), 40U);
  const std::set<std::string> found = found_in(report);
  std::set<std::string> areas;
  for (const auto& fault : faults) {
    const std::string rule = fault["rule"];
    const std::string page = fault["page"];
    const std::string area = fault["area"];
    areas.insert(area);
    const bool seen = found.contains(rule + " " + page) ||
                      (is_of_the_whole_site(area) && found.contains(rule + " (anywhere)"));
    EXPECT_TRUE(seen) << fault["id"];
  }
  EXPECT_EQ(areas.size(), 4U);
}

TEST(Demo, NothingIsFoundAfter) {
  TemporaryFolder folder;
  const Ended ended = run_veedor(folder, {"demo", "--scan", "--after"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const auto report = nlohmann::json::parse(folder.read("scan.json"));
  EXPECT_GE(report["pages"].size(), 8U);
  for (const auto& page : report["pages"])
    EXPECT_TRUE(page["outcome"] == "read" || page["outcome"] == "not_html") << page.dump();
  // What this process cannot offer: HTTP/2, and groups of OpenSSL 3.5. Neither counts in the score.
  const std::set<std::string> beyond = {"tls/alpn-h2-missing", "tls/group-post-quantum-missing"};
  for (const auto& finding : report["findings"]) {
    if (beyond.contains(finding["rule"].get<std::string>())) continue;
    ADD_FAILURE() << finding["rule"] << ": " << finding["message"];
  }
  EXPECT_EQ(report["sites"][0]["scores"]["grade"], "A") << report["sites"][0]["scores"].dump(2);
}

// The report that we hand out must not have the faults that it names in others.
TEST(Demo, TheReportItselfHasNoFinding) {
  TemporaryFolder folder;
  run_veedor(folder, {"demo", "--scan"});
  for (const char* language : {"es", "en"}) {
    run_veedor(folder, {"report", "scan.json", "-f", "html=report.html", "--lang", language});
    const Ended ended = run_veedor(folder, {"scan", "report.html", "--max-depth", "0", "-f", "json"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    const auto report = nlohmann::json::parse(ended.out);
    EXPECT_EQ(report["pages"][0]["outcome"], "read");
    for (const auto& finding : report["findings"]) {
      if (finding["rule"] == "wcag/link-url-as-text") continue;  // a report lists addresses
      ADD_FAILURE() << finding["rule"] << ": " << finding["message"];
    }
  }
}

}  // namespace
}  // namespace veedor
