// Spacing, turns and penalties of hosts.
#include "scanner/net/host_limiter.h"

#include <algorithm>
#include <utility>

namespace veedor::net {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kFirstPenalty = 500ms;
constexpr std::chrono::nanoseconds kLargestPenalty = 10s;
constexpr std::chrono::milliseconds kLargestDelay = 30s;
constexpr int kGoodAnswersToRecover = 20;

}  // namespace

HostLimiter::HostLimiter(double rate, int connections_per_host)
    : interval_(rate > 0 ? std::chrono::duration_cast<std::chrono::nanoseconds>(
                               std::chrono::duration<double>(std::min(1 / rate, 3600.0)))
                         : 0ns),
      connections_per_host_(std::max(1, connections_per_host)) {}

HostLimiter::Host& HostLimiter::host(std::string_view name) {
  const auto found = hosts_.find(name);
  if (found != hosts_.end()) return found->second;
  return hosts_.try_emplace(std::string(name)).first->second;
}

std::chrono::nanoseconds HostLimiter::spacing(const Host& host) const {
  return std::max({interval_, host.delay, host.penalty});
}

void HostLimiter::unlist(Host& host) {
  if (host.listed) ready_.erase({host.due, host.turn, &host});
  host.listed = false;
}

void HostLimiter::list(Host& host) {
  if (host.queue.empty() || host.running >= connections_per_host_) return;
  ready_.insert({host.due, host.turn, &host});
  host.listed = true;
}

void HostLimiter::push(std::unique_ptr<Transfer> transfer, Place place) {
  Host& to = host(transfer->url.host());
  unlist(to);
  if (place == Place::back) {
    to.queue.push_back(std::move(transfer));
  } else {
    to.queue.push_front(std::move(transfer));
  }
  ++waiting_;
  list(to);
}

std::unique_ptr<Transfer> HostLimiter::take(Instant now) {
  if (ready_.empty() || std::get<Instant>(*ready_.begin()) > now) return nullptr;
  Host& from = *std::get<Host*>(*ready_.begin());
  unlist(from);
  std::unique_ptr<Transfer> transfer = std::move(from.queue.front());
  from.queue.pop_front();
  --waiting_;
  ++from.running;
  if (spacing(from) > 0ns) from.due = now + spacing(from);
  from.turn = ++turns_;
  list(from);
  return transfer;
}

void HostLimiter::ended(std::string_view name) {
  Host& of = host(name);
  unlist(of);
  --of.running;
  list(of);
}

std::optional<Instant> HostLimiter::next_due() const {
  if (ready_.empty()) return std::nullopt;
  return std::get<Instant>(*ready_.begin());
}

void HostLimiter::set_delay(std::string_view name, std::chrono::milliseconds delay) {
  Host& of = host(name);
  unlist(of);
  const std::chrono::nanoseconds before = spacing(of);
  of.delay = std::clamp(delay, 0ms, kLargestDelay);
  if (of.due != Instant{}) of.due += spacing(of) - before;  // counts from the request that was sent last
  list(of);
}

void HostLimiter::slow_down(std::string_view name, Instant now, Instant request_started,
                            std::chrono::milliseconds pause) {
  Host& of = host(name);
  unlist(of);
  if (request_started >= of.slowed) {
    of.penalty = std::clamp(2 * spacing(of), kFirstPenalty, kLargestPenalty);
    of.slowed = now;
  }
  of.good_answers = 0;
  of.due = std::max(of.due, now + pause);
  list(of);
}

void HostLimiter::answered_well(std::string_view name) {
  Host& of = host(name);
  if (of.penalty == 0ns || ++of.good_answers < kGoodAnswersToRecover) return;
  of.good_answers = 0;
  of.penalty /= 2;
  if (of.penalty <= std::max(interval_, of.delay) || of.penalty < kFirstPenalty) of.penalty = 0ns;
}

}  // namespace veedor::net
