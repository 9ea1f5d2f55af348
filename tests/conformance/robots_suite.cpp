// google/robotstxt's cases: which URLs may be fetched, and how its parser reads lines.
#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scanner/crawl/robots.h"
#include "scanner/crawl/robots_lines.h"
#include "scanner/crawl/robots_pattern.h"
#include "scanner/url/url.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using crawl::RobotsKey;
using nlohmann::json;

// The cases give URLs as they go into a request, some with raw octets that a URL parser would encode first.
std::string request_target(const std::string& url) {
  const auto scheme = url.find("://");
  const auto path = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
  return path == std::string::npos ? "/" : url.substr(path);
}

bool fetch_case_is_right(const json& item) {
  const auto robots = crawl::Robots::parse(item.value("robots", ""), item.value("user_agent", ""));
  return robots.allows(request_target(item.value("url", ""))) == item.value("allowed", false);
}

std::string from_hex(const std::string& digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

bool parse_case_is_right(const json& item) {
  const std::string body =
      item.contains("robots_hex") ? from_hex(item.value("robots_hex", "")) : item.value("robots", "");
  const auto lines = crawl::robots_lines(body);
  const std::string what = item.value("what", "");
  const auto unknown = std::count_if(lines.begin(), lines.end(),
                                     [](const auto& line) { return line.key == RobotsKey::unknown; });
  if (what == "valid_directives") return std::ssize(lines) - unknown == item.value("expect", -1);
  if (what == "unknown_directives") return unknown == item.value("expect", -1);
  if (what == "last_line_seen") {
    return !lines.empty() && static_cast<int>(lines.back().number) == item.value("expect", -1);
  }
  if (what == "sitemap") {
    const auto sitemaps = crawl::Robots::parse(body, crawl::kProductToken).sitemaps();
    return std::count(sitemaps.begin(), sitemaps.end(), item.value("expect", "")) == 1;
  }
  return false;
}

bool parser_case_is_right(const json& item) {
  const std::string kind = item.value("kind", "");
  if (kind == "parse") return parse_case_is_right(item);
  if (kind == "valid_ua") {
    const std::string agent = item.value("user_agent", "");
    const bool valid = !agent.empty() && crawl::product_token(agent) == agent;
    return valid == item.value("valid", false);
  }
  if (kind == "escape") {
    return crawl::robots_pattern(item.value("in", ""), crawl::Unreserved::keep) == item.value("expect", "");
  }
  if (kind == "path") {
    const auto url = url::Url::parse(item.value("in", ""));
    return url && url->path_and_query() == item.value("expect", "");
  }
  return false;
}

std::string miss(const json& item, std::string_view what) {
  return fmt::format("{}: {} {}", item.value("test", ""), what,
                     item.value("url", item.value("in", item.value("what", ""))))
      .substr(0, 200);
}

}  // namespace

Suite run_robots_suite(const std::filesystem::path& data) {
  Suite suite{.name = "robots", .present = false, .right = 0, .total = 0, .misses = {}, .note = ""};
  std::ifstream in(data / "robots" / "cases.json");
  const json all = in ? json::parse(in, nullptr, false) : json();
  if (!all.is_object() || !all.contains("cases")) return suite;
  suite.present = true;

  int google_right = 0;
  int google_total = 0;
  for (const json& item : all["cases"]) {
    const bool google_only = item.value("google_only", false);
    const bool right = fetch_case_is_right(item);
    ++(google_only ? google_total : suite.total);
    if (right) ++(google_only ? google_right : suite.right);
    if (!right)
      suite.misses.push_back(miss(item, google_only ? "google_only, see docs/robots.md:" : "wrong:"));
  }

  int parser_right = 0;
  int parser_total = 0;
  for (const json& item : all.value("parser_cases", json::array())) {
    ++parser_total;
    if (parser_case_is_right(item)) {
      ++parser_right;
    } else {
      suite.misses.push_back(miss(item, "parser case, see docs/robots.md:"));
    }
  }
  suite.note = fmt::format("google_only {}/{}, parser cases {}/{}", google_right, google_total, parser_right,
                           parser_total);
  return suite;
}

}  // namespace veedor::conformance
