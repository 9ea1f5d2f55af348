#include "cli/pipeline/robots_gate.h"

#include "cli/pipeline/fetcher.h"

namespace veedor::cli {
namespace {

// Below HTTP nothing came: the pages would fare no better.
bool is_unreachable(facts::Outcome outcome) {
  using facts::Outcome;
  switch (outcome) {
    case Outcome::unknown_host:
    case Outcome::dns_failed:
    case Outcome::unreachable:
    case Outcome::refused:
    case Outcome::address_blocked:
    case Outcome::tls_failed:
    case Outcome::certificate_untrusted:
    case Outcome::timed_out:
    case Outcome::too_slow:
    case Outcome::connection_lost:
    case Outcome::proxy_failed:
    case Outcome::interrupted:
      return true;
    default:
      return false;
  }
}

}  // namespace

// RFC 9309 §2.3.1: success is parsed, 4xx and endless redirects allow everything, 5xx forbids everything.
RobotsGate::Answer RobotsGate::answer_of(const facts::Response& response) {
  const bool has_body = response.success() || response.outcome == facts::Outcome::too_large;
  if (has_body) return {.robots = crawl::Robots::parse(response.body, crawl::kProductToken)};
  if (is_unreachable(response.outcome)) return {.unreachable = response.outcome};
  const bool server_error = response.status >= 500 || response.outcome == facts::Outcome::rate_limited;
  return {.robots = server_error ? crawl::Robots::disallow_all() : crawl::Robots::allow_all()};
}

void RobotsGate::learn(const std::vector<url::Url>& urls, net::Client& client,
                       const std::atomic<bool>& stop) {
  if (policy_ == RobotsPolicy::ignore) return;
  std::vector<url::Url> wanted;
  for (const url::Url& url : urls) {
    const std::string origin = url.origin();
    if (by_origin_.contains(origin)) continue;
    by_origin_.emplace(origin, Answer{});
    if (Result<url::Url> robots = url::Url::parse("/robots.txt", url)) wanted.push_back(*std::move(robots));
  }
  const std::vector<facts::Response> responses = fetch_all(client, wanted, crawl::kMaxRobotsBytes, stop);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    Answer answer = answer_of(responses[i]);
    sitemaps_.insert(sitemaps_.end(), answer.robots.sitemaps().begin(), answer.robots.sitemaps().end());
    keep(wanted[i], responses[i], std::move(answer), client);
  }
}

bool RobotsGate::knows(const url::Url& url) const {
  return policy_ == RobotsPolicy::ignore || by_origin_.contains(url.origin());
}

void RobotsGate::take(const url::Url& robots, const facts::Response& response, net::Client& client) {
  keep(robots, response, answer_of(response), client);
}

void RobotsGate::keep(const url::Url& robots, const facts::Response& response, Answer answer,
                      net::Client& client) {
  if (auto delay = answer.robots.crawl_delay()) client.set_delay(robots.host(), *delay);
  // A site that moved to HTTPS sends robots.txt there too: what it says is then known of both.
  const url::Url& served_at = response.final_url;
  if (served_at.path() == "/robots.txt") by_origin_.try_emplace(served_at.origin(), answer);
  by_origin_.insert_or_assign(robots.origin(), std::move(answer));
}

std::optional<facts::Outcome> RobotsGate::refuses(const url::Url& url) const {
  auto known = by_origin_.find(url.origin());
  if (known == by_origin_.end()) return std::nullopt;
  if (known->second.unreachable) return known->second.unreachable;
  if (known->second.robots.allows(url.path_and_query())) return std::nullopt;
  return facts::Outcome::disallowed_by_robots;
}

}  // namespace veedor::cli
