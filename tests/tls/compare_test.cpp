// What is said of another address of the same name, and of an address that was not asked any more.
#include <gtest/gtest.h>

#include "scanner/tls/assessment.h"
#include "tests/tls/servers.h"

namespace veedor::tls {
namespace {

using namespace std::chrono_literals;
using facts::Outcome;
using facts::Support;
using facts::TlsVersion;
using Differences = std::vector<std::string>;

constexpr Time kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// An address with TLS 1.2 and 1.3, after a first one of which `first` is known.
facts::AddressFacts compared_with(const std::map<TlsVersion, Support>& first, int connections) {
  const Result<demo::KeyPair> pair = demo::Authority::self_signed(
      {.names = {"localhost"}, .not_before = kNow, .not_after = kNow + std::chrono::days(80), .rsa_bits = 0});
  EXPECT_TRUE(pair);
  test::Server server(test::serve_tls({*pair}));
  Loop loop({.per_second = 0, .at_most = connections}, Clock::now() + 60s);
  const Target target{resolve("127.0.0.1", server.port()).addresses.front(), "localhost", "localhost"};
  facts::Tls tls;
  tls.versions = first;
  facts::AddressFacts other;
  const ProbeOptions options{.now = kNow};
  static const TrustStore trust("");
  loop.run([&] { compare(loop, target, options, trust, tls, other); });
  return other;
}

TEST(Compare, OnlyVersionsThatAreClearAtBothAddressesDiffer) {
  const struct {
    Support old;
    Support newest;
    Differences expected;
  } cases[] = {
      {Support::refused, Support::offered, {}},
      {Support::inconclusive, Support::offered, {}},
      {Support::refused, Support::not_tested, {}},
      {Support::offered, Support::inconclusive, {"versions"}},
      {Support::refused, Support::refused, {"versions"}},
  };
  for (const auto& c : cases) {
    const facts::AddressFacts other =
        compared_with({{TlsVersion::tls1_0, c.old}, {TlsVersion::tls1_3, c.newest}}, 150);
    EXPECT_EQ(other.outcome, Outcome::read);
    EXPECT_EQ(other.differences, c.expected) << static_cast<int>(c.old) << " " << static_cast<int>(c.newest);
  }
}

TEST(Compare, AnAddressThatWasNotAskedIsNotUnreachable) {
  const facts::AddressFacts other = compared_with({{TlsVersion::tls1_2, Support::offered}}, 0);
  EXPECT_EQ(other.outcome, Outcome::interrupted);
  EXPECT_EQ(other.differences, Differences());
}

TEST(Handshakes, TheEndOfOurTimeInterruptsThem) {
  test::Server server([](int descriptor, const std::atomic<bool>& stop) {
    while (!stop) std::this_thread::sleep_for(5ms);
    test::send(descriptor, {});
  });
  const Address address = resolve("127.0.0.1", server.port()).addresses.front();
  Loop loop({.per_second = 0}, Clock::now() + 200ms);
  loop.run([&] {
    const Handshake cut = shake_hands(loop, address, 10s, {});
    EXPECT_TRUE(cut.connected);
    EXPECT_EQ(cut.outcome, Outcome::interrupted);
    const Handshake late = shake_hands(loop, address, 10s, {});
    EXPECT_FALSE(late.connected);
    EXPECT_EQ(late.outcome, Outcome::interrupted);
    EXPECT_EQ(late.detail, "");
  });
}

}  // namespace
}  // namespace veedor::tls
