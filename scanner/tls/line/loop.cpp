#include "scanner/tls/line/loop.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <functional>
#include <new>
#include <utility>

#include <poll.h>

namespace veedor::tls {

namespace {

constexpr double kUsualRate = 20;

}  // namespace

Loop::Loop(const Manners& manners, Deadline end)
    : manners_(manners),
      end_(end),
      per_second_(manners.per_second.value_or(kUsualRate)),
      tokens_(std::max(1.0, per_second_)),
      filled_at_(Clock::now()) {}

void Loop::refill() {
  const Deadline now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - filled_at_).count();
  tokens_ = std::min(std::max(1.0, per_second_), tokens_ + seconds * per_second_);
  filled_at_ = now;
}

Loop::Grant Loop::may_open() {
  if (opened_ + kept_back_ >= manners_.at_most || Clock::now() >= end_) return Grant::never;
  if (in_flight_ >= manners_.in_flight) return Grant::later;
  if (per_second_ > 0) {
    refill();
    if (tokens_ < 1) return Grant::later;
    tokens_ -= 1;
  }
  ++in_flight_;
  ++opened_;
  return Grant::yes;
}

void Loop::slow_down() {
  manners_.in_flight = std::max(1, manners_.in_flight / 2);
  if (per_second_ > 0) per_second_ = std::max(1.0, per_second_ / 2);
}

bool Loop::slot() {
  assert(current_ != nullptr);
  if (slot_waits_.empty()) {  // nobody came before
    const Grant grant = may_open();
    if (grant != Grant::later) return grant == Grant::yes;
  }
  SlotWait wait{current_, false};
  slot_waits_.push_back(&wait);
  leave();
  return wait.granted;
}

bool Loop::ready(int descriptor, short events, Deadline deadline) {
  assert(current_ != nullptr);
  ReadyWait wait{current_, descriptor, events, std::min(deadline, end_), false};
  ready_waits_.push_back(&wait);
  leave();
  return wait.in_time;
}

void Loop::all(std::vector<std::function<void()>> functions) {
  Fiber* const waiting = current_;
  std::size_t running = functions.size();
  if (running == 0) return;
  std::vector<std::unique_ptr<Fiber>> fibers;
  for (std::function<void()>& function : functions) {
    fibers.push_back(std::make_unique<Fiber>([this, waiting, &running, &function] {
      // Whatever happens, who waits for all is told of the end.
      const auto ended = [&] {
        if (--running == 0) runnable_.push_back(waiting);
      };
      try {
        function();
      } catch (...) {
        ended();
        throw;
      }
      ended();
    }));
  }
  // Not before all are there: for want of memory the one that fails would leave pointers to the others.
  for (const auto& fiber : fibers) runnable_.push_back(fiber.get());
  leave();
  for (const auto& fiber : fibers) {
    if (fiber->error()) std::rethrow_exception(fiber->error());
  }
}

void Loop::resume(Fiber& fiber) {
  current_ = &fiber;
  fiber.resume();
  current_ = nullptr;
}

void Loop::leave() { current_->leave(); }

void Loop::grant_slots() {
  while (!slot_waits_.empty()) {
    const Grant grant = may_open();
    if (grant == Grant::later) return;
    SlotWait* wait = slot_waits_.front();
    slot_waits_.pop_front();
    wait->granted = grant == Grant::yes;
    runnable_.push_back(wait->fiber);
  }
}

int Loop::milliseconds_to_next() const {
  Deadline next = end_;
  for (const ReadyWait* wait : ready_waits_) next = std::min(next, wait->deadline);
  if (!slot_waits_.empty() && in_flight_ < manners_.in_flight && per_second_ > 0) {
    const std::chrono::duration<double> refilled(std::max(0.0, 1 - tokens_) / per_second_);
    next = std::min(next, filled_at_ + std::chrono::ceil<Clock::duration>(refilled));
  }
  return milliseconds_until(next);
}

void Loop::wait_for_events() {
  std::vector<pollfd> entries;
  entries.reserve(ready_waits_.size());
  for (const ReadyWait* wait : ready_waits_) entries.push_back({wait->descriptor, wait->events, 0});
  const int ready = poll(entries.data(), entries.size(), milliseconds_to_next());
  if (ready < 0 && errno != EINTR) throw std::bad_alloc();  // ENOMEM: the only way left that poll can fail
  const Deadline now = Clock::now();
  std::vector<ReadyWait*> stay;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    ReadyWait* wait = ready_waits_[i];
    wait->in_time = ready > 0 && entries[i].revents != 0;
    if (wait->in_time || now >= wait->deadline) {
      runnable_.push_back(wait->fiber);
    } else {
      stay.push_back(wait);
    }
  }
  ready_waits_ = std::move(stay);
}

void Loop::run(std::function<void()> function) {
  Fiber main(std::move(function));
  runnable_.push_back(&main);
  while (!main.ended()) {
    while (!runnable_.empty()) {
      Fiber* fiber = runnable_.front();
      runnable_.pop_front();
      resume(*fiber);
    }
    if (main.ended()) break;
    grant_slots();
    if (runnable_.empty()) wait_for_events();
  }
  if (main.error()) std::rethrow_exception(main.error());
}

}  // namespace veedor::tls
