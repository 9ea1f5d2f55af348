// A few answers at once, in the order asked: robots.txt, sitemaps, a host's plain HTTP. The pages have the
// crawler.
#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

#include "scanner/net/client.h"

namespace veedor::cli {

// Fetches all of `urls` and waits; the answers are in their order. When `stop` becomes true the rest is
// `interrupted`.
std::vector<facts::Response> fetch_all(net::Client& client, const std::vector<url::Url>& urls,
                                       std::size_t max_body, const std::atomic<bool>& stop);

}  // namespace veedor::cli
