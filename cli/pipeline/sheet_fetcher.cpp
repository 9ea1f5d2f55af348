#include "cli/pipeline/sheet_fetcher.h"

#include <utility>

namespace veedor::cli {
namespace {

facts::Response without_answer(const url::Url& url, facts::Outcome outcome) {
  return {.requested = url, .final_url = url, .outcome = outcome};
}

}  // namespace

void SheetFetcher::want(CachedSheet& sheet) {
  if (std::exchange(sheet.requested, true)) return;
  if (!robots_.knows(sheet.url)) return learn(sheet);
  if (const auto refused = robots_.refuses(sheet.url))
    return cache_.store(sheet, without_answer(sheet.url, *refused));
  queue_.push_back(&sheet);
  start();
}

void SheetFetcher::learn(CachedSheet& sheet) {
  Result<url::Url> robots = url::Url::parse("/robots.txt", sheet.url);
  if (!robots) return cache_.store(sheet, without_answer(sheet.url, facts::Outcome::internal_error));
  std::vector<CachedSheet*>& waiting = waiting_[sheet.url.origin()];
  waiting.push_back(&sheet);
  if (waiting.size() > 1) return;
  client_.start({.id = kRobots + robots_sent_.size(), .url = *robots, .max_body = crawl::kMaxRobotsBytes});
  robots_sent_.push_back(*std::move(robots));
}

void SheetFetcher::take(net::Finished finished) {
  if (finished.id >= kRobots) return take_robots(finished.id - kRobots, finished.response);
  --under_way_;
  cache_.store(*sent_[finished.id - kSheets], std::move(finished.response));
  start();
}

void SheetFetcher::take_robots(std::size_t number, const facts::Response& answer) {
  robots_.take(robots_sent_[number], answer, client_);
  const auto waiting = waiting_.extract(robots_sent_[number].origin());
  for (CachedSheet* sheet : waiting.mapped()) {
    sheet->requested = false;
    want(*sheet);
  }
}

void SheetFetcher::start() {
  for (; !queue_.empty() && under_way_ < kAtOnce; queue_.pop_front()) {
    client_.start({.id = kSheets + sent_.size(), .url = queue_.front()->url, .max_body = max_body_});
    sent_.push_back(queue_.front());
    ++under_way_;
  }
}

}  // namespace veedor::cli
