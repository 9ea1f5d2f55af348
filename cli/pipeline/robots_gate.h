// What the robots.txt of each origin allows. Read before the first page of that origin.
#pragma once

#include <atomic>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/pipeline/options.h"
#include "scanner/crawl/robots.h"
#include "scanner/net/client.h"

namespace veedor::cli {

class RobotsGate {
 public:
  explicit RobotsGate(RobotsPolicy policy) : policy_(policy) {}

  // Fetches the robots.txt of every origin among `urls` that is not known yet, and tells the client its
  // Crawl-delay.
  void learn(const std::vector<url::Url>& urls, net::Client& client, const std::atomic<bool>& stop);
  // Was the robots.txt of this URL's origin read, or is none needed?
  bool knows(const url::Url& url) const;
  // An answer to `robots` that the caller fetched. Its Sitemap lines count for nothing: it is no page's.
  void take(const url::Url& robots, const facts::Response& response, net::Client& client);
  // Why this page must not be asked for: robots.txt forbids it, or its origin did not answer at all (RFC 9309
  // §2.3.1.4). Nothing where it may, and for an origin that was not learnt.
  std::optional<facts::Outcome> refuses(const url::Url& url) const;
  // The Sitemap lines of all that was learnt, in the order learnt.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  RobotsPolicy policy_;
  struct Answer {
    crawl::Robots robots = crawl::Robots::allow_all();
    std::optional<facts::Outcome> unreachable;
  };
  static Answer answer_of(const facts::Response& response);
  void keep(const url::Url& robots, const facts::Response& response, Answer answer, net::Client& client);

  std::map<std::string, Answer, std::less<>> by_origin_;
  std::vector<std::string> sitemaps_;
};

}  // namespace veedor::cli
