// What the robots.txt of each origin allows. Read before the first page of that origin.
#pragma once

#include <atomic>
#include <map>
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
  // An origin that was not learnt allows everything.
  bool allows(const url::Url& url) const;
  // The Sitemap lines of all that was learnt, in the order learnt.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  RobotsPolicy policy_;
  std::map<std::string, crawl::Robots, std::less<>> by_origin_;
  std::vector<std::string> sitemaps_;
};

}  // namespace veedor::cli
