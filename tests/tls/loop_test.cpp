// Fibers, waits and manners of the loop, without a network.
#include "scanner/tls/line/loop.h"

#include <fstream>
#include <new>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

namespace veedor::tls {
namespace {

using namespace std::chrono_literals;

Manners without_rate(int in_flight, int at_most) {
  return {.in_flight = in_flight, .per_second = 0, .at_most = at_most};
}

TEST(Loop, WhatWaitsSideBySideEndsTogether) {
  Loop loop(without_rate(8, 10), Clock::now() + 10s);
  std::string order;
  loop.run([&] {
    loop.all({[&] {
                loop.pause(40ms);
                order += "c";
              },
              [&] {
                order += "a";
                loop.pause(5ms);
                order += "b";
              }});
    order += "d";
  });
  EXPECT_EQ(order, "abcd");
}

TEST(Loop, WhatWasThrownIsThrownWhenAllHaveEnded) {
  Loop loop(without_rate(8, 10), Clock::now() + 10s);
  bool ended = false;
  EXPECT_THROW(loop.run([&] {
    loop.all({[] { throw std::runtime_error("first"); },
              [&] {
                loop.pause(5ms);
                ended = true;
              }});
  }),
               std::runtime_error);
  EXPECT_TRUE(ended);
}

TEST(Loop, NoMoreThanSoManyAtATime) {
  Loop loop(without_rate(2, 100), Clock::now() + 10s);
  int open = 0;
  int most = 0;
  loop.run([&] {
    std::vector<std::function<void()>> tasks;
    for (int i = 0; i < 10; ++i) {
      tasks.emplace_back([&] {
        ASSERT_TRUE(loop.slot());
        most = std::max(most, ++open);
        loop.pause(2ms);
        --open;
        loop.release();
      });
    }
    loop.all(std::move(tasks));
  });
  EXPECT_EQ(most, 2);
  EXPECT_EQ(loop.opened(), 10);
}

TEST(Loop, NoMoreThanSoManyInAllAndSomeAreKeptBack) {
  Loop loop(without_rate(8, 5), Clock::now() + 10s);
  int granted = 0;
  loop.run([&] {
    loop.keep_back(2);
    while (loop.slot()) {
      ++granted;
      loop.release();
    }
    EXPECT_EQ(granted, 3);
    loop.keep_back(0);
    while (loop.slot()) {
      ++granted;
      loop.release();
    }
  });
  EXPECT_EQ(granted, 5);
}

TEST(Loop, NoMoreThanSoManyASecond) {
  Loop loop({.in_flight = 8, .per_second = 20, .at_most = 100}, Clock::now() + 10s);
  const auto start = Clock::now();
  loop.run([&] {
    for (int i = 0; i < 26; ++i) {
      ASSERT_TRUE(loop.slot());
      loop.release();
    }
  });
  EXPECT_GE(Clock::now() - start, 280ms) << "20 at once, then one in 50 ms";
}

TEST(Loop, NothingBeginsAfterItsEnd) {
  Loop loop(without_rate(8, 10), Clock::now() + 20ms);
  loop.run([&] {
    EXPECT_TRUE(loop.slot());
    EXPECT_FALSE(loop.ready(-1, 0, Clock::now() + 60s)) << "the end cuts every wait short";
    EXPECT_FALSE(loop.slot());
  });
}

// Leaves room for that much more memory while it lives.
class MemoryLimit {
 public:
  explicit MemoryLimit(std::size_t room) {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    getrlimit(RLIMIT_AS, &before_);
    const rlimit now{pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + room, before_.rlim_max};
    setrlimit(RLIMIT_AS, &now);
  }
  MemoryLimit(const MemoryLimit&) = delete;
  MemoryLimit& operator=(const MemoryLimit&) = delete;
  ~MemoryLimit() { setrlimit(RLIMIT_AS, &before_); }

 private:
  rlimit before_{};
};

TEST(Loop, GoesOnWhereNotAllCanBeBegunForWantOfMemory) {
  Loop loop(without_rate(8, 10), Clock::now() + 10s);
  int begun = 0;
  bool thrown = false;
  loop.run([&] {
    std::vector<std::function<void()>> functions(16, [&] { ++begun; });
    try {
      const MemoryLimit limit(4U << 20);  // some of the stacks
      loop.all(std::move(functions));
    } catch (const std::bad_alloc&) {
      thrown = true;
    }
    loop.pause(5ms);
    loop.all({[&] { begun += 100; }});
  });
  if (!thrown) GTEST_SKIP() << "the system keeps no limit of memory";
  EXPECT_EQ(begun, 100);
}

TEST(Address, KnowsItsOwnMachine) {
  for (const char* own : {"127.0.0.1", "127.1.2.3", "[::1]"})
    EXPECT_TRUE(resolve(own, 443).addresses.front().is_loopback()) << own;
  for (const char* other : {"192.0.2.1", "[2001:db8::1]", "10.0.0.1"})
    EXPECT_FALSE(resolve(other, 443).addresses.front().is_loopback()) << other;
  EXPECT_EQ(resolve("127.0.0.1", 443).addresses.front().with_port(80).text(), "127.0.0.1");
}

}  // namespace
}  // namespace veedor::tls
