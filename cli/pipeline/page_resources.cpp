#include "cli/pipeline/page_resources.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace veedor::cli {

PageResources::PageResources(const Wiring& wiring) : wiring_(wiring) {
  wiring.fetcher.answer_to(Side::resources, [this](std::size_t number, facts::Response answer) {
    store(number, std::move(answer));
  });
}

void PageResources::settle(std::size_t page) {
  uncounted_.erase(page);
  advance();
}

void PageResources::wait(Examined page) {
  const std::size_t number = page.number;
  waiting_.emplace(number, Waiting{.page = std::move(page), .counted = false, .keys = {}});
  advance();
}

void PageResources::take(Examined read) {
  --reading_;
  requests_[read.number]->resource = std::move(read.resource);
  requests_[read.number]->answer = nullptr;
  advance();
}

void PageResources::keep(std::shared_ptr<const facts::Resource> resource) {
  const std::string url = resource->final_url;
  if (keeps_more()) own_.emplace(url, std::move(resource));
}

void PageResources::begin_level() {
  for (const auto& [url, resource] : own_) usable_.insert(url);
}

// Lets every page go on that can.
void PageResources::advance() {
  for (auto at = waiting_.begin(); at != waiting_.end();) {
    auto& [number, waiting] = *at;
    const bool in_turn = !uncounted_.empty() && *uncounted_.begin() == number;
    if (!waiting.counted && (in_turn || may_hurry(number))) count(number, waiting);
    if (!is_ready(waiting)) {
      ++at;
      continue;
    }
    Examined page = std::move(waiting.page);
    page.page->set_resources(resources_of(waiting));
    at = waiting_.erase(at);
    wiring_.on_ready(std::move(page));
  }
  start_reading();
}

// Decides what the page may have, and sends for it.
void PageResources::count(std::size_t number, Waiting& waiting) {
  waiting.counted = true;
  uncounted_.erase(number);
  for (facts::WantedResource& wanted : std::exchange(waiting.page.wanted, {})) {
    if (!in_reach(wanted)) continue;
    const std::string key = wanted.url.href();
    if (!usable_.contains(key) && !fetched_.contains(key)) {
      if (fetched_.size() >= wiring_.limits.resources) {
        truncated_ = true;
        continue;
      }
      Fetched& fetched = fetched_[key];
      fetched.wanted = std::move(wanted);
      requests_.push_back(&fetched);
      const bool beginning = fetched.wanted.need == facts::ResourceNeed::beginning;
      wiring_.fetcher.want(Side::resources,
                           {.id = requests_.size() - 1,
                            .url = fetched.wanted.url,
                            .max_body = beginning ? wiring_.limits.beginning : wiring_.limits.document,
                            .beginning = beginning});
    }
    waiting.keys.push_back(key);
  }
}

// Before its turn a page may ask for what it would be granted then in any case: however much the pages before
// it turn out to want, there is room for its own.
bool PageResources::may_hurry(std::size_t page) const {
  const auto before = std::distance(uncounted_.begin(), uncounted_.lower_bound(page));
  const std::size_t most = (static_cast<std::size_t>(before) + 1) * facts::kMaxResourcesOfPage;
  return fetched_.size() + most <= wiring_.limits.resources;
}

// Links are followed where the crawl would follow them; what a page loads by itself, on the hosts of the
// scan.
bool PageResources::in_reach(const facts::WantedResource& wanted) const {
  return wanted.link ? wiring_.scope.contains(wanted.url) : wiring_.scope.has_host(wanted.url);
}

const std::shared_ptr<const facts::Resource>* PageResources::find(const std::string& key) const {
  if (usable_.contains(key)) return &own_.at(key);
  const auto found = fetched_.find(key);
  return found == fetched_.end() ? nullptr : &found->second.resource;
}

bool PageResources::is_ready(const Waiting& waiting) const {
  return waiting.counted && std::ranges::all_of(waiting.keys, [&](const std::string& key) {
           const auto* const resource = find(key);
           return resource != nullptr && *resource != nullptr;
         });
}

facts::Resources PageResources::resources_of(const Waiting& waiting) const {
  facts::Resources resources;
  for (const std::string& key : waiting.keys) resources.emplace(key, *find(key));
  return resources;
}

void PageResources::store(std::size_t number, facts::Response answer) {
  requests_[number]->answer = std::make_shared<const facts::Response>(std::move(answer));
  to_read_.push_back(number);
}

void PageResources::start_reading() {
  for (; !to_read_.empty() && reading_ < kReading; to_read_.pop_front()) {
    const std::size_t number = to_read_.front();
    Job job{.kind = JobKind::resource, .number = number, .answer = requests_[number]->answer};
    [[maybe_unused]] const bool taken = wiring_.workers.submit(job);
    assert(taken);
    ++reading_;
  }
}

}  // namespace veedor::cli
