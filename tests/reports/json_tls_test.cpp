// scan.json keeps every fact of a TLS service: whatever is written is read back the same.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "reports/json/json_report.h"
#include "reports/json/json_tls_keys.h"
#include "same_facts.h"
#include "sample.h"
#include "scanner/facts/tls/suite.h"
#include "tls_sample.h"

namespace veedor::reports {
namespace {

using Json = nlohmann::json;

facts::Host read_back(const facts::Host& host) {
  Report report = sample::institution();
  report.sites.front().hosts = {host};
  const Result<Report> read = read_json(write_json(report));
  if (!read.ok()) {
    ADD_FAILURE() << read.error().message;
    return {};
  }
  return read->sites.front().hosts.front();
}

TEST(JsonTls, TheSampleLeavesNothingAtItsDefault) {
  EXPECT_EQ(sample::defaults(sample::known_host().tls, "tls"), "");
  EXPECT_EQ(sample::defaults(sample::known_host().dns, "dns"), "");
}

TEST(JsonTls, EveryFactIsReadBack) {
  const facts::Host written = sample::known_host();
  const facts::Host read = read_back(written);
  EXPECT_EQ(sample::differences(written.tls, read.tls, "tls"), "");
  EXPECT_EQ(sample::differences(written.dns, read.dns, "dns"), "");
}

TEST(JsonTls, EveryEnumeratorIsReadBack) {
  using facts::Lookup, facts::StapleState, facts::Connects, facts::Exposure, facts::Trust, facts::KeyKind;
  facts::Host host = sample::known_host();
  for (int i = 0; i <= 8; ++i) {
    const auto as = [i](auto last) {
      return static_cast<decltype(last)>(std::min(i, static_cast<int>(last)));
    };
    host.tls.trust = as(Trust::invalid);
    host.tls.chain.front().key = as(KeyKind::other);
    host.tls.staple.state = as(StapleState::invalid);
    host.tls.grade.clients.front().connects = as(Connects::unknown);
    host.tls.offers.begin()->second.preference = as(facts::Preference::client);
    host.tls.versions.begin()->second = as(facts::Support::inconclusive);
    host.tls.vulnerabilities = {
        {as(facts::Vulnerability::insecure_renegotiation), {as(Exposure::inconclusive), "x"}}};
    host.dns.caa = host.dns.tlsa = host.dns.https = as(Lookup::failed);
    const facts::Host read = read_back(host);
    EXPECT_EQ(sample::differences(host.tls, read.tls, "tls"), "") << i;
    EXPECT_EQ(sample::differences(host.dns, read.dns, "dns"), "") << i;
  }
}

TEST(JsonTls, CodesAreWrittenByTheirNamesAndUnknownOnesAsNumbers) {
  Report report = sample::with_known_host();
  const Json tls = Json::parse(write_json(report))["sites"][0]["hosts"][0]["tls"];
  EXPECT_EQ(tls["offers"]["tls1_2"]["suites"],
            Json::array({"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
                         "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "0xFA1A"}));
  EXPECT_EQ(tls["offers"]["ssl2"]["suites"][1], "0xFFFFFF");
  EXPECT_EQ(tls["key_exchange"]["groups"], Json::array({"secp256r1", "secp192r1", "0xFE30"}));
  EXPECT_EQ(tls["key_exchange"]["signature_schemes"], Json::array({"rsa_pkcs1_sha1", "0xEEEE"}));
  EXPECT_EQ(tls["vulnerabilities"]["heartbleed"],
            Json({{"exposure", "vulnerable"}, {"detail", "leaked 16384 bytes"}}));
  EXPECT_EQ(tls["features"]["tolerance"]["long_hello"], "refused");
}

TEST(JsonTls, EveryRegisteredCodeIsFoundByItsKey) {
  for (const facts::Suite& suite : facts::suites()) EXPECT_EQ(suite_of_key(suite.name), suite.code);
  for (const facts::Group& group : facts::groups()) EXPECT_EQ(group_of_key(group.name), group.code);
  for (std::uint32_t code = 0; code <= 0xFFFF; ++code) {
    const auto scheme = static_cast<std::uint16_t>(code);
    ASSERT_EQ(signature_scheme_of_key(signature_scheme_key(scheme)), scheme);
    ASSERT_EQ(group_of_key(group_key(scheme)), scheme);
    ASSERT_EQ(suite_of_key(suite_key(code)), code);
  }
}

TEST(JsonTls, WhatNamesNoCodeIsNotRead) {
  for (const char* text : {"", "0x", "0x1FFFF", "0xFA1G", "-1", "fa1a", "0x-1", "TLS_FROM_NOWHERE"}) {
    EXPECT_FALSE(group_of_key(text)) << text;
    EXPECT_FALSE(signature_scheme_of_key(text)) << text;
  }
  EXPECT_FALSE(suite_of_key("0x1000000"));
  Json document = Json::parse(write_json(sample::with_known_host()));
  document["sites"][0]["hosts"][0]["tls"]["offers"]["tls1_2"]["suites"][1] = "TLS_FROM_NOWHERE";
  const Result<Report> report = read_json(document.dump());
  ASSERT_FALSE(report.ok());
  EXPECT_NE(report.error().message.find("tls.offers.tls1_2.suites[1] is not"), std::string::npos)
      << report.error().message;
}

// As veedor wrote it before it assessed TLS.
TEST(JsonTls, AFileFromBeforeTheAssessmentIsStillRead) {
  Json document = Json::parse(write_json(sample::with_known_host()));
  Json& host = document["sites"][0]["hosts"][0];
  host.erase("dns");
  for (const char* key : {"offers", "key_exchange", "features", "vulnerabilities", "shape", "staple",
                          "other_chains", "other_addresses", "grade", "connections", "intrusive", "blocked"})
    host["tls"].erase(key);
  for (const char* key : {"curve", "rsa_exponent", "server_auth", "must_staple", "precertificate",
                          "ocsp_urls", "issuer_urls", "revocation_list_urls", "scts", "serial", "key_sha256"})
    host["tls"]["chain"][0].erase(key);
  const Result<Report> report = read_json(document.dump());
  ASSERT_TRUE(report.ok()) << report.error().message;
  const facts::Host& read = report->sites.front().hosts.front();
  EXPECT_EQ(read.tls.address, "203.0.113.7");
  EXPECT_EQ(read.tls.grade.letter, "");
  EXPECT_TRUE(read.tls.shape.ordered);
  EXPECT_TRUE(read.tls.chain.front().server_auth);
  EXPECT_EQ(read.tls.chain.front().key_bits, 1024);
  EXPECT_EQ(sample::differences(read.tls.features, facts::TlsFeatures(), "features"), "");
  EXPECT_EQ(sample::differences(read.dns, facts::Dns(), "dns"), "");
}

}  // namespace
}  // namespace veedor::reports
