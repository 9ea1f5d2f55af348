// The pages of the GOV.UK accessibility tool audit: each has one defect, after which it is named. A page is
// right when a rule that gds_rules.tsv holds to be about that defect fails it or warns of it. What a rule
// says of a fifth of all pages is about their frame, not about the defect, and does not count.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rules/catalogue.h"
#include "rules/engine.h"
#include "scanner/base/text.h"
#include "tests/conformance/folder_page.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using nlohmann::json;

// Number of a case → names of the rules that are about its defect.
std::map<int, std::set<std::string, std::less<>>> rules_about() {
  std::map<int, std::set<std::string, std::less<>>> about;
  std::ifstream in(VEEDOR_SOURCE_DIR "/tests/conformance/gds_rules.tsv");
  for (std::string line; std::getline(in, line);) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() < 2) continue;
    for (std::string_view rule : split_whitespace(cells[1]))
      about[std::stoi(std::string(cells[0]))].emplace(rule);
  }
  return about;
}

// What was found on a page: rule and cause.
struct Finding {
  std::string rule;
  std::string cause;
  bool failed = false;
  auto operator<=>(const Finding&) const = default;
};

std::set<Finding> findings_on(const facts::Page& page) {
  std::set<Finding> found;
  for (const rules::Group& group : rules::judge(page).groups) {
    const rules::Rule& rule = *rules::all_rules()[group.rule];
    if (rule.area != rules::Area::accessibility) continue;
    found.insert({std::string(rule.name()), group.cause, group.outcome == rules::Outcome::failed});
  }
  return found;
}

}  // namespace

Suite run_gds_suite(const std::filesystem::path& data) {
  Suite suite{.name = "gds"};
  std::ifstream in(data / "gds" / "manifest.json");
  const json manifest = in ? json::parse(in, nullptr, false) : json();
  if (!manifest.is_object() || !manifest.contains("cases")) return suite;
  suite.present = true;
  FolderPages pages(data / "gds" / "www");
  std::vector<std::set<Finding>> found;
  std::map<std::pair<std::string, std::string>, std::size_t> frequency;
  for (const json& test : manifest["cases"]) {
    const auto page = pages.read(test.value("path", ""));
    found.push_back(page ? findings_on(*page) : std::set<Finding>());
    for (const Finding& finding : found.back()) ++frequency[{finding.rule, finding.cause}];
  }
  const auto about = rules_about();
  const std::size_t common = std::max<std::size_t>(3, found.size() / 5);
  int failed = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const json& test = manifest["cases"][i];
    const int number = test.value("n", 0);
    const auto wanted = about.find(number);
    std::set<std::string> hits;
    std::set<std::string> others;
    bool certain = false;
    for (const Finding& finding : found[i]) {
      if (frequency[{finding.rule, finding.cause}] > common) continue;
      const bool hit = wanted != about.end() && wanted->second.contains(finding.rule);
      (hit ? hits : others).insert(finding.rule);
      certain |= hit && finding.failed;
    }
    ++suite.total;
    if (!hits.empty()) ++suite.right;
    if (certain) ++failed;
    suite.misses.push_back(fmt::format("{} {} {} | {}: {} | also: {}", hits.empty() ? "missed" : "found",
                                       number, test.value("decidable", ""), test.value("name", ""),
                                       fmt::join(hits, " "), fmt::join(others, " ")));
  }
  suite.note = fmt::format("({} of them failed, the others warned of)", failed);
  return suite;
}

}  // namespace veedor::conformance
