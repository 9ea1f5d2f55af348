// What the rules about suites share: the one fault of a suite, its rank, and how a message lists many.
#include "rules/support/tls_suites.h"

#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "rules/support/dh_keys.h"

namespace veedor::rules {
namespace {

using facts::Support;
using facts::TlsVersion;

const facts::Suite& suite(std::string_view name) {
  const facts::Suite* found = facts::find_suite(name);
  EXPECT_NE(found, nullptr) << name;
  return *found;
}

struct Expectation {
  std::string_view name;
  SuiteFault fault;
  SuiteRank rank;
};

TEST(TlsSuites, HaveOneFaultAndOneRank) {
  constexpr auto kExpected = std::to_array<Expectation>({
      {"TLS_ECDH_anon_WITH_NULL_SHA", SuiteFault::null, SuiteRank::faulty},
      {"TLS_SHA256_SHA256", SuiteFault::null, SuiteRank::faulty},
      {"TLS_DH_anon_EXPORT_WITH_RC4_40_MD5", SuiteFault::anonymous, SuiteRank::faulty},
      {"TLS_RSA_EXPORT_WITH_DES40_CBC_SHA", SuiteFault::export_grade, SuiteRank::faulty},
      {"TLS_RSA_WITH_DES_CBC_SHA", SuiteFault::weak, SuiteRank::faulty},
      {"TLS_RSA_WITH_RC4_128_MD5", SuiteFault::rc4, SuiteRank::faulty},
      {"TLS_RSA_WITH_3DES_EDE_CBC_SHA", SuiteFault::small_block, SuiteRank::faulty},
      {"TLS_RSA_WITH_IDEA_CBC_SHA", SuiteFault::small_block, SuiteRank::faulty},
      {"TLS_RSA_WITH_AES_256_GCM_SHA384", SuiteFault::none, SuiteRank::no_forward_secrecy},
      {"TLS_PSK_WITH_AES_128_GCM_SHA256", SuiteFault::none, SuiteRank::no_forward_secrecy},
      {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", SuiteFault::none, SuiteRank::no_aead},
      {"TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256", SuiteFault::none, SuiteRank::good},
      {"TLS_DHE_RSA_WITH_AES_128_CCM_8", SuiteFault::none, SuiteRank::good},
      {"TLS_AES_128_GCM_SHA256", SuiteFault::none, SuiteRank::good},
  });
  for (const Expectation& expected : kExpected) {
    EXPECT_EQ(fault_of(suite(expected.name)), expected.fault) << expected.name;
    EXPECT_EQ(rank_of(suite(expected.name)), expected.rank) << expected.name;
  }
}

TEST(TlsSuites, WithMd5HaveAWorseFault) {
  int count = 0;
  for (const facts::Suite& known : facts::suites()) {
    if (!known.md5 || known.since == TlsVersion::ssl2) continue;
    ++count;
    EXPECT_NE(fault_of(known), SuiteFault::none) << known.name;
  }
  EXPECT_GT(count, 5);
}

TEST(TlsSuites, AnonymousOnesPromiseNothing) {
  EXPECT_FALSE(gives_forward_secrecy(suite("TLS_ECDH_anon_WITH_AES_128_CBC_SHA")));
  EXPECT_FALSE(gives_forward_secrecy(suite("TLS_ECDHE_RSA_WITH_NULL_SHA")));
  EXPECT_FALSE(gives_aead(suite("TLS_DH_anon_WITH_AES_128_GCM_SHA256")));
  EXPECT_TRUE(gives_forward_secrecy(suite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")));
}

TEST(TlsSuites, ListsAreShort) {
  EXPECT_EQ(list_names({}), "");
  EXPECT_EQ(list_names({"a", "b", "a"}), "a, b");
  EXPECT_EQ(list_names({"a", "b", "c", "d", "e"}), "a, b, c, d, e");
  EXPECT_EQ(list_names({"a", "b", "c", "d", "e", "f", "a", "g"}), "a, b, c, d, e (+2)");
}

facts::Tls all_refused() {
  facts::Tls tls;
  tls.outcome = facts::Outcome::read;
  for (const TlsVersion version :
       {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1, TlsVersion::tls1_2, TlsVersion::tls1_3})
    tls.versions[version] = Support::refused;
  return tls;
}

TEST(TlsSuites, UnknownCodesAreLeftOut) {
  facts::Tls tls = all_refused();
  tls.versions[TlsVersion::tls1_2] = Support::offered;
  tls.offers[TlsVersion::tls1_2] = {.suites = {0xFA1A, 0xC02F}, .complete = true};
  const SuiteOffers offers = suite_offers(tls);
  ASSERT_EQ(offers.uses.size(), 1U);
  EXPECT_EQ(offers.uses[0].suite->name, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
  EXPECT_TRUE(offers.complete);
}

TEST(TlsSuites, AreCompleteOnlyWhereEveryVersionIs) {
  facts::Tls tls = all_refused();
  tls.versions[TlsVersion::tls1_2] = Support::offered;
  EXPECT_FALSE(suite_offers(tls).complete) << "offered, but not searched";
  tls.offers[TlsVersion::tls1_2] = {.suites = {0xC02F}, .complete = true};
  EXPECT_TRUE(suite_offers(tls).complete);
  tls.versions[TlsVersion::tls1_0] = Support::inconclusive;
  EXPECT_FALSE(suite_offers(tls).complete);
  tls.outcome = facts::Outcome::interrupted;
  EXPECT_TRUE(suite_offers(tls).uses.empty());
}

TEST(DhKeys, HaveOneFault) {
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 512, .export_grade = true}), DhFault::export_grade);
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 4096, .safe_size = false}), DhFault::unsafe);
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 1023, .prime_name = "shared"}), DhFault::broken);
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 1024, .prime_name = "shared"}), DhFault::common);
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 1024}), DhFault::small);
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 2047, .prime_name = "shared"}), DhFault::small);
  EXPECT_EQ(fault_of(facts::DhKey{.bits = 2048}), DhFault::none);
}

}  // namespace
}  // namespace veedor::rules
