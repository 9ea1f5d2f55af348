// What CAA, TLSA and HTTPS records say, and which bytes say nothing; whether TLSA fits certificates.
#include "scanner/dns/records.h"

#include <string>

#include <gtest/gtest.h>

#include "scanner/dns/resolvers.h"
#include "scanner/dns/tlsa.h"

namespace veedor::dns {
namespace {

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }
Bytes operator+(Bytes a, const Bytes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(DnsRecords, Caa) {
  const Result<facts::Caa> caa = read_caa(Bytes{0x80, 5} + bytes_of("IssueCa.example; a=b\n"));
  ASSERT_TRUE(caa);
  EXPECT_EQ(caa->tag, "issue");
  EXPECT_EQ(caa->value, "Ca.example; a=b ");
  EXPECT_TRUE(caa->critical);
  const Result<facts::Caa> empty = read_caa(Bytes{0, 9} + bytes_of("issuewild"));
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->value, "");
  EXPECT_FALSE(empty->critical);
  for (const Bytes& bad : {Bytes{}, Bytes{0}, Bytes{0, 0}, Bytes{0, 3, 'a', 'b'}, Bytes{0, 2, 'a', '-'}})
    EXPECT_FALSE(read_caa(bad)) << bad.size();
  const Result<facts::Caa> large = read_caa(Bytes{0, 1, 'a'} + Bytes(60'000, 'x'));
  ASSERT_TRUE(large);
  EXPECT_LE(large->value.size(), 520U);
}

TEST(DnsRecords, Tlsa) {
  const Result<facts::Tlsa> tlsa = read_tlsa(Bytes{3, 1, 1, 0x0A, 0xFF});
  ASSERT_TRUE(tlsa);
  EXPECT_EQ(tlsa->usage, 3);
  EXPECT_EQ(tlsa->selector, 1);
  EXPECT_EQ(tlsa->matching, 1);
  EXPECT_EQ(tlsa->data, "0aff");
  EXPECT_FALSE(tlsa->matches);
  EXPECT_FALSE(read_tlsa(Bytes{3, 1, 1}));
}

TEST(DnsRecords, Https) {
  const Result<ServiceBinding> https =
      read_https(Bytes{0, 1, 0, 0, 1, 0, 6, 2, 'h', '3', 2, 'h', '2', 0, 5, 0, 1, 0xEE});
  ASSERT_TRUE(https);
  EXPECT_EQ(https->priority, 1);
  EXPECT_EQ(https->target, "");
  EXPECT_EQ(https->alpn, (std::vector<std::string>{"h3", "h2"}));
  EXPECT_TRUE(https->encrypted_client_hello);
  const Result<ServiceBinding> alias = read_https(Bytes{0, 0, 1, 'a', 1, 'b', 0});
  ASSERT_TRUE(alias);
  EXPECT_EQ(alias->priority, 0);
  EXPECT_EQ(alias->target, "a.b");
  const Bytes bad[] = {{},
                       {0},
                       {0, 1},                              // no target
                       {0, 1, 0xC0, 0},                     // compressed
                       {0, 1, 3, 'a'},                      // a label that is cut
                       {0, 1, 0, 0},                        // a key that is cut
                       {0, 1, 0, 0, 1, 0, 9, 1, 'h'},       // a value that is cut
                       {0, 1, 0, 0, 1, 0, 0},               // no protocol
                       {0, 1, 0, 0, 1, 0, 1, 0},            // an empty one
                       {0, 1, 0, 0, 1, 0, 2, 5, 'h'},       // one that is cut
                       {0, 1, 0, 0, 5, 0, 0, 0, 5, 0, 0},   // twice
                       {0, 1, 0, 0, 5, 0, 0, 0, 2, 0, 0}};  // out of order
  for (const Bytes& data : bad) EXPECT_FALSE(read_https(data)) << data.size();
}

TEST(Tlsa, FitsTheHostsOwnCertificateOrAnAuthoritys) {
  facts::Certificate leaf;
  leaf.sha256 = "aa";
  leaf.key_sha256 = "bb";
  facts::Certificate authority;
  authority.sha256 = "cc";
  authority.key_sha256 = "dd";
  authority.is_ca = true;
  using facts::TlsaFit;
  const struct {
    facts::Tlsa record;
    TlsaFit fit;
  } cases[] = {
      {{3, 0, 1, "aa"}, TlsaFit::matches},        {{3, 1, 1, "bb"}, TlsaFit::matches},
      {{1, 0, 1, "aa"}, TlsaFit::matches},        {{3, 0, 1, "bb"}, TlsaFit::differs},
      {{3, 0, 1, "cc"}, TlsaFit::differs},        {{2, 0, 1, "cc"}, TlsaFit::matches},
      {{2, 1, 1, "dd"}, TlsaFit::matches},        {{0, 1, 1, "dd"}, TlsaFit::matches},
      {{2, 0, 1, "aa"}, TlsaFit::differs},        {{3, 0, 0, "aa"}, TlsaFit::not_comparable},
      {{3, 0, 2, "aa"}, TlsaFit::not_comparable}, {{3, 2, 1, "aa"}, TlsaFit::not_comparable},
      {{4, 0, 1, "aa"}, TlsaFit::not_comparable}, {{0, 0, 1, "ee"}, TlsaFit::not_comparable},
  };
  for (const auto& c : cases) {
    std::vector<facts::Tlsa> records = {c.record};
    match(records, {leaf, authority});
    EXPECT_EQ(facts::fit(records[0], {leaf, authority}), c.fit)
        << c.record.usage << c.record.selector << c.record.matching << c.record.data;
    match(records, {});
    EXPECT_FALSE(records[0].matches);
  }
  authority.self_signed = true;
  EXPECT_EQ(facts::fit({0, 0, 1, "ee"}, {leaf, authority}), TlsaFit::differs) << "the whole path is known";
  std::vector<facts::Tlsa> empty = {{3, 0, 1, ""}};
  match(empty, {facts::Certificate()});
  EXPECT_FALSE(empty[0].matches);
}

TEST(Resolvers, AreReadFromTheFile) {
  const std::vector<Resolver> read = read_resolvers(
      "# nameserver 192.0.2.9\nsearch example.org\nnameserver 192.0.2.1\n nameserver\tfe80::1%eth0 "
      "\nnameserver\n"
      "nameserver 192.0.2.3\nnameserver 192.0.2.4\n");
  ASSERT_EQ(read.size(), 3U);
  EXPECT_EQ(read[0].address, "192.0.2.1");
  EXPECT_EQ(read[1].address, "fe80::1%eth0");
  EXPECT_EQ(read[2].address, "192.0.2.3");
  EXPECT_EQ(read[0].port, 53);
  ASSERT_EQ(read_resolvers("").size(), 1U);
  EXPECT_EQ(read_resolvers("")[0].address, "127.0.0.1");
}

}  // namespace
}  // namespace veedor::dns
