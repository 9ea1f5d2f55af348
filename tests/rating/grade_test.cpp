// Every cap of the rating guide, on both sides of its threshold.
#include "rules/rating/grade.h"

#include <algorithm>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "tests/rating/samples.h"

namespace veedor::rules::rating {
namespace {

using facts::Exposure;
using facts::Host;
using facts::Support;
using facts::TlsVersion;
using facts::Trust;
using facts::Vulnerability;
using test::good_host;
using test::kTwoYears;
using test::modern_host;
using test::offer;
using test::refuse;

// "tls1_0_offered B" of the reason; "" where it is not given.
std::string reason(const facts::TlsGrade& grade, std::string_view code) {
  const auto found = std::ranges::find(grade.reasons, code, &facts::GradeReason::code);
  return found == grade.reasons.end() ? "" : found->code + " " + found->cap;
}

TEST(Rating, AGoodServerHasAPlusAndNoReason) {
  for (const Host& host : {good_host(), modern_host()}) {
    const facts::TlsGrade grade = rate(host, kTwoYears);
    EXPECT_EQ(grade.letter, "A+");
    EXPECT_EQ(grade.if_trusted, "A+");
    EXPECT_FALSE(grade.partial);
    EXPECT_TRUE(grade.reasons.empty());
    EXPECT_EQ(grade.protocol, 100);
    EXPECT_EQ(grade.key_exchange, 90);
    EXPECT_EQ(grade.cipher, 90);
    EXPECT_EQ(grade.score, 93);
  }
}

struct Case {
  const char* name;
  std::function<void(Host&)> change;
  const char* code;  // "" for none
  const char* cap;
  const char* letter;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class RatingCap : public testing::TestWithParam<Case> {};

TEST_P(RatingCap, HasItsReasonAndItsLetter) {
  Host host = good_host();
  GetParam().change(host);
  const facts::TlsGrade grade = rate(host, kTwoYears);
  EXPECT_EQ(grade.letter, GetParam().letter);
  if (*GetParam().code != '\0') {
    EXPECT_EQ(reason(grade, GetParam().code), std::string(GetParam().code) + " " + GetParam().cap);
  } else {
    EXPECT_TRUE(grade.reasons.empty());
  }
}

std::function<void(Host&)> vulnerable(Vulnerability vulnerability, Exposure exposure) {
  return [=](Host& host) { host.tls.vulnerabilities[vulnerability].exposure = exposure; };
}
std::function<void(Host&)> with_suite(TlsVersion version, std::uint32_t code) {
  return [=](Host& host) {
    host.tls.versions[version] = Support::offered;
    host.tls.offers[version].suites.push_back(code);
    host.tls.offers[version].complete = true;
    host.tls.features.fallback_scsv = Support::offered;
  };
}
std::function<void(Host&)> with_leaf(const facts::Certificate& leaf) {
  return [=](Host& host) { host.tls.chain = {leaf}; };
}
std::function<void(Host&)> with_dh(int bits) {
  return [=](Host& host) { host.tls.key_exchange.dh = {{.bits = bits}}; };
}
std::function<void(Host&)> with_trust(Trust trust) {
  return [=](Host& host) { host.tls.trust = trust; };
}
std::function<void(Host&)> signed_with(const char* algorithm) {
  return [=](Host& host) { host.tls.chain[0].signature_algorithm = algorithm; };
}
std::function<void(Host&)> at(const char* time) {
  return [=](Host& host) { host.now = *parse_iso8601(time); };
}

const Case kVersionCases[] = {
    {"ssl2", [](Host& host) { offer(host, TlsVersion::ssl2, {0x010080}); }, "ssl2_offered", "F", "F"},
    {"drown", [](Host& host) { offer(host, TlsVersion::ssl2, {0x010080}); }, "drown", "F", "F"},
    {"ssl2 without suites", [](Host& host) { offer(host, TlsVersion::ssl2, {}); }, "ssl2_offered", "F", "F"},
    {"ssl3 with CBC", with_suite(TlsVersion::ssl3, 0x0035), "poodle", "C", "C"},
    {"ssl3 with RC4", with_suite(TlsVersion::ssl3, 0x0005), "ssl3_offered", "B", "B"},
    {"ssl3 best",
     [](Host& host) {
       refuse(host, TlsVersion::tls1_2);
       refuse(host, TlsVersion::tls1_3);
       offer(host, TlsVersion::ssl3, {0x0035});
     },
     "ssl3_best", "F", "F"},
    {"tls1_0", with_suite(TlsVersion::tls1_0, 0xC00A), "tls1_0_offered", "B", "B"},
    {"tls1_1", with_suite(TlsVersion::tls1_1, 0xC00A), "tls1_1_offered", "B", "B"},
    {"no 1.2 and no 1.3",
     [](Host& host) {
       refuse(host, TlsVersion::tls1_2);
       refuse(host, TlsVersion::tls1_3);
       offer(host, TlsVersion::tls1_1, {0xC00A});
     },
     "tls1_2_missing", "C", "C"},
    {"no 1.3", [](Host& host) { refuse(host, TlsVersion::tls1_3); }, "tls1_3_missing", "A-", "A-"},
};
INSTANTIATE_TEST_SUITE_P(Versions, RatingCap, testing::ValuesIn(kVersionCases));

const Case kSuiteCases[] = {
    {"anonymous", with_suite(TlsVersion::tls1_2, 0xC019), "suite_anonymous", "F", "F"},
    {"null", with_suite(TlsVersion::tls1_2, 0xC006), "suite_null", "F", "F"},
    {"null of 1.3", with_suite(TlsVersion::tls1_3, 0xC0B4), "suite_null", "F", "F"},
    {"export", with_suite(TlsVersion::tls1_0, 0x0003), "suite_export", "F", "F"},
    {"DES", with_suite(TlsVersion::tls1_2, 0x0009), "suite_weak", "F", "F"},
    {"RC4 in 1.0", with_suite(TlsVersion::tls1_0, 0x0005), "rc4_offered", "B", "B"},
    {"RC4 in 1.1", with_suite(TlsVersion::tls1_1, 0x0005), "rc4_modern", "C", "C"},
    {"3DES in 1.1", with_suite(TlsVersion::tls1_1, 0x000A), "small_block_modern", "C", "C"},
    {"AES-CBC in 1.2", with_suite(TlsVersion::tls1_2, 0xC009), "", "", "A+"},
    {"RC4 only",
     [](Host& host) {
       refuse(host, TlsVersion::tls1_3);
       offer(host, TlsVersion::tls1_2, {0x0005, 0xC011});
     },
     "rc4_only", "F", "F"},
    {"no forward secrecy",
     [](Host& host) {
       refuse(host, TlsVersion::tls1_3);
       offer(host, TlsVersion::tls1_2, {0x009D});
     },
     "forward_secrecy_missing", "B", "B"},
    {"no AEAD",
     [](Host& host) {
       refuse(host, TlsVersion::tls1_3);
       offer(host, TlsVersion::tls1_2, {0xC00A});
     },
     "aead_missing", "B", "B"},
};
INSTANTIATE_TEST_SUITE_P(Suites, RatingCap, testing::ValuesIn(kSuiteCases));

const Case kExchangeCases[] = {
    {"DH 1023", with_dh(1023), "dh_small", "F", "F"},
    {"DH 1024", with_dh(1024), "dh_small", "B", "B"},
    {"DH 2047", with_dh(2047), "dh_small", "B", "B"},
    {"DH 2048", with_dh(2048), "", "", "A+"},
    {"small curve", [](Host& host) { host.tls.key_exchange.groups.push_back(0x0004); }, "group_small", "B",
     "B"},
    {"P-224", [](Host& host) { host.tls.key_exchange.groups.push_back(0x0015); }, "", "", "A+"},
    {"heartbleed", vulnerable(Vulnerability::heartbleed, Exposure::vulnerable), "heartbleed", "F", "F"},
    {"ccs", vulnerable(Vulnerability::ccs_injection, Exposure::vulnerable), "ccs_injection", "F", "F"},
    {"robot", vulnerable(Vulnerability::robot, Exposure::vulnerable), "robot", "F", "F"},
    {"ticketbleed", vulnerable(Vulnerability::ticketbleed, Exposure::vulnerable), "ticketbleed", "F", "F"},
    {"poodle", vulnerable(Vulnerability::poodle_tls, Exposure::vulnerable), "poodle_tls", "F", "F"},
    {"renegotiation", vulnerable(Vulnerability::insecure_renegotiation, Exposure::vulnerable),
     "insecure_renegotiation", "F", "F"},
    {"safe", vulnerable(Vulnerability::heartbleed, Exposure::safe), "", "", "A+"},
    {"opossum is not of the guide", vulnerable(Vulnerability::opossum, Exposure::vulnerable), "", "", "A+"},
    {"no secure renegotiation", [](Host& host) { host.tls.features.secure_renegotiation = Support::refused; },
     "secure_renegotiation_missing", "A-", "A-"},
    {"compression", [](Host& host) { host.tls.features.compression = Support::offered; },
     "compression_offered", "C", "C"},
    // One version up to TLS 1.2: nothing to fall back to.
    {"scsv with one old version", [](Host& host) { host.tls.features.fallback_scsv = Support::refused; }, "",
     "", "A+"},
};
INSTANTIATE_TEST_SUITE_P(Exchange, RatingCap, testing::ValuesIn(kExchangeCases));

const Case kCertificateCases[] = {
    {"self-signed", with_trust(Trust::self_signed), "certificate_self_signed", "T", "T"},
    {"unknown issuer", with_trust(Trust::unknown_issuer), "untrusted", "T", "T"},
    {"invalid", with_trust(Trust::invalid), "certificate_invalid", "T", "T"},
    {"incomplete", with_trust(Trust::incomplete_chain), "chain_incomplete", "B", "B"},
    {"name", [](Host& host) { host.tls.name_matches = false; }, "name_mismatch", "M", "M"},
    {"last second", at("2027-01-29T23:59:59Z"), "", "", "A+"},
    {"expired", at("2027-01-30T00:00:00Z"), "certificate_expired", "T", "T"},
    {"first second", at("2026-11-01T00:00:00Z"), "", "", "A+"},
    {"not yet", at("2026-10-31T23:59:59Z"), "certificate_not_yet_valid", "T", "T"},
    {"revoked", [](Host& host) { host.tls.staple.state = facts::StapleState::revoked; },
     "certificate_revoked", "T", "T"},
    {"SHA-1", signed_with("ecdsa-with-SHA1"), "signature_sha1", "T", "T"},
    {"MD5", signed_with("RSA-MD5"), "signature_md5", "F", "F"},
    {"RSA 1023", with_leaf(test::rsa_certificate(1023)), "rsa_key_small", "F", "F"},
    {"RSA 1024", with_leaf(test::rsa_certificate(1024)), "rsa_key_small", "B", "B"},
    {"RSA 2047", with_leaf(test::rsa_certificate(2047)), "rsa_key_small", "B", "B"},
    {"RSA 2048", with_leaf(test::rsa_certificate(2048)), "", "", "A+"},
    {"EC 159", with_leaf(test::ec_certificate("", 159)), "rsa_key_small", "F", "F"},
    {"EC 160", with_leaf(test::ec_certificate("", 160)), "rsa_key_small", "B", "B"},
    {"EC 224", with_leaf(test::ec_certificate("P-224", 224)), "", "", "A+"},
    {"exponent 1",
     [](Host& host) {
       host.tls.chain = {test::rsa_certificate(2048)};
       host.tls.chain[0].rsa_exponent = "1";
     },
     "rsa_exponent_one", "F", "F"},
    {"a root signs itself with SHA-1",
     [](Host& host) {
       host.tls.chain.push_back(test::rsa_certificate(4096));
       host.tls.chain[1].self_signed = true;
       host.tls.chain[1].signature_algorithm = "RSA-SHA1";
     },
     "", "", "A+"},
    {"the RSA chain beside",
     [](Host& host) {
       host.tls.other_chains.push_back({"rsa", {test::rsa_certificate(1024)}, Trust::trusted, true});
     },
     "rsa_key_small", "B", "B"},
    {"the chain without a name",
     [](Host& host) {
       host.tls.other_chains.push_back(
           {"no_server_name", {test::rsa_certificate(1024)}, Trust::self_signed, false});
     },
     "", "", "A+"},
};
INSTANTIATE_TEST_SUITE_P(Certificates, RatingCap, testing::ValuesIn(kCertificateCases));

TEST(Rating, HstsDecidesOnAPlus) {
  const struct {
    std::optional<std::int64_t> max_age;
    const char* letter;
    const char* reason;
  } cases[] = {{std::nullopt, "A", "hsts_unknown A"},
               {0, "A", "hsts_missing A"},
               {15'551'999, "A", "hsts_missing A"},
               {15'552'000, "A+", ""}};
  for (const auto& c : cases) {
    const facts::TlsGrade grade = rate(good_host(), c.max_age);
    EXPECT_EQ(grade.letter, c.letter);
    const std::string got = grade.reasons.empty() ? "" : grade.reasons[0].code + " " + grade.reasons[0].cap;
    EXPECT_EQ(got, c.reason);
  }
}

TEST(Rating, FallbackIsAskedOfWhoOffersTwoOldVersions) {
  const struct {
    Support answer;
    const char* expected;
  } cases[] = {{Support::offered, ""},
               {Support::refused, "fallback_scsv_missing A"},
               {Support::inconclusive, "fallback_scsv_unknown A"},
               {Support::not_tested, "fallback_scsv_unknown A"}};
  for (const auto& c : cases) {
    Host host = good_host();
    offer(host, TlsVersion::tls1_1, {0xC00A});
    host.tls.features.fallback_scsv = c.answer;
    const facts::TlsGrade grade = rate(host, kTwoYears);
    const std::string got = reason(grade, "fallback_scsv_missing") + reason(grade, "fallback_scsv_unknown");
    EXPECT_EQ(got, c.expected);
  }
}

TEST(Rating, UntrustedHidesNothing) {
  Host host = good_host();
  host.tls.trust = Trust::self_signed;
  host.tls.name_matches = false;
  offer(host, TlsVersion::ssl2, {0x010080});
  const facts::TlsGrade grade = rate(host, kTwoYears);
  EXPECT_EQ(grade.letter, "T");
  EXPECT_EQ(grade.if_trusted, "F");
  ASSERT_GE(grade.reasons.size(), 4U);
  EXPECT_EQ(grade.reasons[0].cap, "T");
  EXPECT_EQ(grade.reasons[1].cap, "M");
  EXPECT_EQ(grade.reasons[2].cap, "F");
}

TEST(Rating, WhatIsUnclearMakesItPartial) {
  const std::function<void(Host&)> changes[] = {
      [](Host& host) { host.tls.versions[TlsVersion::ssl3] = Support::inconclusive; },
      [](Host& host) { host.tls.versions.erase(TlsVersion::ssl2); },
      [](Host& host) { host.tls.versions[TlsVersion::tls1_3] = Support::inconclusive; },
      [](Host& host) { host.tls.offers[TlsVersion::tls1_2].complete = false; },
      [](Host& host) { host.tls.offers.erase(TlsVersion::tls1_3); },
      [](Host& host) { host.tls.key_exchange.groups_complete = false; },
      [](Host& host) { host.tls.key_exchange.groups_1_3_complete = false; },
      [](Host& host) { host.tls.offers[TlsVersion::tls1_2].suites.push_back(0x009F); },  // DHE, no prime seen
      vulnerable(Vulnerability::robot, Exposure::inconclusive),
      [](Host& host) { host.tls.features.secure_renegotiation = Support::inconclusive; },
      [](Host& host) { host.tls.features.compression = Support::inconclusive; },
      with_trust(Trust::not_tested),
      [](Host& host) { host.tls.chain.clear(); },
      [](Host& host) { host.tls.chain[0].key = facts::KeyKind::other; },
      [](Host& host) { host.tls.blocked = true; },
  };
  int number = 0;
  for (const auto& change : changes) {
    Host host = good_host();
    change(host);
    EXPECT_TRUE(rate(host, kTwoYears).partial) << number;
    ++number;
  }
  Host host = good_host();  // left out on purpose
  host.tls.vulnerabilities[Vulnerability::robot].exposure = Exposure::not_tested;
  EXPECT_FALSE(rate(host, kTwoYears).partial);
}

TEST(Rating, AnUnknownVersionIsNotAMissingOne) {
  Host host = good_host();
  host.tls.versions[TlsVersion::tls1_3] = Support::inconclusive;
  EXPECT_EQ(reason(rate(host, kTwoYears), "tls1_3_missing"), "");
  host.tls.offers[TlsVersion::tls1_2].suites = {0x009D};
  host.tls.offers[TlsVersion::tls1_2].complete = false;
  EXPECT_EQ(reason(rate(host, kTwoYears), "forward_secrecy_missing"), "");
}

TEST(Rating, NoGradeWhereNothingWasSeen) {
  Host unreachable = good_host();
  unreachable.tls.outcome = facts::Outcome::refused;
  Host silent = good_host();
  for (auto& [version, answer] : silent.tls.versions) answer = Support::inconclusive;
  Host empty = good_host();
  empty.tls.offers.clear();
  for (const Host& host : {unreachable, silent, empty, Host()}) {
    const facts::TlsGrade grade = rate(host, kTwoYears);
    EXPECT_EQ(grade.letter, "");
    EXPECT_TRUE(grade.reasons.empty());
    EXPECT_TRUE(grade.clients.empty());
  }
}

}  // namespace
}  // namespace veedor::rules::rating
