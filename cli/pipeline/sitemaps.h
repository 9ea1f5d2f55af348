// The pages that a site's sitemaps name.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "cli/pipeline/robots_gate.h"
#include "scanner/crawl/scope.h"
#include "scanner/net/client.h"

namespace veedor::cli {

struct SitemapPages {
  std::vector<url::Url> pages;  // in scope, in the order of the sitemaps
  bool truncated = false;       // a bound was reached
};

// Reads the sitemaps that robots.txt names, else /sitemap.xml of each seed's origin, and those that an index
// leads to: at most 50 files, three levels deep, 50,000 pages.
SitemapPages read_sitemaps(const std::vector<url::Url>& seeds, const RobotsGate& robots,
                           const crawl::Scope& scope, net::Client& client, const std::atomic<bool>& stop);

}  // namespace veedor::cli
