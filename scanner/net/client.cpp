// The loop: starts what is due, lets libcurl work, and settles what has ended.
#include "scanner/net/client.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "scanner/net/exchange.h"
#include "scanner/net/host_limiter.h"
#include "scanner/net/name_lookup.h"
#include "scanner/net/redirect.h"
#include "scanner/net/retry_after.h"
#include "scanner/net/sigpipe.h"

namespace veedor::net {
namespace {

using facts::Outcome;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLookupPoll = 50ms;

Time wall_clock() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

// What can be known of a host's address before it is resolved: all that is left to judge where a proxy
// resolves it.
AddressClass class_by_name(const url::Url& url) {
  const bool literal = url.host_kind() == url::HostKind::ipv4 || url.host_kind() == url::HostKind::ipv6;
  if (literal) return classify(url.host());
  const bool local = url.host() == "localhost" || url.host().ends_with(".localhost");  // RFC 6761 §6.3
  return local ? AddressClass::loopback : AddressClass::global;
}

}  // namespace

class Client::Impl {
 public:
  Impl(std::unique_ptr<Session> session, RedirectPolicy policy)
      : session_(std::move(session)),
        policy_(std::move(policy)),
        limiter_(session_->options.rate, session_->options.connections_per_host),
        multi_(curl_multi_init()) {
    if (!multi_) return;
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS,
                      std::max(1L, long{session_->options.total_connections}));
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    const SigpipeBlocked quiet;  // closing says goodbye to TLS servers
    for (auto& [handle, exchange] : running_) curl_multi_remove_handle(multi_.get(), handle);
    multi_.reset();
  }

  bool usable() const { return multi_ != nullptr; }
  void start(Request request);
  std::vector<Finished> run(std::chrono::milliseconds wait);
  std::size_t pending() const {
    return limiter_.waiting() + running_.size() + unresolved_.size() + finished_.size();
  }
  void wake() {
    woken_.store(true);
    curl_multi_wakeup(multi_.get());
  }
  HostLimiter& limiter() { return limiter_; }
  long long requests() const { return requests_; }
  long long bytes() const { return bytes_; }

 private:
  struct Unresolved {
    std::unique_ptr<Transfer> transfer;
    Instant give_up;
  };

  void launch_due(Instant now);
  void launch(std::unique_ptr<Transfer> transfer, Instant now);
  void collect();
  void settle(std::unique_ptr<Transfer> transfer, const Ending& ending);
  bool retry(std::unique_ptr<Transfer>& transfer, Outcome outcome, const Ending& ending, Instant now);
  void follow(std::unique_ptr<Transfer> transfer);
  void ask_dns(std::unique_ptr<Transfer> transfer, Instant now);
  void settle_unresolved(Instant now);
  void finish(std::unique_ptr<Transfer> transfer, Outcome outcome);
  std::chrono::milliseconds pause_until(Instant deadline, Instant now) const;

  std::unique_ptr<Session> session_;  // outlives every handle
  RedirectPolicy policy_;
  HostLimiter limiter_;
  MultiHandle multi_;
  std::unordered_map<CURL*, std::unique_ptr<Exchange>> running_;
  std::vector<std::unique_ptr<Exchange>> idle_;
  std::vector<Unresolved> unresolved_;
  std::map<std::string, NameLookup, std::less<>> lookups_;
  std::vector<Finished> finished_;
  std::atomic<bool> woken_ = false;
  long long requests_ = 0;
  long long bytes_ = 0;
};

void Client::Impl::start(Request request) {
  assert(request.url.http_or_https());
  auto transfer = std::make_unique<Transfer>();
  transfer->url = request.url;
  transfer->response.requested = request.url;
  transfer->request = std::move(request);
  limiter_.push(std::move(transfer), HostLimiter::Place::back);
}

