// The one thread in which all the connections of an assessment wait side by side, and the manners they keep:
// so many at a time, so many a second, so many in all.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "scanner/tls/line/fiber.h"
#include "scanner/tls/line/manners.h"
#include "scanner/tls/line/socket.h"

namespace veedor::tls {

class Loop {
 public:
  // Nothing is begun after `end`; what waits then is told so.
  Loop(const Manners& manners, Deadline end);

  // Runs the function, in which the calls below may wait, to its end. What it threw is thrown here.
  void run(std::function<void()> function);

  // Runs the functions side by side, until all have ended. What the first of them threw is thrown then.
  void all(std::vector<std::function<void()>> functions);

  // Waits until one more connection may be opened, which must be given back by release(); false where no more
  // may be opened at all.
  bool slot();
  void release() { --in_flight_; }

  // Waits until one of poll's `events` has come; false when the deadline passed first.
  bool ready(int descriptor, short events, Deadline deadline);
  void pause(std::chrono::milliseconds time) { ready(-1, 0, Clock::now() + time); }

  // From now on, that many of all connections are left for later.
  void keep_back(int connections) { kept_back_ = connections; }

  // A connection failed although others had succeeded: from now on half as many at a time and a second.
  void slow_down();

  Deadline end() const { return end_; }
  int opened() const { return opened_; }

 private:
  enum class Grant : std::uint8_t { yes, later, never };
  struct SlotWait {
    Fiber* fiber;
    bool granted;
  };
  struct ReadyWait {
    Fiber* fiber;
    int descriptor;
    short events;
    Deadline deadline;
    bool in_time;
  };

  Grant may_open();
  void refill();
  void grant_slots();
  void wait_for_events();
  int milliseconds_to_next() const;
  void resume(Fiber& fiber);
  void leave();

  Manners manners_;
  Deadline end_;
  double per_second_;
  double tokens_;
  Deadline filled_at_;
  int in_flight_ = 0;
  int opened_ = 0;
  int kept_back_ = 0;
  Fiber* current_ = nullptr;
  std::deque<Fiber*> runnable_;       // begun by all(), or to go on after it
  std::deque<SlotWait*> slot_waits_;  // they live on the stacks of the fibers that wait
  std::vector<ReadyWait*> ready_waits_;
};

}  // namespace veedor::tls
