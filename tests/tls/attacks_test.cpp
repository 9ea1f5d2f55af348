// Each attack against a server that is vulnerable to it, one that is not, and one that leaves it open.
#include "scanner/tls/attacks/attacks.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "scanner/tls/wire/protocol.h"
#include "tests/tls/vulnerable_servers.h"

namespace veedor::tls {
namespace {

using facts::Exposed;
using facts::Exposure;
using std::chrono::milliseconds;
using Stop = std::atomic<bool>;

const test::RsaIdentity& identity() {
  static const test::RsaIdentity rsa;
  return rsa;
}

// What `attack` finds on a server with that script.
template <class Attack>
Exposed attack_on(test::Server::Talk talk, Attack attack) {
  identity();  // its key is made before any clock runs
  test::Server server(std::move(talk));
  Loop loop({.in_flight = 8, .per_second = 0, .at_most = 100}, Clock::now() + std::chrono::seconds(60));
  Exposed exposed;
  loop.run([&] {
    Asker asker(loop, resolve("127.0.0.1", server.port()).addresses.front(), "localhost", milliseconds(3000));
    exposed = attack(asker, asker.hello(facts::TlsVersion::tls1_2));
  });
  return exposed;
}

test::Server::Talk after_flight(std::function<void(int)> then, bool heartbeat = false) {
  return [then = std::move(then), heartbeat](int descriptor, const Stop&) {
    test::receive(descriptor);
    test::send(descriptor, test::rsa_flight(identity().certificate(), {}, heartbeat));
    then(descriptor);
    test::receive(descriptor);
  };
}

Exposed heartbleed(Asker& asker, const ClientHello& hello) { return try_heartbleed(asker, hello); }

TEST(Heartbleed, MoreThanWasSentComesBack) {
  const auto leaking = after_flight(
      [](int descriptor) {
        const std::vector<std::uint8_t> request = test::receive(descriptor);
        ASSERT_EQ(request.size(), 8U) << "one record with a length and no payload";
        std::vector<std::uint8_t> leak = {24, 3, 3, 0x40, 0};
        leak.resize(5 + 0x4000, 'x');
        test::send(descriptor, leak);
      },
      true);
  const Exposed exposed = attack_on(leaking, heartbleed);
  EXPECT_EQ(exposed.exposure, Exposure::vulnerable);
  EXPECT_NE(exposed.detail.find("16384"), std::string::npos);
}

TEST(Heartbleed, SilenceAndAlertsAreSafe) {
  EXPECT_EQ(
      attack_on(after_flight([](int descriptor) { test::receive(descriptor); }, true), heartbleed).exposure,
      Exposure::safe);
  const auto alerting = after_flight(
      [](int descriptor) {
        test::receive(descriptor);
        test::send(descriptor, test::alert_record(10));
      },
      true);
  EXPECT_EQ(attack_on(alerting, heartbleed).exposure, Exposure::safe);
}

TEST(Heartbleed, WithoutAHandshakeItIsOpen) {
  const auto closing = [](int descriptor, const Stop&) { test::receive(descriptor); };
  EXPECT_EQ(attack_on(closing, heartbleed).exposure, Exposure::inconclusive);
}

Exposed ccs(Asker& asker, const ClientHello& hello) { return try_ccs_injection(asker, hello); }

TEST(CcsInjection, TheSecondRecordIsDecrypted) {
  for (int alert : {20, 21}) {
    const auto vulnerable = after_flight([alert](int descriptor) {
      test::receive(descriptor);
      test::receive(descriptor);
      test::send(descriptor, test::alert_record(static_cast<std::uint8_t>(alert)));
    });
    EXPECT_EQ(attack_on(vulnerable, ccs).exposure, Exposure::vulnerable);
  }
}

TEST(CcsInjection, AnAlertToTheFirstIsSafe) {
  const auto safe = after_flight([](int descriptor) {
    test::receive(descriptor);
    test::send(descriptor, test::alert_record(10));
  });
  EXPECT_EQ(attack_on(safe, ccs).exposure, Exposure::safe);
  const auto closing = after_flight([](int descriptor) { test::receive(descriptor); });
  EXPECT_EQ(attack_on(closing, ccs).exposure, Exposure::safe);
}

TEST(CcsInjection, AnotherAlertToTheSecondIsSafe) {
  const auto late = after_flight([](int descriptor) {
    test::receive(descriptor);
    test::receive(descriptor);
    test::send(descriptor, test::alert_record(10));
  });
  EXPECT_EQ(attack_on(late, ccs).exposure, Exposure::safe);
}

Exposed ticketbleed(Asker& asker, const ClientHello& hello) {
  return try_ticketbleed(asker, hello, Bytes(64, 9));
}

test::Server::Talk answering_with_session(std::vector<std::uint8_t> session) {
  return [session = std::move(session)](int descriptor, const Stop&) {
    test::receive(descriptor);
    test::send(descriptor, test::rsa_flight(identity().certificate(), session));
    test::receive(descriptor);
  };
}

TEST(Ticketbleed, MemoryBehindTheIdentifierComesBack) {
  std::vector<std::uint8_t> session(32, 0xAB);
  session.front() = 0x5A;
  EXPECT_EQ(attack_on(answering_with_session(session), ticketbleed).exposure, Exposure::vulnerable);
}

TEST(Ticketbleed, TheIdentifierItselfOrNoneIsSafe) {
  EXPECT_EQ(attack_on(answering_with_session({0x5A}), ticketbleed).exposure, Exposure::safe);
  EXPECT_EQ(attack_on(answering_with_session({}), ticketbleed).exposure, Exposure::safe);
  EXPECT_EQ(attack_on(answering_with_session(std::vector<std::uint8_t>(32, 1)), ticketbleed).exposure,
            Exposure::safe);
}

TEST(Ticketbleed, ZerosAreOpen) {
  std::vector<std::uint8_t> session(32, 0);
  session.front() = 0x5A;
  EXPECT_EQ(attack_on(answering_with_session(session), ticketbleed).exposure, Exposure::inconclusive);
}

Exposed robot(Asker& asker, const ClientHello& hello) {
  return try_robot(asker, hello, identity().certificate());
}

bool is_padded(const std::vector<std::uint8_t>& block) {
  return block.size() > 2 && block[0] == 0 && block[1] == 2 &&
         std::find(block.begin() + 2, block.begin() + 10, 0) == block.begin() + 10;
}

TEST(Robot, AnotherAlertForAWrongPaddingIsAnOracle) {
  const auto oracle = after_flight([](int descriptor) {
    const auto block = identity().decrypt(test::encrypted_secret(test::receive(descriptor)));
    test::send(descriptor, test::alert_record(is_padded(block) ? 20 : 47));
  });
  const Exposed exposed = attack_on(oracle, robot);
  EXPECT_EQ(exposed.exposure, Exposure::vulnerable);
  EXPECT_NE(exposed.detail.find("alert 20"), std::string::npos) << exposed.detail;
  EXPECT_NE(exposed.detail.find("alert 47"), std::string::npos) << exposed.detail;
}

TEST(Robot, SilenceForARightPaddingIsAnOracle) {
  const auto oracle = after_flight([](int descriptor) {
    const auto block = identity().decrypt(test::encrypted_secret(test::receive(descriptor)));
    if (is_padded(block)) {
      test::receive(descriptor);
    } else {
      test::send(descriptor, test::alert_record(51));
    }
  });
  EXPECT_EQ(attack_on(oracle, robot).exposure, Exposure::vulnerable);
}

TEST(Robot, TheSameForAllIsSafe) {
  const auto careful = after_flight([](int descriptor) {
    EXPECT_EQ(identity().decrypt(test::encrypted_secret(test::receive(descriptor))).size(), 256U);
    test::send(descriptor, test::alert_record(20));
  });
  EXPECT_EQ(attack_on(careful, robot).exposure, Exposure::safe);
}

TEST(Robot, WhatChangesFromTimeToTimeIsOpen) {
  std::atomic<int> seen = 0;
  const auto moody = after_flight([&seen](int descriptor) {
    test::receive(descriptor);
    test::send(descriptor, test::alert_record(static_cast<std::uint8_t>(20 + seen++)));
  });
  EXPECT_EQ(attack_on(moody, robot).exposure, Exposure::inconclusive);
}

TEST(Robot, AKeyThatCannotBeReadIsOpen) {
  const auto server = after_flight([](int) {});
  const auto bad = [](Asker& asker, const ClientHello& hello) {
    return try_robot(asker, hello, Bytes{1, 2, 3});
  };
  EXPECT_EQ(attack_on(server, bad).exposure, Exposure::inconclusive);
}

// A handshake by libssl, after which the record that comes is answered with one of `kinds`, the next for each
// connection.
Exposed poodle_on(std::vector<std::uint8_t> kinds) {
  const Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto pair = demo::Authority::self_signed(
      {.names = {"localhost"}, .not_before = now, .not_after = now + std::chrono::days(1)});
  EXPECT_TRUE(pair);
  std::atomic<std::size_t> seen = 0;
  const auto accept = test::accept_tls({.pair = *pair, .highest = facts::TlsVersion::tls1_2});
  const auto talk = [&](int descriptor, const Stop&) {
    accept(descriptor);
    const std::vector<std::uint8_t> request = test::receive(descriptor);
    EXPECT_TRUE(request.size() > 21 && request.front() == 23 && (request.size() - 5) % 16 == 0);
    const std::uint8_t kind = kinds[std::min<std::size_t>(seen++, kinds.size() - 1)];
    test::send(descriptor, {kind, 3, 3, 0, 4, 1, 2, 3, 4});
    test::receive(descriptor);
  };
  return attack_on(talk, [](Asker& asker, const ClientHello&) { return try_poodle_tls(asker); });
}

TEST(PoodleTls, AWrongPaddingThatIsAnsweredIsVulnerable) {
  EXPECT_EQ(poodle_on({23, 23}).exposure, Exposure::vulnerable);
  EXPECT_EQ(poodle_on({23, 21}).exposure, Exposure::safe);
  EXPECT_EQ(poodle_on({21, 21}).exposure, Exposure::inconclusive);
}

TEST(PoodleTls, WithoutAHandshakeItIsOpen) {
  const auto closing = [](int descriptor, const Stop&) { test::receive(descriptor); };
  EXPECT_EQ(
      attack_on(closing, [](Asker& asker, const ClientHello&) { return try_poodle_tls(asker); }).exposure,
      Exposure::inconclusive);
}

Exposed opossum_on(const std::string& answer) {
  test::Server server([&answer](int descriptor, const Stop&) {
    const std::vector<std::uint8_t> request = test::receive(descriptor);
    EXPECT_NE(std::string(request.begin(), request.end()).find("Upgrade: TLS/1.0"), std::string::npos);
    test::send(descriptor, {answer.begin(), answer.end()});
  });
  Loop loop({.in_flight = 8, .per_second = 0, .at_most = 10}, Clock::now() + std::chrono::seconds(10));
  Exposed exposed;
  loop.run([&] {
    const Address address = resolve("127.0.0.1", server.port()).addresses.front();
    exposed = try_opossum(loop, address, "localhost", milliseconds(2000));
  });
  return exposed;
}

TEST(Opossum, AServerThatSwitchesIsVulnerable) {
  EXPECT_EQ(opossum_on("HTTP/1.1 101 Switching Protocols\r\nUpgrade: TLS/1.0, HTTP/1.1\r\n\r\n").exposure,
            Exposure::vulnerable);
  EXPECT_EQ(opossum_on("HTTP/1.1 200 OK\r\n\r\n").exposure, Exposure::safe);
  EXPECT_EQ(opossum_on("HTTP/1.1 426 Upgrade Required\r\nUpgrade: TLS/1.0\r\n\r\n").exposure, Exposure::safe);
  EXPECT_EQ(opossum_on("").exposure, Exposure::inconclusive);
}

}  // namespace
}  // namespace veedor::tls
