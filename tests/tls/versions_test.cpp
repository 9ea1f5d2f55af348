// Which answers mean "offered", which "refused", and which leave it open; with scripted servers that behave
// badly.
#include <algorithm>
#include <mutex>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>
#include <sys/socket.h>

#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/probe.h"
#include "tests/tls/servers.h"

namespace veedor::tls {
namespace {

using facts::Outcome;
using facts::Support;
using facts::TlsVersion;
using namespace std::chrono_literals;
using Stop = std::atomic<bool>;

Answer server_hello(std::uint16_t version) {
  ServerHello hello;
  hello.version = version;
  Answer answer{.ending = Ending::answered};
  answer.flight.hello = hello;
  return answer;
}

TEST(JudgeVersion, OnlyAClearNoIsRefused) {
  const struct {
    Answer answer;
    Support expected;
  } cases[] = {
      {server_hello(0x0302), Support::offered},
      {server_hello(0x0301), Support::refused},
      {{Ending::alert, 70, {}}, Support::refused},
      {{Ending::alert, 40, {}}, Support::refused},
      {{Ending::alert, 71, {}}, Support::refused},
      {{Ending::alert, 80, {}}, Support::inconclusive},
      {{Ending::alert, 112, {}}, Support::inconclusive},
      {{Ending::closed, 0, {}}, Support::refused},
      {{Ending::reset, 0, {}}, Support::inconclusive},
      {{Ending::timed_out, 0, {}}, Support::inconclusive},
      {{Ending::malformed, 0, {}}, Support::inconclusive},
      {{Ending::not_connected, 0, {}}, Support::inconclusive},
  };
  for (const auto& c : cases) EXPECT_EQ(judge(c.answer, TlsVersion::tls1_1), c.expected);
}

std::vector<std::uint8_t> ssl3_server_hello() {
  std::vector<std::uint8_t> bytes = {22, 3, 0, 0, 42, 2, 0, 0, 38, 3, 0};
  bytes.insert(bytes.end(), 32, 7);
  bytes.insert(bytes.end(), {0, 0, 5, 0});
  return bytes;
}

// The version that a hello asks for at most, of its legacy field.
int asked(const std::vector<std::uint8_t>& hello) {
  return hello.size() < 11 ? 0 : hello[9] << 8 | hello[10];
}

struct Probed {
  facts::Tls tls;
  std::chrono::steady_clock::duration took{};
  int connections = 0;
};

Probed probe_scripted(test::Server::Talk talk, std::chrono::milliseconds timeout = 300ms) {
  test::Server server(std::move(talk));
  ProbeOptions options;
  options.timeout = timeout;
  options.manners.per_second = 0;
  const auto start = std::chrono::steady_clock::now();
  Probed result;
  result.tls = probe("127.0.0.1", server.port(), options);
  result.took = std::chrono::steady_clock::now() - start;
  result.connections = server.connections();
  return result;
}

void expect_all(const facts::Tls& tls, Support support) {
  EXPECT_EQ(tls.versions.size(), 6U);
  for (const auto& [version, seen] : tls.versions) EXPECT_EQ(seen, support) << static_cast<int>(version);
}

TEST(ScriptedServer, Ssl3OnlyIsTlsFailedWithItsVersion) {
  const Probed result = probe_scripted(
      [](int descriptor, const Stop&) {
        const bool ssl3 = asked(test::receive(descriptor)) == 0x0300;
        test::send(descriptor, ssl3 ? ssl3_server_hello() : std::vector<std::uint8_t>{21, 3, 0, 0, 2, 2, 40});
        test::receive(descriptor);
      },
      2s);
  EXPECT_EQ(result.tls.outcome, Outcome::tls_failed);
  EXPECT_FALSE(result.tls.detail.empty());
  EXPECT_EQ(result.tls.versions.at(TlsVersion::ssl3), Support::offered);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::tls1_0), Support::refused);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::tls1_2), Support::refused);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::tls1_3), Support::refused);
  EXPECT_EQ(result.tls.trust, facts::Trust::not_tested);
}

