#include "cli/pipeline/side_fetcher.h"

#include <utility>

#include "scanner/crawl/robots.h"

namespace veedor::cli {
namespace {

facts::Response without_answer(const url::Url& url, facts::Outcome outcome) {
  return {.requested = url, .final_url = url, .outcome = outcome};
}

}  // namespace

std::optional<Side> SideFetcher::side_of(std::uint64_t request) {
  if ((request & kSide) == 0) return std::nullopt;
  return (request & kResources) == 0 ? Side::sheets : Side::resources;
}

void SideFetcher::want(Side side, net::Request request) {
  request.id |= kSide | (side == Side::resources ? kResources : 0);
  send(std::move(request));
}

void SideFetcher::send(net::Request request) {
  if (!robots_.knows(request.url)) return learn(std::move(request));
  if (const auto refused = robots_.refuses(request.url))
    return answer(request.id, without_answer(request.url, *refused));
  queue_.push_back(std::move(request));
  start();
}

void SideFetcher::learn(net::Request request) {
  Result<url::Url> robots = url::Url::parse("/robots.txt", request.url);
  if (!robots) return answer(request.id, without_answer(request.url, facts::Outcome::internal_error));
  std::vector<net::Request>& waiting = waiting_[request.url.origin()];
  waiting.push_back(std::move(request));
  if (waiting.size() > 1) return;
  client_.start(
      {.id = kSide | kRobots | robots_sent_.size(), .url = *robots, .max_body = crawl::kMaxRobotsBytes});
  robots_sent_.push_back(*std::move(robots));
}

void SideFetcher::take(net::Finished finished) {
  if ((finished.id & kRobots) != 0)
    return take_robots(static_cast<std::size_t>(finished.id & kNumber), finished.response);
  --under_way_;
  answer(finished.id, std::move(finished.response));
  start();
}

void SideFetcher::take_robots(std::size_t number, const facts::Response& answer) {
  robots_.take(robots_sent_[number], answer, client_);
  auto waiting = waiting_.extract(robots_sent_[number].origin());
  for (net::Request& request : waiting.mapped()) send(std::move(request));
}

void SideFetcher::answer(std::uint64_t request, facts::Response answer) {
  const Side side = *side_of(request);
  on_answer_[index(side)](static_cast<std::size_t>(request & kNumber), std::move(answer));
}

void SideFetcher::start() {
  for (; !queue_.empty() && under_way_ < kAtOnce; queue_.pop_front()) {
    client_.start(std::move(queue_.front()));
    ++under_way_;
  }
}

}  // namespace veedor::cli
