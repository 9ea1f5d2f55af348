// What the pages of a scan refer to beside their style sheets (facts/linked_resources.h): each is fetched
// once, and a page goes on when all that it may have is there.
//
// Budgets are counted in the order of pages, whatever the order in which things arrive, so what lies beyond
// them depends on the site alone. A page that would be granted all it wants in any case is not kept waiting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/pipeline/examine.h"
#include "cli/pipeline/options.h"
#include "cli/pipeline/side_fetcher.h"
#include "cli/pipeline/workers.h"
#include "scanner/crawl/scope.h"
#include "scanner/facts/linked_resources.h"
#include "scanner/facts/resource.h"

namespace veedor::cli {

// Every member is called on the network's thread.
class PageResources {
 public:
  // All references outlive this object. `on_ready` receives each page that waited, with its resources.
  struct Wiring {
    const ResourceLimits& limits;
    SideFetcher& fetcher;
    Workers& workers;
    const crawl::Scope& scope;
    std::function<void(Examined)> on_ready;
  };
  static constexpr std::size_t kReading = 4;  // answers at the workers at once

  explicit PageResources(const Wiring& wiring);
  PageResources(const PageResources&) = delete;  // the fetcher calls it back
  PageResources& operator=(const PageResources&) = delete;

  // A page is on its way and may want something.
  void expect(std::size_t page) { uncounted_.insert(page); }
  // It wants nothing.
  void settle(std::size_t page);
  // It is parsed, and goes on as soon as what it wants is there.
  void wait(Examined page);
  // Answers came to requests of Side::resources.
  void go_on() { advance(); }
  // An answer that a worker has read.
  void take(Examined read);

  // Keeps what a page of the crawl says of itself, for pages of later levels: in the order of pages, so many.
  bool keeps_more() const { return own_.size() < kOwn; }
  void keep(std::shared_ptr<const facts::Resource> resource);
  // Pages of earlier levels are all there now: they count for those that come.
  void begin_level();

  // Some page was judged without something that lay beyond a bound.
  bool truncated() const { return truncated_; }

 private:
  static constexpr std::size_t kOwn = 300;

  struct Fetched {
    facts::WantedResource wanted;
    std::shared_ptr<const facts::Response> answer;    // until it is read
    std::shared_ptr<const facts::Resource> resource;  // null until it is there
  };
  struct Waiting {
    Examined page;
    bool counted = false;
    std::vector<std::string> keys;  // of what it may have
  };

  void advance();
  void count(std::size_t number, Waiting& waiting);
  bool may_hurry(std::size_t page) const;
  bool in_reach(const facts::WantedResource& wanted) const;
  bool is_ready(const Waiting& waiting) const;
  facts::Resources resources_of(const Waiting& waiting) const;
  const std::shared_ptr<const facts::Resource>* find(const std::string& key) const;
  void store(std::size_t number, facts::Response answer);
  void start_reading();

  Wiring wiring_;
  std::set<std::size_t> uncounted_;  // pages on their way, or waiting for their turn
  std::map<std::size_t, Waiting> waiting_;
  std::map<std::string, Fetched> fetched_;                             // by URL
  std::map<std::string, std::shared_ptr<const facts::Resource>> own_;  // pages of the crawl
  std::set<std::string> usable_;    // those of them that count for this level
  std::vector<Fetched*> requests_;  // by number
  std::deque<std::size_t> to_read_;
  std::size_t reading_ = 0;
  bool truncated_ = false;
};

}  // namespace veedor::cli
