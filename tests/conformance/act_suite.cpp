// W3C's ACT test cases: each page is judged, and what counts is whether a rule that names the case's ACT rule
// fails it.
#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rules/catalogue.h"
#include "rules/engine.h"
#include "scanner/facts/page.h"
#include "tests/conformance/folder_page.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using nlohmann::json;

// The ACT rules that a page fails.
std::set<std::string_view> failed_rules(const facts::Page& page) {
  std::set<std::string_view> failed;
  const rules::Judgement judgement = rules::judge(page);
  for (std::size_t i = 0; i < judgement.decisions.size(); ++i) {
    if (judgement.decisions[i] != rules::Decision::failed) continue;
    const rules::List& act = rules::all_rules()[i]->references.act;
    failed.insert(act.begin(), act.end());
  }
  return failed;
}

}  // namespace

Suite run_act_suite(const std::filesystem::path& data) {
  Suite suite{.name = "act", .present = false, .right = 0, .total = 0, .misses = {}, .note = ""};
  std::ifstream in(data / "act" / "manifest.json");
  const json manifest = in ? json::parse(in, nullptr, false) : json();
  if (!manifest.is_object() || !manifest.contains("cases")) return suite;
  suite.present = true;
  int false_alarms = 0;
  int others = 0;
  int unread = 0;
  FolderPages pages(data / "act");
  for (const json& test : manifest["cases"]) {
    const std::string path = test.value("path", "");
    const std::string rule = test.value("rule", "");
    const bool expected = test.value("expected", "") == "failed";
    ++(expected ? suite.total : others);
    const auto page = pages.read(path);
    if (!page) ++unread;
    const bool found = page && failed_rules(*page).contains(rule);
    if (found && expected) ++suite.right;
    if (found && !expected) ++false_alarms;
    if (found != expected) {
      suite.misses.push_back(fmt::format("{} {} {} {} {}", found ? "FALSE" : "missed", rule,
                                         test.value("decidable", ""), path, test.value("title", "")));
    }
  }
  suite.note = fmt::format("found {}/{} false {}/{} unread {}", suite.right, suite.total, false_alarms,
                           others, unread);
  return suite;
}

}  // namespace veedor::conformance