std::vector<Finished> Client::Impl::run(std::chrono::milliseconds wait) {
  const SigpipeBlocked quiet;
  const Instant deadline = Clock::now() + wait;
  while (true) {
    Instant now = Clock::now();
    launch_due(now);
    int active = 0;
    curl_multi_perform(multi_.get(), &active);
    collect();
    settle_unresolved(now);
    if (!finished_.empty() || woken_.exchange(false)) break;
    now = Clock::now();
    if (now >= deadline) break;
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(pause_until(deadline, now).count()), nullptr);
  }
  return std::exchange(finished_, {});
}

// libcurl wakes for its own timers and sockets; this is the earliest moment when something of ours is due.
std::chrono::milliseconds Client::Impl::pause_until(Instant deadline, Instant now) const {
  Instant until = deadline;
  const bool room = static_cast<int>(running_.size()) < session_->options.total_connections;
  if (const auto due = limiter_.next_due(); due && room) until = std::min(until, *due);
  if (!unresolved_.empty()) until = std::min(until, now + kLookupPoll);
  return std::clamp(std::chrono::ceil<std::chrono::milliseconds>(until - now), 0ms, 60'000ms);
}

void Client::Impl::launch_due(Instant now) {
  while (static_cast<int>(running_.size()) < std::max(1, session_->options.total_connections)) {
    std::unique_ptr<Transfer> transfer = limiter_.take(now);
    if (!transfer) return;
    launch(std::move(transfer), now);
  }
}

void Client::Impl::launch(std::unique_ptr<Transfer> transfer, Instant now) {
  const std::string host = transfer->host();
  transfer->started = now;
  if (!session_->options.proxy.empty() && !session_->guard.allows(host, class_by_name(transfer->url))) {
    limiter_.ended(host);
    return finish(std::move(transfer), Outcome::address_blocked);
  }
  std::unique_ptr<Exchange> exchange;
  if (idle_.empty()) {
    exchange = Exchange::create(*session_);
  } else {
    exchange = std::move(idle_.back());
    idle_.pop_back();
  }
  if (!exchange) {
    limiter_.ended(host);
    return finish(std::move(transfer), Outcome::internal_error);
  }
  CURL* handle = exchange->handle();
  if (!exchange->prepare(std::move(transfer)) || curl_multi_add_handle(multi_.get(), handle) != CURLM_OK) {
    Ending ending;
    transfer = exchange->conclude(CURLE_FAILED_INIT, ending);
    limiter_.ended(host);
    return finish(std::move(transfer), Outcome::internal_error);
  }
  ++requests_;
  running_.emplace(handle, std::move(exchange));
}

void Client::Impl::collect() {
  int left = 0;
  while (CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* handle = message->easy_handle;
    const CURLcode code = message->data.result;  // `message` is gone with the handle
    const auto found = running_.find(handle);
    assert(found != running_.end());
    std::unique_ptr<Exchange> exchange = std::move(found->second);
    running_.erase(found);
    Ending ending;
    std::unique_ptr<Transfer> transfer = exchange->conclude(code, ending);
    bytes_ += exchange->bytes();
    curl_multi_remove_handle(multi_.get(), handle);
    idle_.push_back(std::move(exchange));
    limiter_.ended(transfer->url.host());
    settle(std::move(transfer), ending);
  }
}

void Client::Impl::settle(std::unique_ptr<Transfer> transfer, const Ending& ending) {
  const Instant now = Clock::now();
  const Outcome outcome = outcome_of(ending);
  if (outcome == Outcome::unknown_host) return ask_dns(std::move(transfer), now);
  if (retry(transfer, outcome, ending, now)) return;
  if (outcome == Outcome::read) limiter_.answered_well(transfer->url.host());
  if (outcome == Outcome::read && is_redirect(ending.status)) return follow(std::move(transfer));
  finish(std::move(transfer), outcome);
}

// Puts the transfer back into its queue where another attempt may help. 429 and 503 slow the host in any
// case.
bool Client::Impl::retry(std::unique_ptr<Transfer>& transfer, Outcome outcome, const Ending& ending,
                         Instant now) {
  const Options& options = session_->options;
  facts::Response& response = transfer->response;
  int most = 1;
  if (outcome == Outcome::rate_limited) {
    limiter_.slow_down(transfer->url.host(), now, transfer->started,
                       retry_pause(response.headers.find("retry-after"), wall_clock(), response.attempts,
                                   options.max_retry_after));
    most = options.max_attempts;
  } else if (outcome == Outcome::connection_lost || outcome == Outcome::timed_out) {
    most = std::min(2, options.max_attempts);
  } else if (ending.code == CURLE_HTTP2) {
    most = transfer->avoid_http2 ? 1 : options.max_attempts;
  }
  if (response.attempts >= most) return false;
  transfer->avoid_http2 = ending.code == CURLE_HTTP2 || ending.code == CURLE_HTTP2_STREAM;
  ++response.attempts;
  limiter_.push(std::move(transfer), HostLimiter::Place::front);
  return true;
}

void Client::Impl::follow(std::unique_ptr<Transfer> transfer) {
  NextHop next = next_hop(*transfer, session_->options.max_redirects, policy_);
  facts::Response& response = transfer->response;
  if (!next.target) {
    response.detail = std::move(next.detail);
    return finish(std::move(transfer), next.outcome);
  }
  response.redirects.push_back(
      {std::move(transfer->url), response.status, std::move(response.headers), std::move(response.address)});
  transfer->url = std::move(*next.target);
  transfer->avoid_http2 = false;
  limiter_.push(std::move(transfer), HostLimiter::Place::front);
}

void Client::Impl::ask_dns(std::unique_ptr<Transfer> transfer, Instant now) {
  std::string host = transfer->host();
  if (!lookups_.contains(host)) lookups_.try_emplace(host, host);
  unresolved_.push_back({std::move(transfer), now + session_->options.connect_timeout});
}

void Client::Impl::settle_unresolved(Instant now) {
  for (Unresolved& waiting : unresolved_) {
    const std::optional<Outcome> answer = lookups_.at(waiting.transfer->host()).outcome();
    if (!answer && now < waiting.give_up) continue;
    // An address this time: DNS failed only for a moment, and the whole answer is not worth another round.
    const Outcome outcome = answer == Outcome::unknown_host ? Outcome::unknown_host : Outcome::dns_failed;
    finish(std::move(waiting.transfer), outcome);
  }
  std::erase_if(unresolved_, [](const Unresolved& waiting) { return !waiting.transfer; });
}

void Client::Impl::finish(std::unique_ptr<Transfer> transfer, Outcome outcome) {
  facts::Response& response = transfer->response;
  response.outcome = outcome;
  response.final_url = std::move(transfer->url);
  finished_.push_back({transfer->request.id, std::move(response)});
}

Client::Client(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

Result<Client> Client::create(Options options, AddressGuard guard, RedirectPolicy policy) {
  Result<std::unique_ptr<Session>> session = Session::create(std::move(options), std::move(guard));
  if (!session) return session.error();
  auto impl = std::make_unique<Impl>(std::move(*session), std::move(policy));
  if (!impl->usable()) return Error{"libcurl could not be prepared"};
  return Client(std::move(impl));
}

void Client::start(Request request) { impl_->start(std::move(request)); }
std::vector<Finished> Client::run(std::chrono::milliseconds wait) { return impl_->run(wait); }
std::size_t Client::pending() const { return impl_->pending(); }
void Client::wake() const { impl_->wake(); }
void Client::set_delay(std::string_view host, std::chrono::milliseconds delay) {
  impl_->limiter().set_delay(host, delay);
}
long long Client::requests() const { return impl_->requests(); }
long long Client::bytes() const { return impl_->bytes(); }

}  // namespace veedor::net
