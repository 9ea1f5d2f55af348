// The whole probe against real TLS services on loopback, each with the certificate or the versions that the
// test is about.
#include "scanner/tls/probe.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/tls/servers.h"

namespace veedor::tls {
namespace {

using demo::Authority;
using demo::CertificateRequest;
using demo::KeyPair;
using facts::Outcome;
using facts::Support;
using facts::TlsVersion;
using facts::Trust;
using std::chrono::days;
using Names = std::vector<std::string>;

constexpr Time kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

CertificateRequest request_for(const Names& names) {
  return {.names = names, .not_before = kNow - days(10), .not_after = kNow + days(80), .rsa_bits = 0};
}

// One root for all tests, and the file that holds it.
class Probe : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Authority> made = Authority::create(kNow);
    ASSERT_TRUE(made) << made.error().message;
    authority_ = std::make_unique<Authority>(*made);
    ca_file_ = testing::TempDir() + "veedor-tls-test-" + std::to_string(getpid()) + ".pem";
    std::ofstream(ca_file_) << authority_->ca_pem();
  }
  static void TearDownTestSuite() {
    std::filesystem::remove(ca_file_);
    authority_.reset();
  }

  static KeyPair issue(const CertificateRequest& request) {
    Result<KeyPair> pair = authority_->issue(request);
    EXPECT_TRUE(pair) << pair.error().message;
    return pair ? *pair : KeyPair{};
  }

  static facts::Tls probe_service(const test::TlsService& service, const std::string& ca_file,
                                  std::string_view host = "127.0.0.1") {
    test::Server server(test::serve_tls(service));
    ProbeOptions options;
    options.ca_file = ca_file;
    options.now = kNow;
    options.timeout = std::chrono::seconds(10);
    options.manners.per_second = 0;
    return probe(host, server.port(), options);
  }

  static std::unique_ptr<Authority> authority_;
  static std::string ca_file_;
};
std::unique_ptr<Authority> Probe::authority_;
std::string Probe::ca_file_;

// "000011" and the like: SSL 2.0 to TLS 1.3, 1 offered, 0 refused, ? inconclusive.
std::string pattern(const facts::Tls& tls) {
  std::string text;
  for (const auto& [version, support] : tls.versions) {
    text += support == Support::offered ? '1' : support == Support::refused ? '0' : '?';
  }
  return text;
}

TEST_F(Probe, GoodChain) {
  const facts::Tls tls =
      probe_service({issue(request_for({"localhost", "127.0.0.1", "::1", "WWW.Example.org"}))}, ca_file_);
  EXPECT_EQ(tls.outcome, Outcome::read) << tls.detail;
  EXPECT_EQ(tls.address, "127.0.0.1");
  EXPECT_EQ(tls.trust, Trust::trusted) << tls.trust_detail;
  EXPECT_TRUE(tls.name_matches);
  EXPECT_EQ(pattern(tls), "000011");
  EXPECT_EQ(tls.cipher, "TLS_AES_256_GCM_SHA384");

  ASSERT_EQ(tls.chain.size(), 1U);
  const facts::Certificate& leaf = tls.chain.front();
  EXPECT_EQ(leaf.subject, "CN=localhost,O=Consejo Electoral de Altamira");
  EXPECT_EQ(leaf.issuer, "CN=Altamira demo root,O=Consejo Electoral de Altamira");
  EXPECT_EQ(leaf.common_name, "localhost");
  EXPECT_EQ(leaf.names, (Names{"localhost", "127.0.0.1", "::1", "www.example.org"}));
  EXPECT_EQ(leaf.not_before, kNow - days(10));
  EXPECT_EQ(leaf.not_after, kNow + days(80));
  EXPECT_EQ(leaf.key, facts::KeyKind::ec);
  EXPECT_EQ(leaf.key_bits, 256);
  EXPECT_EQ(leaf.signature_algorithm, "ecdsa-with-SHA256");
  EXPECT_FALSE(leaf.self_signed);
  EXPECT_FALSE(leaf.is_ca);
  EXPECT_EQ(leaf.sha256.size(), 64U);
}

TEST_F(Probe, AnUnknownAuthority) {
  const facts::Tls tls = probe_service({issue(request_for({"127.0.0.1"}))}, "");
  EXPECT_EQ(tls.outcome, Outcome::read);
  EXPECT_EQ(tls.trust, Trust::unknown_issuer) << tls.trust_detail;
  EXPECT_TRUE(tls.name_matches);
}

TEST_F(Probe, AnUnknownRootThatIsSentAlong) {
  KeyPair pair = issue(request_for({"127.0.0.1"}));
  pair.certificate_pem += authority_->ca_pem();
  const facts::Tls tls = probe_service({pair}, "");
  EXPECT_EQ(tls.trust, Trust::unknown_issuer);
  ASSERT_EQ(tls.chain.size(), 2U);
  EXPECT_TRUE(tls.chain[1].self_signed);
  EXPECT_TRUE(tls.chain[1].is_ca);
}

TEST_F(Probe, AnUnreadableCaFileIsNotTested) {
  const facts::Tls tls = probe_service({issue(request_for({"127.0.0.1"}))}, "/nonexistent/ca.pem");
  EXPECT_EQ(tls.outcome, Outcome::read);
  EXPECT_EQ(tls.trust, Trust::not_tested);
  EXPECT_FALSE(tls.trust_detail.empty());
}

TEST_F(Probe, SelfSigned) {
  const Result<KeyPair> pair = Authority::self_signed(request_for({"127.0.0.1"}));
  ASSERT_TRUE(pair);
  const facts::Tls tls = probe_service({*pair}, ca_file_);
  EXPECT_EQ(tls.trust, Trust::self_signed);
  ASSERT_EQ(tls.chain.size(), 1U);
  EXPECT_TRUE(tls.chain.front().self_signed);
}