TEST(ScriptedServer, WarningsBeforeTheHelloAreSkipped) {
  const Probed result = probe_scripted(
      [](int descriptor, const Stop&) {
        test::receive(descriptor);
        test::send(descriptor, {21, 3, 0, 0, 2, 1, 112});  // unrecognized_name
        test::send(descriptor, ssl3_server_hello());
        test::receive(descriptor);
      },
      2s);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::ssl3), Support::offered);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::tls1_2), Support::refused);
}

TEST(ScriptedServer, StallingEndsInTime) {
  const Probed result = probe_scripted([](int, const Stop& stop) {
    while (!stop) std::this_thread::sleep_for(5ms);
  });
  EXPECT_EQ(result.tls.outcome, Outcome::timed_out);
  expect_all(result.tls, Support::inconclusive);
  EXPECT_LT(result.took, 2s);
  EXPECT_EQ(result.connections, 7) << "silence is not asked twice";
}

TEST(ScriptedServer, TricklingEndsInTime) {
  const Probed result = probe_scripted([](int descriptor, const Stop& stop) {
    std::vector<std::uint8_t> bytes = ssl3_server_hello();
    bytes[3] = 0x10;  // a record of 4 KiB, of which a byte comes now and then
    for (std::size_t i = 0; !stop; i = (i + 1) % bytes.size()) {
      test::send(descriptor, {bytes[i]});
      std::this_thread::sleep_for(10ms);
    }
  });
  EXPECT_EQ(result.tls.outcome, Outcome::timed_out);
  expect_all(result.tls, Support::inconclusive);
  EXPECT_LT(result.took, 3s);
}

TEST(ScriptedServer, ClosingIsConnectionLostAndRefusesEveryVersion) {
  const Probed result = probe_scripted([](int descriptor, const Stop&) { test::receive(descriptor); }, 2s);
  EXPECT_EQ(result.tls.outcome, Outcome::connection_lost);
  expect_all(result.tls, Support::refused);
  EXPECT_LT(result.took, 2s);
}

TEST(ScriptedServer, ResettingLeavesVersionsOpen) {
  const Probed result = probe_scripted(
      [](int descriptor, const Stop&) {
        test::receive(descriptor);
        const linger now{1, 0};
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
      },
      2s);
  EXPECT_EQ(result.tls.outcome, Outcome::connection_lost);
  expect_all(result.tls, Support::inconclusive);
  EXPECT_LE(result.connections, 16) << "after some failures in a row it gives up";
}

TEST(ScriptedServer, PlainHttpIsTlsFailed) {
  const Probed result = probe_scripted(
      [](int descriptor, const Stop&) {
        test::receive(descriptor);
        const std::string_view text = "HTTP/1.1 400 Bad Request\r\n\r\n";
        test::send(descriptor, {text.begin(), text.end()});
      },
      2s);
  EXPECT_EQ(result.tls.outcome, Outcome::tls_failed);
  expect_all(result.tls, Support::inconclusive);
  EXPECT_FALSE(result.tls.tested());
}

TEST(ScriptedServer, AFloodEnds) {
  const Probed result = probe_scripted(
      [](int descriptor, const Stop& stop) {
        std::vector<std::uint8_t> flood;
        for (int i = 0; i < 4096; ++i) flood.insert(flood.end(), {21, 3, 1, 0, 2, 1, 90});
        for (int i = 0; i < 100 && !stop; ++i) test::send(descriptor, flood);
      },
      2s);
  EXPECT_NE(result.tls.outcome, Outcome::read);
  expect_all(result.tls, Support::inconclusive);
  EXPECT_LT(result.took, 10s);
}

