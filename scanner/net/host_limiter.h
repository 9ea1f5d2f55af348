// Requests that wait for their turn: first come first served within a host, taking turns between hosts, and
// never faster than the host may be asked. Knows no clock: the caller passes the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "scanner/net/transfer.h"

namespace veedor::net {

class HostLimiter {
 public:
  enum class Place { back, front };  // front: a hop or a retry, so that what was begun is ended first

  HostLimiter(double rate, int connections_per_host);

  void push(std::unique_ptr<Transfer> transfer, Place place);
  // A transfer that may start now, or null. Counts as running until ended().
  std::unique_ptr<Transfer> take(Instant now);
  void ended(std::string_view host);
  // When take() can next succeed; nothing while all waits for ended() or nothing is queued.
  std::optional<Instant> next_due() const;
  std::size_t waiting() const { return waiting_; }

  // The site's own wish; lengthens the rate's spacing only.
  void set_delay(std::string_view host, std::chrono::milliseconds delay);
  // 429 or 503: nothing goes to the host for `pause`, and from then on the spacing is doubled (once for all
  // answers to requests that were under way together), until enough other answers have come.
  void slow_down(std::string_view host, Instant now, Instant request_started,
                 std::chrono::milliseconds pause);
  void answered_well(std::string_view host);

 private:
  struct Host {
    std::deque<std::unique_ptr<Transfer>> queue;
    Instant due{};                       // nothing starts earlier
    std::chrono::nanoseconds delay{};    // asked for by the site
    std::chrono::nanoseconds penalty{};  // while it says 429 or 503
    Instant slowed{};
    int good_answers = 0;  // since the penalty last changed
    int running = 0;
    std::uint64_t turn = 0;  // hosts that are due together are served in this order
    bool listed = false;     // in ready_
  };
  using Entry = std::tuple<Instant, std::uint64_t, Host*>;

  Host& host(std::string_view name);
  std::chrono::nanoseconds spacing(const Host& host) const;
  // Every change of a host happens between these two, which keep ready_ in order.
  void unlist(Host& host);
  void list(Host& host);

  std::chrono::nanoseconds interval_;
  int connections_per_host_;
  std::map<std::string, Host, std::less<>> hosts_;
  std::set<Entry> ready_;  // hosts with something queued and a free connection
  std::uint64_t turns_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace veedor::net
