// Result, time, hash, messages and the queue.
#include <thread>

#include <gtest/gtest.h>

#include "scanner/base/hash.h"
#include "scanner/base/message.h"
#include "scanner/base/queue.h"
#include "scanner/base/result.h"
#include "scanner/base/time.h"

namespace veedor {
namespace {

TEST(Result, HoldsAValueOrAnError) {
  Result<int> good = 7;
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(*good, 7);
  Result<int> bad = Error{"the port is closed"};
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().message, "the port is closed");
}

TEST(Time, ReadsWhatItWrites) {
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-23T04:05:06Z", "2024-02-29T23:59:59Z"}) {
    Result<Time> time = parse_iso8601(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(iso8601(*time), text);
  }
  EXPECT_EQ(iso8601(*parse_iso8601("2026-11-23")), "2026-11-23T00:00:00Z");
}

TEST(Time, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "2026", "2026-13-01", "2025-02-29", "2026-11-23T25:00:00Z", "2026-11-23T04:05:06", "x026-11-23"})
    EXPECT_FALSE(parse_iso8601(text)) << text;
}

TEST(Time, CountsDaysInBothDirections) {
  const Time noon = *parse_iso8601("2026-11-23T12:00:00Z");
  EXPECT_EQ(days_between(noon, *parse_iso8601("2026-11-24T12:00:00Z")), 1);
  EXPECT_EQ(days_between(noon, *parse_iso8601("2026-11-24T11:59:59Z")), 0);
  EXPECT_EQ(days_between(noon, *parse_iso8601("2026-11-22T12:00:00Z")), -1);
}

TEST(Hash, IsPublishedAndStable) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cULL);
  EXPECT_EQ(hex(0xabc, 6), "000abc");
}

TEST(Message, FillsNamedPlaceholders) {
  EXPECT_EQ(fill("expires in {days} days", {{"days", "3"}}), "expires in 3 days");
  EXPECT_EQ(fill("{a}{b}{a}", {{"a", "x"}, {"b", "{a}"}}), "x{a}x");
  EXPECT_EQ(fill("a { b } {unknown} {", {}), "a { b } {unknown} {");
  EXPECT_EQ(placeholders("{b} and {a} and {b}"), (std::vector<std::string>{"a", "b"}));
}

TEST(Queue, RefusesWhatItHasNoRoomFor) {
  BoundedQueue<std::string> queue(1);
  std::string first = "first";
  std::string second = "second";
  EXPECT_TRUE(queue.try_push(first));
  EXPECT_FALSE(queue.try_push(second));
  EXPECT_EQ(second, "second");
  EXPECT_EQ(queue.try_pop(), "first");
  EXPECT_EQ(queue.try_pop(), std::nullopt);
}

TEST(Queue, HandsEveryItemOverOnceAndEndsWhenClosed) {
  BoundedQueue<int> queue(4);
  int sum = 0;
  std::jthread reader([&] {
    while (std::optional<int> item = queue.pop()) sum += *item;
  });
  for (int i = 1; i <= 1000; ++i) {
    int item = i;
    while (!queue.try_push(item)) std::this_thread::yield();
  }
  queue.close();
  reader.join();
  EXPECT_EQ(sum, 500'500);
}

}  // namespace
}  // namespace veedor