TEST(ScriptedServer, ARefusedKeyShareIsAskedAgainWithOne) {
  const Probed result = probe_scripted(
      [](int descriptor, const Stop&) {
        const std::vector<std::uint8_t> hello = test::receive(descriptor);
        static constexpr std::uint8_t kEmptyShare[] = {0, 51, 0, 2, 0, 0};
        static constexpr std::uint8_t kOnlyTls13[] = {0, 43, 0, 3, 2, 3, 4};
        const auto has = [&](const auto& part) {
          return std::search(hello.begin(), hello.end(), std::begin(part), std::end(part)) != hello.end();
        };
        if (!has(kOnlyTls13) || has(kEmptyShare)) return test::send(descriptor, {21, 3, 3, 0, 2, 2, 40});
        std::vector<std::uint8_t> answer = {22, 3, 3, 0, 50, 2, 0, 0, 46, 3, 3};
        answer.insert(answer.end(), 32, 7);
        answer.insert(answer.end(), {0, 0x13, 1, 0, 0, 6, 0, 43, 0, 2, 3, 4});
        test::send(descriptor, answer);
      },
      2s);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::tls1_3), Support::offered);
  EXPECT_EQ(result.tls.versions.at(TlsVersion::tls1_2), Support::refused);
}

TEST(ScriptedServer, InternalErrorTwiceIsARefusal) {
  const auto always = [](int descriptor, const Stop&) {
    test::receive(descriptor);
    test::send(descriptor, {21, 3, 1, 0, 2, 2, 80});
  };
  const Probed twice = probe_scripted(always, 2s);
  expect_all(twice.tls, Support::refused);
  EXPECT_EQ(twice.connections, 1 + 1 + 4 * 2 + 3)
      << "a handshake, SSL 2.0, the old ones twice, TLS 1.3 in each form";
}

TEST(ScriptedServer, InternalErrorOnceIsNoAnswer) {
  std::mutex mutex;
  std::set<int> seen;
  const auto once = [&](int descriptor, const Stop&) {
    const int version = asked(test::receive(descriptor));
    const std::lock_guard lock(mutex);
    if (seen.insert(version).second) return test::send(descriptor, {21, 3, 1, 0, 2, 2, 80});
    const linger now{1, 0};
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  };
  expect_all(probe_scripted(once, 2s).tls, Support::inconclusive);
}

TEST(Connecting, HasNamedOutcomes) {
  ProbeOptions options;
  options.timeout = 2s;
  EXPECT_EQ(probe("127.0.0.1", test::closed_port(), options).outcome, Outcome::refused);
  EXPECT_EQ(probe("", 443, options).outcome, Outcome::unknown_host);
  EXPECT_EQ(probe(std::string_view("a\0b", 3), 443, options).outcome, Outcome::unknown_host);
  const facts::Tls unknown = probe("no-such-host.invalid", 443, options);
  EXPECT_TRUE(unknown.outcome == Outcome::unknown_host || unknown.outcome == Outcome::dns_failed);
  EXPECT_FALSE(unknown.detail.empty());
}

TEST(Connecting, TheGuardIsAskedBeforeAnyPacket) {
  test::Server server([](int, const Stop&) {});
  ProbeOptions options;
  options.timeout = 2s;
  options.may_connect = [](const sockaddr& address) { return address.sa_family != AF_INET; };
  const facts::Tls tls = probe("127.0.0.1", server.port(), options);
  EXPECT_EQ(tls.outcome, Outcome::address_blocked);
  EXPECT_EQ(tls.address, "127.0.0.1");
  EXPECT_EQ(server.connections(), 0);
}

TEST(Connecting, AGuardThatThrowsIsAnOutcome) {
  ProbeOptions options;
  options.may_connect = [](const sockaddr&) -> bool { throw std::runtime_error("out of order"); };
  EXPECT_EQ(probe("127.0.0.1", 1, options).outcome, Outcome::internal_error);
}

}  // namespace
}  // namespace veedor::tls
