#include "cli/pipeline/robots_gate.h"

#include "cli/pipeline/fetcher.h"

namespace veedor::cli {
namespace {

constexpr std::string_view kProductToken = "veedor";

// RFC 9309 §2.3.1. A failure below HTTP allows everything: the page itself then fails, and says why.
crawl::Robots robots_of(const facts::Response& response) {
  if (response.success()) return crawl::Robots::parse(response.body, kProductToken);
  if (response.outcome == facts::Outcome::too_large)
    return crawl::Robots::parse(response.body, kProductToken);
  if (response.status >= 500 || response.outcome == facts::Outcome::rate_limited)
    return crawl::Robots::disallow_all();
  return crawl::Robots::allow_all();
}

}  // namespace

void RobotsGate::learn(const std::vector<url::Url>& urls, net::Client& client,
                       const std::atomic<bool>& stop) {
  if (policy_ == RobotsPolicy::ignore) return;
  std::vector<url::Url> wanted;
  for (const url::Url& url : urls) {
    const std::string origin = url.origin();
    if (by_origin_.contains(origin)) continue;
    by_origin_.emplace(origin, crawl::Robots::allow_all());
    if (Result<url::Url> robots = url::Url::parse("/robots.txt", url)) wanted.push_back(*std::move(robots));
  }
  const std::vector<facts::Response> responses = fetch_all(client, wanted, crawl::kMaxRobotsBytes, stop);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    crawl::Robots robots = robots_of(responses[i]);
    if (auto delay = robots.crawl_delay()) client.set_delay(wanted[i].host(), *delay);
    sitemaps_.insert(sitemaps_.end(), robots.sitemaps().begin(), robots.sitemaps().end());
    by_origin_.insert_or_assign(wanted[i].origin(), std::move(robots));
  }
}

bool RobotsGate::allows(const url::Url& url) const {
  auto known = by_origin_.find(url.origin());
  return known == by_origin_.end() || known->second.allows(url.path_and_query());
}

}  // namespace veedor::cli
