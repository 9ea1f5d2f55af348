// The style sheets of a scan: each is fetched once, and a page is judged when all that it links is there.
//
// Pages come to their sheets in the order of pages, whatever the order in which things arrive: budgets are
// counted in that order, so which sheets lie beyond them depends on the site alone. A page whose sheets have
// all been counted before does not wait for its turn.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/pipeline/examine.h"
#include "cli/pipeline/options.h"
#include "cli/pipeline/sheet_cache.h"
#include "cli/pipeline/side_fetcher.h"
#include "cli/pipeline/workers.h"
#include "scanner/crawl/scope.h"

namespace veedor::cli {

// Every member is called on the network's thread.
class StyleSheets {
 public:
  // All references outlive this object.
  struct Wiring {
    const StyleLimits& limits;
    Workers& workers;
    const crawl::Scope& scope;
    const crawl::Scope& style_hosts;  // whose sheets are read beside those of the scope
    SideFetcher& fetcher;
  };
  static constexpr std::size_t kReading = 4;  // sheets at the workers at once

  explicit StyleSheets(const Wiring& wiring);
  StyleSheets(const StyleSheets&) = delete;  // the fetcher calls it back
  StyleSheets& operator=(const StyleSheets&) = delete;

  // A page is on its way and may link sheets.
  void expect(std::size_t page) { undecided_.insert(page); }
  // It links none that it has to wait for.
  void settle(std::size_t page);
  // It is parsed, and goes to a worker to be judged as soon as its sheets are there.
  void wait(Examined page);
  // Answers came to requests of Side::sheets.
  void go_on() { advance(); }
  // A sheet that a worker has read.
  void take(Examined sheet);

  // Some page was judged without a sheet that lay beyond a bound.
  bool truncated() const { return truncated_; }

 private:
  struct Item {
    url::Url url;
    int depth = 0;  // of imports
  };
  // A look at everything that a page links, as far as it is known: breadth first, in document order.
  struct Walk {
    const facts::Page& page;
    facts::SheetReading reading;
    bool first;      // every page before it has been decided: it counts what it uses
    bool may_hurry;  // it may ask for sheets before that
    bool complete = true;
    bool truncated = false;
    std::vector<Item> items = {};
    std::set<std::string_view> seen = {};
    facts::Sheets sheets = {};
    std::vector<facts::MissingSheet> missing = {};
  };

  void advance();
  Walk walk(const Examined& page);
  static void add(const facts::LinkedSheets& linked, int depth, Walk& walk);
  static void miss(const url::Url& url, std::string_view reason, Walk& walk);
  void visit(const Item& item, Walk& walk);
  CachedSheet* counted(const url::Url& url, Walk& walk);
  void want(CachedSheet& sheet);
  void read(CachedSheet& sheet, const facts::SheetReading& reading);
  void start_reading();
  void judge(Examined page, Walk walk);
  bool may_hurry(std::size_t page) const;
  bool in_reach(const url::Url& url) const;

  Wiring wiring_;
  SheetCache cache_;
  std::vector<CachedSheet*> wanted_;  // by number of their requests
  std::set<std::size_t> undecided_;   // pages on their way or waiting
  std::map<std::size_t, Examined> waiting_;
  std::vector<std::pair<CachedSheet*, facts::SheetReading>> reads_;  // by number of their jobs
  std::deque<std::size_t> to_read_;
  std::size_t reading_ = 0;
  bool truncated_ = false;
};

}  // namespace veedor::cli
