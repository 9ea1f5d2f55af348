#include "cli/pipeline/crawler.h"

#include <cassert>
#include <utility>

#include "cli/pipeline/sitemaps.h"
#include "scanner/base/hash.h"

namespace veedor::cli {
namespace {

using facts::Outcome;

Examined without_answer(std::size_t number, const url::Url& url, int depth, Outcome outcome) {
  Examined examined{.number = number};
  examined.summary.url = url.display();
  examined.summary.final_url = url.display();
  examined.summary.depth = depth;
  examined.summary.outcome = outcome;
  return examined;
}

// What makes two addresses one page: the same URL, or a folder and its index with the same content.
std::string identity(const facts::PageSummary& page) {
  std::string_view url = page.final_url;
  constexpr std::string_view kIndex = "/index.html";
  if (url.ends_with(kIndex)) url.remove_suffix(kIndex.size() - 1);
  return url.ends_with('/') ? std::string(url) + '#' + hex(page.content_hash) : std::string(url);
}

bool is_failure(Outcome outcome) {
  return outcome != Outcome::read && outcome != Outcome::not_html && outcome != Outcome::disallowed_by_robots;
}

}  // namespace

Crawler::Crawler(Wiring wiring)
    : wiring_(std::move(wiring)),
      frontier_(wiring_.options.limits),
      side_(wiring_.client, wiring_.robots),
      sheets_({.limits = wiring_.options.styles,
               .workers = wiring_.workers,
               .scope = wiring_.scope,
               .style_hosts = wiring_.style_hosts,
               .fetcher = side_}),
      resources_({.limits = wiring_.options.resources,
                  .fetcher = side_,
                  .workers = wiring_.workers,
                  .scope = wiring_.scope,
                  .on_ready = [this](Examined page) { sheets_.wait(std::move(page)); }}) {}

CrawlResult Crawler::run() {
  const std::vector<url::Url>& seeds = wiring_.options.seeds;
  for (const url::Url& seed : seeds) frontier_.add(seed, 0);
  wiring_.robots.learn(seeds, wiring_.client, wiring_.stop);
  bool sitemaps_read = wiring_.options.limits.max_depth == 0;
  for (std::vector<Task> tasks = next_tasks(); !tasks.empty() && !wiring_.stop; tasks = next_tasks()) {
    visit(tasks);
    if (std::exchange(sitemaps_read, true) || wiring_.stop) continue;
    SitemapPages sitemap = read_sitemaps(seeds, wiring_.robots, wiring_.scope, wiring_.client, wiring_.stop);
    for (const url::Url& page : sitemap.pages) frontier_.add(page, 1);
    if (sitemap.truncated) result_.limits_hit.insert("sitemap");
  }
  for (const auto& [refusal, count] : frontier_.refusals()) {
    if (count > 0 && refusal != crawl::Refusal::known) result_.limits_hit.emplace(crawl::name(refusal));
  }
  if (sheets_.truncated()) result_.limits_hit.insert("style_sheets");
  if (resources_.truncated()) result_.limits_hit.insert("resources");
  return std::move(result_);
}

// The next level of pages, and the scripts that the last one named.
std::vector<Crawler::Task> Crawler::next_tasks() {
  std::vector<Task> tasks;
  std::vector<url::Url> urls;
  for (url::Url& script : std::exchange(new_scripts_, {})) {
    urls.push_back(script);
    tasks.push_back({JobKind::script, std::move(script)});
  }
  for (crawl::Entry& entry : frontier_.next_level()) {
    urls.push_back(entry.url);
    tasks.push_back({JobKind::page, std::move(entry.url), entry.depth});
  }
  wiring_.robots.learn(urls, wiring_.client, wiring_.stop);
  return tasks;
}

void Crawler::visit(const std::vector<Task>& tasks) {
  next_ = settled_ = in_flight_ = 0;
  resources_.begin_level();
  progress_.pages_known = frontier_.handed_out();
  while (settled_ < tasks.size() && !wiring_.stop) {
    start_next(tasks);
    if (in_flight_ > 0) receive(tasks);
    while (!waiting_.empty() && waiting_.begin()->first == settled_) {
      settle(tasks[settled_], std::move(waiting_.extract(waiting_.begin()).mapped()));
      ++settled_;
    }
  }
  // Stopped: what was examined counts, the rest is said to be missing.
  for (; settled_ < tasks.size(); ++settled_) {
    const Task& task = tasks[settled_];
    auto examined = waiting_.extract(settled_);
    settle(task, examined ? std::move(examined.mapped())
                          : without_answer(settled_, task.url, task.depth, Outcome::interrupted));
  }
}

void Crawler::start_next(const std::vector<Task>& tasks) {
  for (; next_ < tasks.size() && in_flight_ < kInFlight && next_ < settled_ + kUnsettled; ++next_) {
    const Task& task = tasks[next_];
    if (const std::optional<Outcome> refused = wiring_.robots.refuses(task.url)) {
      Examined examined = without_answer(next_, task.url, task.depth, *refused);
      examined.kind = task.kind;
      waiting_.emplace(next_, std::move(examined));
    } else {
      wiring_.client.start({.id = next_, .url = task.url});
      if (task.kind == JobKind::page) {
        sheets_.expect(next_);
        resources_.expect(next_);
      }
      ++in_flight_;
    }
  }
}

void Crawler::receive(const std::vector<Task>& tasks) {
  bool side_answered = false;
  for (net::Finished& finished : wiring_.client.run(std::chrono::milliseconds(200))) {
    note_origins(finished.response);
    if (SideFetcher::side_of(finished.id)) {
      side_.take(std::move(finished));
      side_answered = true;
      continue;
    }
    const Task& task = tasks[finished.id];
    Job job{.kind = task.kind, .number = finished.id, .depth = task.depth};
    job.describe = resources_.keeps_more();
    job.response = std::move(finished.response);
    [[maybe_unused]] const bool taken = wiring_.workers.submit(job);
    assert(taken);
  }
  if (side_answered) {
    resources_.go_on();
    sheets_.go_on();
  }
  for (Examined& examined : wiring_.workers.collect()) take(std::move(examined));
}

void Crawler::take(Examined examined) {
  if (examined.kind == JobKind::sheet) return sheets_.take(std::move(examined));
  if (examined.kind == JobKind::resource) return resources_.take(std::move(examined));
  if (examined.page) return resources_.wait(std::move(examined));
  --in_flight_;
  const std::size_t number = examined.number;
  waiting_.emplace(number, std::move(examined));
  resources_.settle(number);
  sheets_.settle(number);
}

void Crawler::settle(const Task& task, Examined examined) {
  if (task.kind == JobKind::page) return settle_page(task, std::move(examined));
  for (facts::Component& component : examined.components) result_.components.push_back(std::move(component));
}

void Crawler::settle_page(const Task& task, Examined examined) {
  facts::PageSummary& page = examined.summary;
  if (page.outcome == Outcome::read && judged_.insert(identity(page)).second) {
    if (Result<url::Url> final_url = url::Url::parse(page.final_url)) frontier_.mark_known(*final_url);
    wiring_.on_judged(examined);
    if (examined.resource) resources_.keep(std::move(examined.resource));
    if (!wiring_.stop) {
      add_links(examined.links, task.depth + 1);
      if (examined.links_cut) result_.limits_hit.insert("links");
      add_scripts(page);
    }
  } else if (page.outcome == Outcome::read) {
    page.skeleton.clear();  // reached twice: listed, but judged where it was first met
  }
  ++progress_.pages_done;
  progress_.failures += is_failure(page.outcome) ? 1 : 0;
  progress_.url = page.url;
  wiring_.on_progress(progress_);
  result_.pages.push_back(std::move(page));
}

void Crawler::add_links(const std::vector<crawl::Link>& links, int depth) {
  for (const crawl::Link& link : links) {
    if (!link.nofollow && wiring_.scope.contains(link.url)) frontier_.add(link.url, depth);
  }
}

// Script files of the site's own hosts are read to recognise what is in them; other hosts are never asked.
void Crawler::add_scripts(const facts::PageSummary& page) {
  for (const std::string& script : page.scripts) {
    Result<url::Url> url = url::Url::parse(script);
    if (!url || !wiring_.scope.has_host(*url)) continue;
    if (known_scripts_.contains(url->href())) continue;
    if (static_cast<int>(known_scripts_.size()) >= wiring_.options.max_scripts) {
      result_.limits_hit.insert("scripts");
      return;
    }
    known_scripts_.insert(url->href());
    new_scripts_.push_back(*std::move(url));
  }
}

void Crawler::note_origins(const facts::Response& response) {
  if (response.status == 0) return;
  for (const facts::Hop& hop : response.redirects) {
    if (wiring_.scope.has_host(hop.url)) result_.origins.insert(hop.url.origin());
  }
  if (wiring_.scope.has_host(response.final_url)) result_.origins.insert(response.final_url.origin());
}

}  // namespace veedor::cli