TEST_F(Probe, AnExpiredCertificateIsStillTrusted) {
  CertificateRequest request = request_for({"127.0.0.1"});
  request.not_before = kNow - days(100);
  request.not_after = kNow - days(1);
  EXPECT_EQ(probe_service({issue(request)}, ca_file_).trust, Trust::trusted);
  request.not_before = kNow + days(1);
  request.not_after = kNow + days(100);
  EXPECT_EQ(probe_service({issue(request)}, ca_file_).trust, Trust::trusted);
}

TEST_F(Probe, AnExpiredIntermediateIsInvalid) {
  const Result<Authority> old = authority_->intermediate(kNow - days(4000));
  ASSERT_TRUE(old);
  const Result<KeyPair> pair = old->issue(request_for({"127.0.0.1"}));
  ASSERT_TRUE(pair);
  EXPECT_EQ(probe_service({*pair}, ca_file_).trust, Trust::invalid);
}

TEST_F(Probe, AnIntermediateThatIsMissing) {
  const Result<Authority> intermediate = authority_->intermediate(kNow);
  ASSERT_TRUE(intermediate);
  CertificateRequest request = request_for({"127.0.0.1"});
  request.issuer_url = "http://ca.example.org/intermediate.crt";
  const Result<KeyPair> pair = intermediate->issue(request);
  ASSERT_TRUE(pair);
  const facts::Tls whole = probe_service({*pair}, ca_file_);
  EXPECT_EQ(whole.trust, Trust::trusted) << whole.trust_detail;
  EXPECT_EQ(whole.chain.size(), 2U);

  KeyPair lone = *pair;
  lone.certificate_pem.resize(lone.certificate_pem.find("-----BEGIN", 1));
  EXPECT_EQ(probe_service({lone}, ca_file_).trust, Trust::incomplete_chain);
}

TEST_F(Probe, AStrangerInTheChainDoesNoHarm) {
  CertificateRequest request = request_for({"127.0.0.1"});
  const Result<KeyPair> other = Authority::self_signed(request);
  ASSERT_TRUE(other);
  KeyPair pair = issue(request);
  pair.certificate_pem += other->certificate_pem;
  EXPECT_EQ(probe_service({pair}, ca_file_).trust, Trust::trusted);
}

TEST_F(Probe, NamesMatchBySubjectAltNameOnly) {
  const struct {
    Names names;
    bool matches;
  } cases[] = {
      {{"localhost"}, true},  {{"LOCALHOST"}, true},    {{"*.localhost"}, false},
      {{"local*"}, false},    {{"example.org"}, false}, {{"example.org", "localhost"}, true},
      {{"127.0.0.1"}, false},
  };
  for (const auto& c : cases) {
    const facts::Tls tls = probe_service({issue(request_for(c.names))}, ca_file_, "localhost");
    EXPECT_EQ(tls.name_matches, c.matches) << c.names.front();
    EXPECT_EQ(tls.trust, Trust::trusted);
  }
  // The common name is "127.0.0.1" (the first name), but as a DNS name it does not count for an address.
  EXPECT_FALSE(probe_service({issue(request_for({"127.0.0.2"}))}, ca_file_).name_matches);
  EXPECT_FALSE(probe_service({issue(request_for({}))}, ca_file_).name_matches);
}

TEST_F(Probe, AWeakOldKeyIsReadAllTheSame) {
  CertificateRequest request = request_for({"127.0.0.1"});
  request.rsa_bits = 1024;
  request.sha1 = true;
  const facts::Tls tls = probe_service({issue(request), TlsVersion::tls1_0, TlsVersion::tls1_2}, ca_file_);
  EXPECT_EQ(tls.outcome, Outcome::read) << tls.detail;
  EXPECT_EQ(tls.trust, Trust::trusted) << tls.trust_detail;
  ASSERT_EQ(tls.chain.size(), 1U);
  EXPECT_EQ(tls.chain.front().key, facts::KeyKind::rsa);
  EXPECT_EQ(tls.chain.front().key_bits, 1024);
  EXPECT_EQ(tls.chain.front().signature_algorithm, "ecdsa-with-SHA1");
  EXPECT_EQ(pattern(tls), "001110");
}

TEST_F(Probe, EveryRangeOfVersionsIsFound) {
  const KeyPair pair = issue(request_for({"127.0.0.1"}));
  CertificateRequest rsa = request_for({"127.0.0.1"});
  rsa.rsa_bits = 2048;
  const KeyPair rsa_pair = issue(rsa);
  const struct {
    TlsVersion lowest;
    TlsVersion highest;
    const char* expected;
  } cases[] = {
      {TlsVersion::tls1_0, TlsVersion::tls1_1, "001100"},
      {TlsVersion::tls1_3, TlsVersion::tls1_3, "000001"},
      {TlsVersion::tls1_2, TlsVersion::tls1_2, "000010"},
      {TlsVersion::tls1_0, TlsVersion::tls1_3, "001111"},
  };
  for (const auto& c : cases) {
    for (const KeyPair& key : {pair, rsa_pair}) {
      const facts::Tls tls = probe_service({key, c.lowest, c.highest}, ca_file_);
      EXPECT_EQ(tls.outcome, Outcome::read) << tls.detail;
      EXPECT_EQ(pattern(tls), c.expected);
      EXPECT_EQ(tls.trust, Trust::trusted);
    }
  }
}

}  // namespace
}  // namespace veedor::tls
