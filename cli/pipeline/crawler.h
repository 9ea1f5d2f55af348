// The crawl: one thread that drives the network, hands answers to the workers, and settles what comes back in
// order.
//
// Level by level: the links of one level are added in the order of its pages, so what is visited never
// depends on timing. At most a window of answers exists at once, so memory stays flat however large the site
// is.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/pipeline/options.h"
#include "cli/pipeline/page_resources.h"
#include "cli/pipeline/robots_gate.h"
#include "cli/pipeline/style_sheets.h"
#include "cli/pipeline/workers.h"
#include "scanner/crawl/scope.h"
#include "scanner/facts/site.h"
#include "scanner/net/client.h"

namespace veedor::cli {

struct Progress {
  int pages_done = 0;
  int pages_known = 0;  // handed out or waiting, within --max-pages
  int failures = 0;
  std::string url;  // the last one settled
};

struct CrawlResult {
  std::vector<facts::PageSummary> pages;     // in the order visited
  std::vector<facts::Component> components;  // that script files showed
  std::set<std::string> origins;  // of every answer within scope, hops included: where the hosts serve
  std::set<std::string> limits_hit;
};

class Crawler {
 public:
  // `on_judged` receives each page that was read, in the order visited, and may take its judgement and
  // missing style sheets. `style_hosts` are asked for nothing else. All references outlive the Crawler.
  struct Wiring {
    const ScanOptions& options;
    net::Client& client;
    Workers& workers;
    const crawl::Scope& scope;
    const crawl::Scope& style_hosts;
    RobotsGate& robots;
    const std::atomic<bool>& stop;
    std::function<void(Examined&)> on_judged;
    std::function<void(const Progress&)> on_progress;
  };
  // Pages being fetched, queued, examined or waiting for sheets and resources.
  static constexpr std::size_t kInFlight = 32;
  // At the workers at once.
  static constexpr std::size_t kJobs = kInFlight + StyleSheets::kReading + PageResources::kReading;
  static constexpr std::size_t kUnsettled = 256;  // and those that wait for an earlier one

  explicit Crawler(Wiring wiring);
  CrawlResult run();

 private:
  struct Task {
    JobKind kind;
    url::Url url;
    int depth = 0;
  };
  void visit(const std::vector<Task>& tasks);
  void start_next(const std::vector<Task>& tasks);
  void receive(const std::vector<Task>& tasks);
  void take(Examined examined);
  void settle(const Task& task, Examined examined);
  void settle_page(const Task& task, Examined examined);
  void add_scripts(const facts::PageSummary& page);
  void add_links(const std::vector<crawl::Link>& links, int depth);
  void note_origins(const facts::Response& response);
  std::vector<Task> next_tasks();

  Wiring wiring_;
  crawl::Frontier frontier_;
  SideFetcher side_;
  StyleSheets sheets_;
  PageResources resources_;
  CrawlResult result_;
  Progress progress_;
  std::set<std::string> judged_;  // a page reached twice is judged once
  std::set<std::string> known_scripts_;
  std::vector<url::Url> new_scripts_;
  // Of the visit under way:
  std::size_t next_ = 0;
  std::size_t settled_ = 0;
  std::size_t in_flight_ = 0;
  std::map<std::size_t, Examined> waiting_;  // examined, but an earlier one is missing
};

}  // namespace veedor::cli
