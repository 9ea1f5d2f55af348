// What is kept of a page when it has been judged.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/facts/site.h"

namespace veedor::facts {
namespace {

// A summary stays small whatever the page holds: the memory of a scan is these, times the number of pages.
constexpr std::size_t kMaxTitle = 512;
constexpr std::size_t kMaxLanguage = 64;
constexpr std::size_t kMaxRobots = 512;
constexpr std::size_t kMaxScripts = 256;
constexpr std::size_t kMaxUrl = 4096;

bool has_token(std::string_view list, std::string_view token) {
  const auto tokens = split_whitespace(list);
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](std::string_view t) { return ascii_iequals(t, token); });
}

std::string canonical(const Page& page) {
  for (html::Element link : page.document().all("link")) {
    const auto href = link.attribute("href");
    if (!href || trim(*href).empty() || !has_token(link.attribute_or("rel", ""), "canonical")) continue;
    const Result<url::Url> target = page.resolve(*href);
    return target && target->href().size() <= kMaxUrl ? target->display() : "";
  }
  return "";
}

void append(std::string& list, std::string_view part) {
  part = trim(part);
  if (part.empty()) return;
  if (!list.empty()) list += ", ";
  list += part;
}

std::string robots(const Page& page) {
  std::string directives;
  for (html::Element meta : page.document().all("meta")) {
    if (ascii_iequals(trim(meta.attribute_or("name", "")), "robots")) {
      append(directives, meta.attribute_or("content", ""));
    }
  }
  for (std::string_view value : page.response().headers.all("x-robots-tag")) append(directives, value);
  return shorten(directives, kMaxRobots);
}

std::vector<std::string> scripts(const Page& page) {
  std::vector<std::string> urls;
  std::unordered_set<std::string> seen;
  for (html::Element script : page.document().all("script")) {
    if (urls.size() == kMaxScripts) break;
    const auto source = script.attribute("src");
    if (!source || trim(*source).empty()) continue;
    const Result<url::Url> target = page.resolve(*source);
    if (!target || !target->http_or_https() || target->href().size() > kMaxUrl) continue;
    std::string address = target->without_fragment().display();
    if (seen.insert(address).second) urls.push_back(std::move(address));
  }
  return urls;
}

}  // namespace

std::string_view name(css::Gap gap) {
  switch (gap) {
    case css::Gap::sheet_missing:
      return "style_sheet_missing";
    case css::Gap::sheet_truncated:
      return "style_sheet_truncated";
    case css::Gap::container_queries:
      return "style_container_queries";
    case css::Gap::budget:
      break;
  }
  return "style_budget";
}

PageSummary summarise(const Response& response, Outcome outcome) {
  PageSummary summary;
  summary.url = response.requested.display();
  summary.final_url = response.final_url.display();
  for (const Hop& hop : response.redirects) summary.redirects.push_back({hop.url.display(), hop.status});
  summary.status = response.status;
  summary.outcome = outcome;
  summary.media_type = response.media_type();
  return summary;
}

PageSummary summarise(const Page& page) {
  const Response& response = page.response();
  const html::Document& document = page.document();
  PageSummary summary = summarise(response, response.outcome);
  summary.title = shorten(document.title(), kMaxTitle);
  summary.language = shorten(trim(document.root().attribute_or("lang", "")), kMaxLanguage);
  summary.encoding = page.encoding();
  summary.canonical = canonical(page);
  summary.robots = robots(page);
  summary.content_hash = fnv1a(response.body.empty() ? document.source() : response.body);
  summary.skeleton = skeleton(document);
  summary.scripts = scripts(page);
  summary.kinds = content_kinds(document);
  summary.navigation = std::make_shared<const Navigation>(navigation(page));
  summary.place_links = place_links(page);
  summary.places = places(page);
  return summary;
}

}  // namespace veedor::facts
