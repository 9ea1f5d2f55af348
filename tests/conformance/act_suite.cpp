// W3C's ACT test cases: each page is judged, and what counts is whether a rule that names the case's ACT rule
// fails it.
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "rules/catalogue.h"
#include "rules/engine.h"
#include "scanner/facts/page.h"
#include "scanner/html/encoding.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using nlohmann::json;

std::string media_type(std::string_view path) {
  if (path.ends_with(".svg")) return "image/svg+xml";
  return path.ends_with(".xml") ? "application/xml" : "text/html";
}

// The case as if a server on this machine had sent it; nothing for what cannot be read.
std::optional<facts::Page> page_of(const std::filesystem::path& data, const std::string& path) {
  std::ifstream in(data / path, std::ios::binary);
  auto url = url::Url::parse("http://localhost/" + path);
  if (!in || !url) return std::nullopt;
  facts::Response response;
  response.requested = *url;
  response.final_url = *url;
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.headers.add("content-type", media_type(path));
  response.body.assign(std::istreambuf_iterator<char>(in), {});
  html::Decoded decoded = html::decode(response.body, response.content_type());
  auto document = html::Document::parse(std::move(decoded.text));
  if (!document) return std::nullopt;
  return facts::Page(std::move(response), *std::move(document), std::move(decoded.encoding));
}

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
  for (const json& test : manifest["cases"]) {
    const std::string path = test.value("path", "");
    const std::string rule = test.value("rule", "");
    const bool expected = test.value("expected", "") == "failed";
    ++(expected ? suite.total : others);
    const auto page = page_of(data / "act", path);
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
