// Each difference to Mozilla's profiles, alone.
#include "rules/rating/mozilla.h"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "tests/rating/samples.h"

namespace veedor::rules::rating {
namespace {

using facts::Host;
using facts::Support;
using facts::TlsVersion;
using test::good_host;
using test::kTwoYears;
using test::modern_host;

std::vector<std::string> told(const Host& host, const Profile& profile,
                              std::optional<std::int64_t> max_age = kTwoYears) {
  std::vector<std::string> all;
  for (const facts::ProfileGap& gap : gaps(host, profile, max_age))
    all.push_back(gap.code + " " + gap.detail);
  return all;
}
using Told = std::vector<std::string>;

TEST(Mozilla, WhoFollowsAProfileHasNoGap) {
  EXPECT_EQ(told(good_host(), intermediate_profile()), Told());
  EXPECT_EQ(told(modern_host(), modern_profile()), Told());
}

TEST(Mozilla, ModernTakesLessThanIntermediate) {
  EXPECT_EQ(told(good_host(), modern_profile()),
            (Told{"version_extra TLS 1.2", "suite_extra TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                  "suite_extra TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                  "suite_extra TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"}));
  EXPECT_EQ(told(modern_host(), intermediate_profile()), Told{"version_missing TLS 1.2"});
}

TEST(Mozilla, EachGapIsNamed) {
  const struct {
    std::function<void(Host&)> change;
    Told expected;
  } cases[] = {
      {[](Host& host) { test::offer(host, TlsVersion::tls1_1, {}); }, {"version_extra TLS 1.1"}},
      {[](Host& host) { host.tls.offers[TlsVersion::tls1_2].suites.push_back(0x009F); },
       {"suite_extra TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"}},
      {[](Host& host) {
         host.tls.offers[TlsVersion::tls1_3].suites = {0x1301, 0x1302};
       },
       {"suite_missing TLS_CHACHA20_POLY1305_SHA256"}},
      {[](Host& host) { host.tls.key_exchange.groups_1_3.push_back(0x001E); }, {"group_extra x448"}},
      {[](Host& host) {
         host.tls.key_exchange.groups_1_3 = {0x001D, 0x0017, 0x0018};
       },
       {"group_missing X25519MLKEM768"}},
      {[](Host& host) { host.tls.chain[0].key = facts::KeyKind::ed25519; }, {"key_kind Ed25519"}},
      {[](Host& host) { host.tls.chain[0].curve = "P-521"; }, {"curve_extra P-521"}},
      {[](Host& host) { host.tls.chain[0].signature_algorithm = "ecdsa-with-SHA1"; },
       {"signature_extra ecdsa-with-SHA1"}},
      {[](Host& host) {
         host.tls.chain[0].not_after = host.tls.chain[0].not_before + std::chrono::days(367);
       },
       {"lifetime_long 367"}},
      {[](Host& host) {
         host.tls.chain[0].not_after = host.tls.chain[0].not_before + std::chrono::days(366);
       },
       {}},
      {[](Host& host) { host.tls.chain[0].ocsp_urls = {"http://ocsp.example.org/"}; }, {"staple_missing "}},
      {[](Host& host) {
         host.tls.chain[0].ocsp_urls = {"http://ocsp.example.org/"};
         host.tls.features.ocsp_stapling = Support::offered;
         host.tls.staple.state = facts::StapleState::good;
       },
       {}},
      // What was not learnt is told, so that no gap never means "not looked at".
      {[](Host& host) { host.tls.versions[TlsVersion::ssl3] = Support::inconclusive; }, {"unknown SSL 3.0"}},
      {[](Host& host) { host.tls.offers[TlsVersion::tls1_2].complete = false; }, {"unknown suites TLS 1.2"}},
      {[](Host& host) { host.tls.key_exchange.groups_1_3_complete = false; }, {"unknown groups"}},
      {[](Host& host) { host.tls.chain.clear(); }, {"unknown certificate"}},
      {[](Host& host) {
         host.tls.chain[0].ocsp_urls = {"http://ocsp.example.org/"};
         host.tls.features.ocsp_stapling = Support::inconclusive;
       },
       {"unknown staple"}},
  };
  int number = 0;
  for (const auto& c : cases) {
    Host host = good_host();
    c.change(host);
    EXPECT_EQ(told(host, intermediate_profile()), c.expected) << number;
    ++number;
  }
}

TEST(Mozilla, RsaKeysAreOfTheIntermediateProfile) {
  Host host = modern_host();
  host.tls.chain = {test::rsa_certificate(2048)};
  EXPECT_EQ(told(host, modern_profile()), (Told{"key_kind RSA", "signature_extra RSA-SHA256"}));
  EXPECT_EQ(told(host, intermediate_profile()), Told{"version_missing TLS 1.2"});
  host.tls.chain = {test::rsa_certificate(2047)};
  EXPECT_EQ(told(host, intermediate_profile()), (Told{"version_missing TLS 1.2", "key_small 2047"}));
}

TEST(Mozilla, HstsIsForTwoYears) {
  EXPECT_EQ(told(good_host(), intermediate_profile(), kTwoYears - 1), Told{"hsts_short 63071999"});
  EXPECT_EQ(told(good_host(), intermediate_profile(), std::nullopt), Told{"unknown HSTS"});
}

}  // namespace
}  // namespace veedor::rules::rating
