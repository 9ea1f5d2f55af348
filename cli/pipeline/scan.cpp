#include "cli/pipeline/scan.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>
#include <utility>

#include "cli/pipeline/host_probes.h"
#include "cli/pipeline/sites.h"
#include "rules/catalogue.h"
#include "rules/engine.h"
#include "rules/findings.h"
#include "rules/rating/grade.h"
#include "scanner/components/recognise.h"

namespace veedor::cli {
namespace {

using facts::Outcome;

constexpr std::size_t kMaxMissingSheets = 1000;  // named for each site

Time clock_now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

// What is gathered of one site while its pages pass by.
struct SiteState {
  facts::SiteSummary summary;
  rules::Findings findings;
  std::map<std::pair<std::string, std::string>, int> missing_sheets;  // pages, by URL and reason
};

// Of files on this machine the server is ours: what it says of TLS and headers is not the site's, so it is
// not tested.
rules::Judgement without_served_areas(rules::Judgement judgement) {
  auto is_served = [](std::size_t rule) {
    const rules::Area area = rules::all_rules()[rule]->area;
    return area == rules::Area::tls || area == rules::Area::headers;
  };
  for (std::size_t i = 0; i < judgement.decisions.size(); ++i) {
    if (is_served(i)) judgement.decisions[i] = rules::Decision::not_tested;
  }
  std::erase_if(judgement.groups, [&](const rules::Group& group) { return is_served(group.rule); });
  return judgement;
}

class Run {
 public:
  Run(const ScanOptions& options, const std::atomic<bool>& stop)
      : options_(options), stop_(stop), sites_(options.seeds), now_(options.now.value_or(clock_now())) {
    for (std::size_t i = 0; i < sites_.count(); ++i) {
      states_.push_back({.summary = {.origin = sites_.seed(i).origin(), .now = now_},
                         .findings = rules::Findings(sites_.key(i), options.max_occurrences)});
    }
  }

  Result<reports::Report> run(const std::function<void(const Progress&)>& on_progress) {
    Result<crawl::Scope> scope = crawl::Scope::create(options_.seeds, scope_options());
    if (!scope) return scope.error();
    Result<crawl::Scope> style_hosts = crawl::Scope::create({}, {.hosts = options_.styles_from});
    if (!style_hosts) return style_hosts.error();
    RobotsGate robots(options_.robots);
    auto may_follow = [&](std::uint64_t request, const url::Url& target) -> std::optional<Outcome> {
      const bool in_reach = scope->has_host(target) ||
                            (SideFetcher::side_of(request) == Side::sheets && style_hosts->has_host(target));
      if (!in_reach) return Outcome::redirect_out_of_scope;
      // Nothing is asked of a host for style sheets before its robots.txt was.
      if (!scope->has_host(target) && !robots.knows(target)) return Outcome::disallowed_by_robots;
      return robots.refuses(target);
    };
    Result<net::Client> client = net::Client::create(
        options_.http, net::AddressGuard(scope->named_hosts(), style_hosts->named_hosts()), may_follow);
    if (!client) return client.error();

    CrawlResult crawl = [&] {
      Workers workers(worker_count(), Crawler::kJobs,
                      {.page = options_.parse_budget, .sheet = options_.styles.sheet},
                      [&client] { client->wake(); });
      return Crawler({.options = options_,
                      .client = *client,
                      .workers = workers,
                      .scope = *scope,
                      .style_hosts = *style_hosts,
                      .robots = robots,
                      .stop = stop_,
                      .on_judged = [this](Examined& page) { keep(page); },
                      .on_progress = on_progress})
          .run();
    }();
    ProbedHosts probed =
        probe_hosts(options_, crawl.origins, scope->named_hosts(), robots, *client, now_, stop_);
    if (probed.truncated) crawl.limits_hit.insert("hosts");
    sort_in(std::move(crawl), std::move(probed.hosts));
    for (SiteState& state : states_) judge_site(state);
    return report(*client);
  }

 private:
  crawl::ScopeOptions scope_options() const {
    crawl::ScopeOptions scope = options_.scope;
    for (const auto& port : {options_.http_port, options_.https_port}) {
      if (port) scope.ports.push_back(*port);
    }
    return scope;
  }

  int worker_count() const {
    return options_.jobs > 0 ? options_.jobs
                             : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  }

  std::size_t site_of(std::string_view address) const {
    Result<url::Url> url = url::Url::parse(address);
    return url ? sites_.of(*url) : 0;
  }

