// Spacing, order, fairness and penalties, with a clock that the test turns.
#include "scanner/net/host_limiter.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/net/retry_after.h"
#include "tests/net/fetching.h"

namespace veedor::net {
namespace {

using namespace std::chrono_literals;
using Place = HostLimiter::Place;

std::unique_ptr<Transfer> transfer_to(const std::string& host, std::uint64_t id) {
  auto transfer = std::make_unique<Transfer>();
  transfer->url = testing::parse_url("http://" + host + "/");
  transfer->request.id = id;
  return transfer;
}

// The ids of what may start at `now`, in order.
std::vector<std::uint64_t> taken(HostLimiter& limiter, Instant now) {
  std::vector<std::uint64_t> ids;
  while (const auto transfer = limiter.take(now)) ids.push_back(transfer->request.id);
  return ids;
}

using Ids = std::vector<std::uint64_t>;
const Instant kStart = Instant{} + 1000s;

TEST(HostLimiter, SpacesTheRequestsToAHost) {
  HostLimiter limiter(2.0, 100);
  for (std::uint64_t id = 1; id <= 3; ++id) limiter.push(transfer_to("a.example", id), Place::back);
  EXPECT_EQ(taken(limiter, kStart), Ids{1});
  EXPECT_EQ(limiter.next_due(), kStart + 500ms);
  EXPECT_EQ(taken(limiter, kStart + 499ms), Ids{});
  EXPECT_EQ(taken(limiter, kStart + 500ms), Ids{2});
  EXPECT_EQ(taken(limiter, kStart + 10s), Ids{3});  // time that went unused is not saved up
  limiter.push(transfer_to("a.example", 4), Place::back);
  EXPECT_EQ(taken(limiter, kStart + 10s + 400ms), Ids{});
  EXPECT_EQ(taken(limiter, kStart + 10s + 500ms), Ids{4});
}

TEST(HostLimiter, HostsDoNotWaitForEachOther) {
  HostLimiter limiter(1.0, 4);
  limiter.push(transfer_to("a.example", 1), Place::back);
  limiter.push(transfer_to("a.example", 2), Place::back);
  limiter.push(transfer_to("b.example", 3), Place::back);
  EXPECT_EQ(taken(limiter, kStart).size(), 2U);
  EXPECT_EQ(limiter.waiting(), 1U);
}

TEST(HostLimiter, WithoutARateHostsTakeTurnsWithinTheirConnections) {
  HostLimiter limiter(0, 2);
  for (std::uint64_t id = 1; id <= 3; ++id) limiter.push(transfer_to("a.example", id), Place::back);
  for (std::uint64_t id = 11; id <= 13; ++id) limiter.push(transfer_to("b.example", id), Place::back);
  const Ids first = taken(limiter, kStart);
  ASSERT_EQ(first.size(), 4U);
  EXPECT_NE(first[0] < 10, first[1] < 10);  // one each
  EXPECT_NE(first[2] < 10, first[3] < 10);
  EXPECT_FALSE(limiter.next_due());
  limiter.ended("b.example");
  EXPECT_EQ(taken(limiter, kStart), Ids{13});
}

TEST(HostLimiter, WhatWasBegunGoesFirst) {
  HostLimiter limiter(0, 1);
  limiter.push(transfer_to("a.example", 1), Place::back);
  limiter.push(transfer_to("a.example", 2), Place::front);
  EXPECT_EQ(taken(limiter, kStart), Ids{2});
}

TEST(HostLimiter, ADelayLengthensTheSpacingOnly) {
  HostLimiter limiter(1.0, 100);
  for (std::uint64_t id = 1; id <= 4; ++id) limiter.push(transfer_to("a.example", id), Place::back);
  limiter.set_delay("a.example", 100ms);
  EXPECT_EQ(taken(limiter, kStart), Ids{1});
  EXPECT_EQ(limiter.next_due(), kStart + 1s);
  limiter.set_delay("a.example", 3s);  // counts from the request before
  EXPECT_EQ(limiter.next_due(), kStart + 3s);
  EXPECT_EQ(taken(limiter, kStart + 3s), Ids{2});
  limiter.set_delay("a.example", std::chrono::hours(1));
  EXPECT_EQ(limiter.next_due(), kStart + 33s);
}

TEST(HostLimiter, TooManyRequestsSlowsTheWholeHostOnce) {
  HostLimiter limiter(1.0, 100);
  for (std::uint64_t id = 1; id <= 40; ++id) limiter.push(transfer_to("a.example", id), Place::back);
  EXPECT_EQ(taken(limiter, kStart), Ids{1});
  limiter.slow_down("a.example", kStart + 100ms, kStart, 5s);
  limiter.slow_down("a.example", kStart + 200ms, kStart, 5s);  // sent before the first answer: counted once
  EXPECT_EQ(limiter.next_due(), kStart + 5200ms);
  Instant now = kStart + 5200ms;
  EXPECT_EQ(taken(limiter, now).size(), 1U);
  EXPECT_EQ(limiter.next_due(), now + 2s);  // twice the spacing
  for (int answer = 0; answer < 20; ++answer) limiter.answered_well("a.example");
  now += 2s;
  EXPECT_EQ(taken(limiter, now).size(), 1U);
  EXPECT_EQ(limiter.next_due(), now + 1s);  // recovered
}

struct RetryCase {
  const char* value;
  std::optional<std::chrono::seconds> expected;
};

TEST(RetryAfter, ReadsSecondsAndTheThreeDates) {
  const Time now{1445412470s};  // 2015-10-21T07:27:50Z
  const RetryCase cases[] = {
      {"0", 0s},
      {"120", 120s},
      {" 7 ", 7s},
      {"Wed, 21 Oct 2015 07:28:00 GMT", 10s},
      {"Wednesday, 21-Oct-15 07:28:00 GMT", 10s},
      {"Wed Oct 21 07:28:00 2015", 10s},
      {"Wed, 21 Oct 2015 07:00:00 GMT", 0s},
      {"99999999999999999999999", std::chrono::hours(24 * 366)},
      {"", std::nullopt},
      {"soon", std::nullopt},
      {"-5x", std::nullopt},
  };
  for (const RetryCase& one : cases) EXPECT_EQ(parse_retry_after(one.value, now), one.expected) << one.value;
}

TEST(RetryAfter, IsCappedAndHasADefaultThatGrows) {
  const Time now{0s};
  EXPECT_EQ(retry_pause("5", now, 1, 60s), 5s);
  EXPECT_EQ(retry_pause("86400", now, 1, 60s), 60s);
  EXPECT_EQ(retry_pause(std::nullopt, now, 1, 60s), 1s);
  EXPECT_EQ(retry_pause(std::nullopt, now, 3, 60s), 4s);
  EXPECT_EQ(retry_pause("garbage", now, 2, 60s), 2s);
  EXPECT_EQ(retry_pause(std::nullopt, now, 1000, 60s), 60s);
}

}  // namespace
}  // namespace veedor::net
