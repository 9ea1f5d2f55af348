// Which clients connect, and with what: the order that decides, and everything that keeps one out.
#include "rules/rating/clients.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "scanner/facts/tls/suite.h"
#include "tests/rating/samples.h"

namespace veedor::rules::rating {
namespace {

using facts::Connects;
using facts::Host;
using facts::Preference;
using facts::Support;
using facts::TlsVersion;
using test::good_host;
using test::modern_host;
using test::offer;
using test::refuse;

const Client& known(std::string_view name) {
  const auto found = std::ranges::find(clients(), name, &Client::name);
  EXPECT_NE(found, clients().end()) << name;
  return *found;
}

// "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519", "no", "unknown".
std::string told(const Host& host, const Client& client) {
  const facts::ClientResult result = connection(host.tls, client);
  if (result.connects != Connects::yes) {
    EXPECT_EQ(result.version + result.suite + result.group, "");
    return std::string(facts::name(result.connects));
  }
  return result.version + " " + result.suite + (result.group.empty() ? "" : " " + result.group);
}
std::string told(const Host& host, std::string_view client) { return told(host, known(client)); }

Host rsa_host() {
  Host host = good_host();
  host.tls.chain = {test::rsa_certificate(2048)};
  offer(host, TlsVersion::tls1_2, {0xC02F, 0xC030, 0xCCA8, 0xC013});
  return host;
}

TEST(Clients, TheTableIsReadWhole) {
  EXPECT_GE(clients().size(), 50U);
  for (const Client& client : clients()) {
    EXPECT_EQ(std::ranges::count(clients(), client.name, &Client::name), 1) << client.name;
    const bool speaks_1_3 = std::ranges::any_of(client.suites, [](std::uint32_t code) {
      const facts::Suite* suite = facts::find_suite(code);
      return suite && suite->since == TlsVersion::tls1_3;
    });
    EXPECT_EQ(speaks_1_3, client.highest == TlsVersion::tls1_3) << client.name;
    for (const std::uint16_t group : client.groups)
      EXPECT_NE(facts::find_group(group), nullptr) << client.name;
    for (const std::uint16_t scheme : client.schemes)
      EXPECT_FALSE(facts::signature_scheme_name(scheme).empty()) << client.name << " " << scheme;
    EXPECT_EQ(!client.schemes.empty(), client.highest >= TlsVersion::tls1_2) << client.name;
  }
}

TEST(Clients, ALineThatCannotBeReadIsAFault) {
  const char* const bad[] = {
      "A\t2020\ttls1_2\ttls1_3\tsni\t-\t-\t-",          "A\t2020\ttls1_3\ttls1_2\tsni\t-\t-\t-\t1301",
      "A\t2020\ttls1_2\ttls1_4\tsni\t-\t-\t-\t1301",    "A\t2020\ttls1_2\ttls1_3\tSNI\t-\t-\t-\t1301",
      "A\t2020\ttls1_2\ttls1_3\tsni\t1024\t-\t-\t1301", "A\t2020\ttls1_2\ttls1_3\tsni\t-\tx\t-\t1301",
      "A\t2020\ttls1_2\ttls1_3\tsni\t-\t-\t-\t",        "\t2020\ttls1_2\ttls1_3\tsni\t-\t-\t-\t1301"};
  for (const char* line : bad) {
    std::vector<std::string> faults;
    EXPECT_TRUE(read_clients(line, faults).empty()) << line;
    EXPECT_EQ(faults.size(), 1U) << line;
  }
}

TEST(Clients, TheServersOrderOrTheClientsDecides) {
  Host host = rsa_host();
  EXPECT_EQ(told(host, "Firefox 100"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
  EXPECT_EQ(told(host, "Chrome 156"), "TLS 1.3 TLS_AES_128_GCM_SHA256 X25519MLKEM768");
  EXPECT_EQ(told(host, "Firefox 49"), "TLS 1.2 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 secp256r1");
  host.tls.offers[TlsVersion::tls1_3].suites = {0x1302, 0x1303, 0x1301};
  EXPECT_EQ(told(host, "Firefox 100"), "TLS 1.3 TLS_AES_256_GCM_SHA384 x25519");
  host.tls.offers[TlsVersion::tls1_3].preference = Preference::client;
  EXPECT_EQ(told(host, "Firefox 100"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
  EXPECT_EQ(told(host, "Safari 12.1 (iOS 12)"), "TLS 1.3 TLS_CHACHA20_POLY1305_SHA256 x25519");
  host.tls.offers[TlsVersion::tls1_3].preference = Preference::not_tested;
  EXPECT_EQ(told(host, "Firefox 100"), "TLS 1.3 ");
  EXPECT_TRUE(connection(host.tls, known("Firefox 100")).forward_secret);
}

TEST(Clients, ChaChaComesFirstForWhoPrefersIt) {
  Host host = rsa_host();
  host.tls.offers[TlsVersion::tls1_3].chacha_for_mobile = true;
  EXPECT_EQ(told(host, "Safari 12.1 (iOS 12)"), "TLS 1.3 TLS_CHACHA20_POLY1305_SHA256 x25519");
  EXPECT_EQ(told(host, "Firefox 100"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
}

TEST(Clients, OldClientsNeedOldVersionsAndSuites) {
  Host host = rsa_host();
  EXPECT_EQ(told(host, "IE 8 to 10 (Windows 7)"), "no");
  EXPECT_EQ(told(host, "Java 6"), "no");
  offer(host, TlsVersion::tls1_0, {0xC014, 0x002F});
  EXPECT_EQ(told(host, "IE 8 to 10 (Windows 7)"), "TLS 1.0 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA secp256r1");
  EXPECT_EQ(told(host, "Java 6"), "TLS 1.0 TLS_RSA_WITH_AES_128_CBC_SHA");
  EXPECT_FALSE(connection(host.tls, known("Java 6")).forward_secret);
  EXPECT_EQ(told(host, "IE 8 (Windows XP)"), "no");
  offer(host, TlsVersion::ssl2, {0x010080});
  EXPECT_EQ(told(host, "IE 6 (Windows XP)"), "SSL 2.0 SSL_CK_RC4_128_WITH_MD5");
  EXPECT_EQ(told(modern_host(), "IE 11 (Windows 10)"), "no");
}

TEST(Clients, IE11OnWindows7LacksWhatModernRsaServersOffer) {
  Host host = rsa_host();
  offer(host, TlsVersion::tls1_2, {0xC02F, 0xC030, 0xCCA8});
  EXPECT_EQ(told(host, "IE 11 (Windows 7)"), "no");
  EXPECT_EQ(told(host, "IE 11 (Windows 10)"), "TLS 1.2 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 secp256r1");
  EXPECT_EQ(told(good_host(), "IE 11 (Windows 7)"),
            "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 secp256r1");
}

TEST(Clients, TheCertificateMustSuit) {
  Host host = good_host();
  host.tls.chain = {test::ec_certificate("P-384", 384)};
  EXPECT_EQ(told(host, "Android 7.0"), "no");  // it has P-256 alone
  EXPECT_EQ(told(host, "Android 8.1"), "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 x25519");
  EXPECT_EQ(told(host, "Chrome 100"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
  host.tls.chain = {test::ec_certificate("P-521", 521)};
  EXPECT_EQ(told(host, "Chrome 100"), "no");  // it has no scheme for P-521
  host.tls.chain = {test::ec_certificate("", 0)};
  host.tls.chain[0].key = facts::KeyKind::ed25519;
  EXPECT_EQ(told(host, "Chrome 100"), "no");
  EXPECT_EQ(told(host, "OpenSSL 1.1.1"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
  host.tls.other_chains.push_back({"rsa", {test::rsa_certificate(2048)}, facts::Trust::trusted, true});
  EXPECT_EQ(told(host, "Chrome 100"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
}

TEST(Clients, GroupsMustMeet) {
  Host host = modern_host();
  host.tls.key_exchange.groups_1_3 = {0x11EC};
  EXPECT_EQ(told(host, "Chrome 100"), "no");
  EXPECT_EQ(told(host, "Chrome 131"), "TLS 1.3 TLS_AES_128_GCM_SHA256 X25519MLKEM768");
  host.tls.key_exchange.groups_1_3_complete = false;
  EXPECT_EQ(told(host, "Chrome 100"), "unknown");
  Host old = rsa_host();
  old.tls.key_exchange.groups = {0x001D};
  offer(old, TlsVersion::tls1_2, {0xC02F, 0x009C});
  EXPECT_EQ(told(old, "Firefox 49"), "no");  // it has neither x25519 nor AES-GCM under RSA
  EXPECT_EQ(told(old, "Android 7.0"), "TLS 1.2 TLS_RSA_WITH_AES_128_GCM_SHA256");
}

TEST(Clients, LargePrimesBreakOldJava) {
  Host host = rsa_host();
  offer(host, TlsVersion::tls1_0, {0x0033, 0x002F});
  host.tls.key_exchange.dh = {{.bits = 1024}};
  EXPECT_EQ(told(host, "Java 6"), "TLS 1.0 TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
  host.tls.key_exchange.dh = {{.bits = 1025}};
  EXPECT_EQ(told(host, "Java 6"), "no");
  offer(host, TlsVersion::tls1_0, {0x002F, 0x0033});
  EXPECT_EQ(told(host, "Java 6"), "TLS 1.0 TLS_RSA_WITH_AES_128_CBC_SHA");
  host.tls.offers[TlsVersion::tls1_0].preference = Preference::not_tested;
  EXPECT_EQ(told(host, "Java 6"), "unknown");
}

TEST(Clients, SmallPrimesBreakNewClients) {
  Host host = rsa_host();
  refuse(host, TlsVersion::tls1_3);
  offer(host, TlsVersion::tls1_2, {0x0033});
  host.tls.key_exchange.dh = {{.bits = 1022}};
  EXPECT_EQ(told(host, "Firefox 49"), "no");
  host.tls.key_exchange.dh = {{.bits = 1023}};
  EXPECT_EQ(told(host, "Firefox 49"), "TLS 1.2 TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
}

TEST(Clients, SomeNeedNoNameAndSomeSendLongHellos) {
  Host host = rsa_host();
  offer(host, TlsVersion::tls1_0, {0x002F});
  host.tls.features.server_name_needed = Support::offered;
  EXPECT_EQ(told(host, "Java 6"), "no");
  EXPECT_NE(told(host, "Java 7"), "no");
  host.tls.features.tolerance.split_hello = Support::refused;
  EXPECT_EQ(told(host, "Chrome 131"), "no");
  EXPECT_EQ(told(host, "Chrome 100"), "TLS 1.3 TLS_AES_128_GCM_SHA256 x25519");
  host.tls.features.tolerance.split_hello = Support::offered;
  host.tls.features.tolerance.long_hello = Support::refused;
  EXPECT_EQ(told(host, "Chrome 131"), "no");
}

TEST(Clients, WhatIsNotKnownIsUnknown) {
  Host host = rsa_host();
  host.tls.versions[TlsVersion::tls1_3] = Support::inconclusive;
  EXPECT_EQ(told(host, "Chrome 100"), "unknown");
  EXPECT_EQ(told(host, "Firefox 49"), "TLS 1.2 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 secp256r1");
  host.tls.offers[TlsVersion::tls1_2].complete = false;
  host.tls.offers[TlsVersion::tls1_2].suites = {0xC024};
  EXPECT_EQ(told(host, "Firefox 49"), "unknown");
  host.tls.offers.erase(TlsVersion::tls1_2);
  EXPECT_EQ(told(host, "Firefox 49"), "unknown");
}

TEST(Clients, AllOfTheTableAreAnswered) {
  const std::vector<facts::ClientResult> results = connections(rsa_host().tls);
  ASSERT_EQ(results.size(), clients().size());
  for (const facts::ClientResult& result : results)
    EXPECT_NE(result.connects, Connects::unknown) << result.client;
}

}  // namespace
}  // namespace veedor::rules::rating
