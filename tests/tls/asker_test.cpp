// Servers that break off, and how each of that is told.
#include "scanner/tls/enumerate/asker.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include "scanner/tls/attacks/conversation.h"
#include "tests/tls/servers.h"
#include "tests/tls/vectors.h"

namespace veedor::tls {
namespace {

using namespace std::chrono_literals;
using Stop = std::atomic<bool>;

// What becomes of one hello to a server that sends these bytes and closes.
Ending ending_of(const std::vector<Bytes>& answers, std::vector<Ending>& endings) {
  std::atomic<std::size_t> next = 0;
  test::Server server([&](int descriptor, const Stop&) {
    test::receive(descriptor);
    test::send(descriptor, answers[next++ % answers.size()]);
  });
  Loop loop({.in_flight = 1, .per_second = 0, .at_most = 100'000}, Clock::now() + 120s);
  loop.run([&] {
    Asker asker(loop, resolve("127.0.0.1", server.port()).addresses.front(), "localhost", 2000ms);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      endings.push_back(asker.ask_once(write(asker.hello(facts::TlsVersion::tls1_2))).ending);
      // Six failures in a row would end the questions.
      if (asker.given_up()) break;
    }
  });
  return endings.empty() ? Ending::not_asked : endings.back();
}

TEST(Asker, AServerThatClosesAtAnyByteHasANamedEnding) {
  const Bytes whole = test::recorded("nginx_tls1_0_refused");
  const Bytes flight = test::recorded("nginx_anonymous");
  for (const Bytes& bytes : {whole, flight}) {
    for (std::size_t length = 0; length <= bytes.size(); ++length) {
      std::vector<Ending> endings;
      const Ending ending =
          ending_of({Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length))}, endings);
      EXPECT_TRUE(ending == Ending::closed || ending == Ending::malformed || ending == Ending::alert ||
                  ending == Ending::answered || ending == Ending::reset)
          << length << " " << static_cast<int>(ending);
      if (length == bytes.size()) {
        EXPECT_TRUE(ending == Ending::alert || ending == Ending::answered);
      }
    }
  }
}

TEST(Asker, RecordsOfAWrongLengthAreMalformedOrCutOff) {
  const Bytes right = test::recorded("nginx_anonymous");
  for (std::size_t at : {3U, 4U, 6U, 7U, 8U}) {
    for (int change : {1, 0x40, 0x80}) {
      Bytes wrong = right;
      wrong[at] = static_cast<std::uint8_t>(wrong[at] ^ change);
      std::vector<Ending> endings;
      const Ending ending = ending_of({wrong}, endings);
      EXPECT_TRUE(ending == Ending::malformed || ending == Ending::closed || ending == Ending::answered ||
                  ending == Ending::reset)
          << at << " " << change << " " << static_cast<int>(ending);
    }
  }
}

TEST(Asker, GivesUpAfterSixFailuresInARow) {
  std::vector<Ending> endings;
  ending_of(std::vector<Bytes>(10, Bytes{'H', 'T', 'T', 'P'}), endings);
  EXPECT_EQ(endings.size(), 6U);
}

// A server that is silent: the end of our time says nothing of it, the end of its own does.
TEST(Asker, TheEndOfOurTimeIsNotTheServers) {
  test::Server server([](int descriptor, const Stop& stop) {
    test::receive(descriptor);
    while (!stop) std::this_thread::sleep_for(5ms);
    test::send(descriptor, {});
  });
  const Address address = resolve("127.0.0.1", server.port()).addresses.front();
  Loop ours({.per_second = 0}, Clock::now() + 200ms);
  ours.run([&] {
    Asker asker(ours, address, "localhost", 10s);
    std::vector<std::function<void()>> tasks;
    for (int i = 0; i < 8; ++i) {
      tasks.emplace_back(
          [&] { EXPECT_EQ(asker.ask(asker.hello(facts::TlsVersion::tls1_2)).ending, Ending::not_asked); });
    }
    ours.all(std::move(tasks));
    EXPECT_FALSE(asker.given_up()) << "the server has not failed";
  });
  Loop long_enough({.per_second = 0}, Clock::now() + 60s);
  long_enough.run([&] {
    Asker asker(long_enough, address, "localhost", 100ms);
    EXPECT_EQ(asker.ask(asker.hello(facts::TlsVersion::tls1_2)).ending, Ending::timed_out);
  });
}

TEST(Asker, AConnectionThatBreaksOnceIsTriedAgainInPiecesToo) {
  const Bytes flight = test::recorded("nginx_anonymous");
  std::atomic<int> count = 0;
  test::Server server([&](int descriptor, const Stop&) {
    const bool breaks = ++count == 2;
    test::receive(descriptor);
    if (breaks) {  // closed with bytes unread: a reset
      const linger at_once{1, 0};
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
      return;
    }
    if (count > 2) test::receive(descriptor);  // the second piece
    test::send(descriptor, flight);
  });
  Loop loop({.per_second = 0}, Clock::now() + 60s);
  loop.run([&] {
    Asker asker(loop, resolve("127.0.0.1", server.port()).addresses.front(), "localhost", 5s);
    const ClientHello hello = asker.hello(facts::TlsVersion::tls1_2);
    EXPECT_EQ(asker.ask(hello).ending, Ending::answered);
    EXPECT_EQ(asker.ask_in_pieces(hello).ending, Ending::answered);
  });
  EXPECT_EQ(count, 3);
}

TEST(Asker, WhoHasGivenUpAsksNothingMore) {
  std::atomic<int> count = 0;
  test::Server server([&](int descriptor, const Stop&) {
    ++count;
    test::receive(descriptor);
    test::send(descriptor, {'H', 'T', 'T', 'P'});
  });
  Loop loop({.per_second = 0}, Clock::now() + 60s);
  loop.run([&] {
    Asker asker(loop, resolve("127.0.0.1", server.port()).addresses.front(), "localhost", 2s);
    const ClientHello hello = asker.hello(facts::TlsVersion::tls1_2);
    while (!asker.given_up()) asker.ask_once(write(hello));
    const int before = loop.opened();
    EXPECT_EQ(asker.ask_ssl2().ending, Ending::not_asked);
    EXPECT_EQ(Conversation(asker).begin(hello), Ending::not_asked);
    EXPECT_EQ(loop.opened(), before);
  });
}

}  // namespace
}  // namespace veedor::tls
