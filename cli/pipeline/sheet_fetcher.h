// Asks for style sheets, a few at once, and for the robots.txt of their hosts first.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "cli/pipeline/robots_gate.h"
#include "cli/pipeline/sheet_cache.h"
#include "scanner/net/client.h"

namespace veedor::cli {

class SheetFetcher {
 public:
  // `max_body`: of a sheet; what lies beyond is not read. All references outlive this object.
  SheetFetcher(net::Client& client, RobotsGate& robots, SheetCache& cache, std::size_t max_body)
      : client_(client), robots_(robots), cache_(cache), max_body_(max_body) {}

  // Sends for it, sooner or later; the answer, or why there is none, is stored in the cache.
  void want(CachedSheet& sheet);
  // An answer to one of this object's requests.
  void take(net::Finished finished);

  // Is this the number of such a request? The crawler's own are small.
  static bool owns(std::uint64_t request) { return request >= kSheets; }

 private:
  static constexpr std::uint64_t kSheets = std::uint64_t{1} << 62U;
  static constexpr std::uint64_t kRobots = std::uint64_t{1} << 63U;
  static constexpr std::size_t kAtOnce = 16;

  void learn(CachedSheet& sheet);
  void take_robots(std::size_t number, const facts::Response& answer);
  void start();

  net::Client& client_;
  RobotsGate& robots_;
  SheetCache& cache_;
  std::size_t max_body_;
  std::deque<CachedSheet*> queue_;
  std::vector<CachedSheet*> sent_;  // by number
  std::vector<url::Url> robots_sent_;
  std::map<std::string, std::vector<CachedSheet*>> waiting_;  // for the robots.txt of their origin
  std::size_t under_way_ = 0;
};

}  // namespace veedor::cli