  void keep(Examined& page) {
    if (options_.source == Source::local_files)
      page.judgement = without_served_areas(std::move(page.judgement));
    SiteState& state = states_[site_of(page.summary.final_url)];
    state.findings.add(std::move(page.judgement));
    if (page.hsts) note_hsts(page);
    for (facts::MissingSheet& sheet : page.missing_sheets) {
      auto key = std::pair(std::move(sheet.url), std::move(sheet.reason));
      if (state.missing_sheets.size() < kMaxMissingSheets || state.missing_sheets.contains(key))
        ++state.missing_sheets[std::move(key)];
    }
  }

  // Of several pages of a host, the shortest: a browser does what the last page said.
  void note_hsts(const Examined& page) {
    const Result<url::Url> url = url::Url::parse(page.summary.final_url);
    if (!url) return;
    const auto [known, fresh] = hsts_.try_emplace(std::string(url->host()), *page.hsts);
    if (!fresh) known->second = std::min(known->second, *page.hsts);
  }

  void grade(facts::Host& host) const {
    const auto hsts = hsts_.find(host.name);
    host.tls.grade =
        rules::rating::rate(host, hsts == hsts_.end() ? std::nullopt : std::optional(hsts->second));
  }

  void sort_in(CrawlResult crawl, std::vector<facts::Host> hosts) {
    limits_hit_ = std::move(crawl.limits_hit);
    for (facts::PageSummary& page : crawl.pages) {
      facts::SiteSummary& site =
          states_[site_of(page.outcome == Outcome::read ? page.final_url : page.url)].summary;
      if (page.depth == 0 && page.outcome == Outcome::read) {
        if (Result<url::Url> url = url::Url::parse(page.final_url)) site.origin = url->origin();
      }
      for (facts::Component& component : page.components) site.components.push_back(component);
      site.pages.push_back(std::move(page));
    }
    for (facts::Component& component : crawl.components)
      states_[site_of(component.location)].summary.components.push_back(std::move(component));
    for (facts::Host& host : hosts) {
      grade(host);
      const std::size_t site = site_of("https://" + host.name + "/");
      states_[site].summary.hosts.push_back(std::move(host));
    }
  }

  void judge_site(SiteState& state) {
    facts::SiteSummary& site = state.summary;
    std::ranges::stable_sort(site.pages, {}, &facts::PageSummary::url);
    site.components = components::merge(site.components);
    for (const auto& [sheet, pages] : std::exchange(state.missing_sheets, {}))
      site.missing_sheets.push_back({.url = sheet.first, .reason = sheet.second, .pages = pages});
    facts::assign_templates(site.pages);
    std::map<std::string, std::string> templates;
    for (facts::PageSummary& page : site.pages) {
      if (page.outcome == Outcome::read && !page.template_id.empty()) {
        templates.emplace(page.final_url, page.template_id);
      } else if (page.outcome != Outcome::read) {
        state.findings.add_untested_page(page.url);
      }
      page.skeleton = {};
    }
    state.findings.set_templates(std::move(templates));
    for (const facts::Host& host : site.hosts) {
      if (options_.source == Source::local_files) {
        state.findings.add_untested_host(host.name);
      } else {
        state.findings.add(rules::judge(host));
      }
    }
    state.findings.add(rules::judge(site));
  }

  reports::Report report(const net::Client& client) {
    reports::Scan scan;
    scan.started_at = now_;
    scan.finished_at = options_.now.value_or(clock_now());
    scan.language = options_.language;
    scan.profile = rules::name(options_.profile);
    scan.interrupted = stop_;
    scan.complete = !stop_;
    for (const SiteState& state : states_) {
      if (state.findings.truncated()) limits_hit_.insert("causes");
    }
    scan.limits_hit.assign(limits_hit_.begin(), limits_hit_.end());
    scan.requests = client.requests();
    scan.bytes = client.bytes();
    std::vector<reports::SiteResult> results;
    for (SiteState& state : states_)
      results.push_back({std::move(state.summary), state.findings.findings(), state.findings.results()});
    return reports::assemble(std::move(scan), results);
  }

  const ScanOptions& options_;
  const std::atomic<bool>& stop_;
  Sites sites_;
  Time now_;
  std::vector<SiteState> states_;
  std::map<std::string, std::int64_t, std::less<>> hsts_;  // seconds, by host
  std::set<std::string> limits_hit_;
};

}  // namespace

Result<reports::Report> scan(const ScanOptions& options,
                             const std::function<void(const Progress&)>& on_progress,
                             const std::atomic<bool>& stop) {
  return Run(options, stop).run(on_progress);
}

}  // namespace veedor::cli
