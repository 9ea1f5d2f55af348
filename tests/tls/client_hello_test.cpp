// Our hellos, read back field by field.
#include "scanner/tls/client_hello.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "scanner/tls/suites.h"

namespace veedor::tls {
namespace {

using facts::TlsVersion;

struct Parsed {
  std::uint32_t record_version = 0;
  std::uint32_t version = 0;
  std::size_t session = 0;
  std::vector<std::uint16_t> suites;
  std::map<std::uint32_t, Bytes> extensions;
  std::size_t length = 0;
  bool exact = false;  // every length was right and no byte was left
};

Parsed parse(const Bytes& bytes) {
  Parsed hello;
  Reader record(bytes);
  if (record.number(1) != 22U) return hello;
  hello.record_version = record.number(2).value_or(0);
  Reader message(record.vector(2).value_or(BytesView()));
  hello.length = message.left();
  if (message.number(1) != 1U) return hello;
  Reader body(message.vector(3).value_or(BytesView()));
  hello.version = body.number(2).value_or(0);
  body.take(32);
  hello.session = body.vector(1).value_or(BytesView()).size();
  Reader suites(body.vector(2).value_or(BytesView()));
  while (auto suite = suites.number(2)) hello.suites.push_back(static_cast<std::uint16_t>(*suite));
  body.vector(1);
  hello.exact = record.empty() && message.empty() && suites.empty();
  if (body.empty()) return hello;
  Reader extensions(body.vector(2).value_or(BytesView()));
  while (!extensions.empty()) {
    const auto type = extensions.number(2);
    const auto data = extensions.vector(2);
    if (!type || !data) return Parsed{};
    hello.extensions[*type] = Bytes(data->begin(), data->end());
  }
  hello.exact = hello.exact && body.empty();
  return hello;
}

ClientHello hello_for(TlsVersion version) {
  return {.version = version, .server_name = "www.example.org", .suites = suites_of(version, 120)};
}

TEST(ClientHello, LengthsAreRightForEveryVersionAndName) {
  for (int version = 0; version < 5; ++version) {
    for (std::size_t size = 0; size < 256; ++size) {
      ClientHello hello = hello_for(static_cast<TlsVersion>(version));
      hello.server_name = std::string(size, 'a');
      const Parsed parsed = parse(write(hello));
      EXPECT_TRUE(parsed.exact);
      if (version == 0) continue;
      EXPECT_TRUE(parsed.length < 256 || parsed.length >= 512) << "RFC 7685: " << parsed.length;
      EXPECT_EQ(parsed.extensions.contains(0), size > 0);
    }
  }
}

TEST(ClientHello, Ssl3HasNoExtensions) {
  const Parsed parsed = parse(write(hello_for(TlsVersion::ssl3)));
  EXPECT_EQ(parsed.record_version, 0x0300U);
  EXPECT_EQ(parsed.version, 0x0300U);
  EXPECT_TRUE(parsed.extensions.empty());
  EXPECT_EQ(parsed.suites.back(), 0x00FF);
}

TEST(ClientHello, OldVersionsAskForThemselves) {
  for (TlsVersion version : {TlsVersion::tls1_0, TlsVersion::tls1_1, TlsVersion::tls1_2}) {
    const Parsed parsed = parse(write(hello_for(version)));
    EXPECT_EQ(parsed.record_version, 0x0301U);
    EXPECT_EQ(parsed.version, 0x0300U + static_cast<std::uint32_t>(version));
    EXPECT_TRUE(parsed.extensions.contains(10) && parsed.extensions.contains(11));
    EXPECT_EQ(parsed.extensions.contains(13), version == TlsVersion::tls1_2);
    EXPECT_FALSE(parsed.extensions.contains(43));
    EXPECT_LE(parsed.suites.size(), 127U);
  }
}

TEST(ClientHello, Tls13AsksForARetryUnlessItHasAShare) {
  ClientHello hello = hello_for(TlsVersion::tls1_3);
  Parsed parsed = parse(write(hello));
  EXPECT_EQ(parsed.version, 0x0303U);
  EXPECT_EQ(parsed.session, 32U);
  EXPECT_EQ(parsed.extensions[43], (Bytes{2, 3, 4}));
  EXPECT_EQ(parsed.extensions[51], (Bytes{0, 0}));
  for (std::uint16_t suite : parsed.suites) EXPECT_TRUE(suite >> 8 == 0x13 || suite >> 8 == 0) << suite;

  hello.key_share = KeyShare::x25519;
  parsed = parse(write(hello));
  ASSERT_EQ(parsed.extensions[51].size(), 38U);
  EXPECT_EQ(parsed.extensions[51][3], 0x1D);
}

TEST(Suites, CodesAndNamesAreUnique) {
  std::set<std::uint16_t> codes;
  std::set<std::string_view> names;
  for (const Suite& suite : suites()) {
    EXPECT_TRUE(codes.insert(suite.code).second) << suite.name;
    EXPECT_TRUE(names.insert(suite.name).second) << suite.name;
    EXPECT_TRUE(suite.name.starts_with("TLS_"));
  }
  EXPECT_EQ(suite_name(0x1301), "TLS_AES_128_GCM_SHA256");
  EXPECT_EQ(suite_name(0xC02F), "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
  EXPECT_EQ(suite_name(0x000A), "TLS_RSA_WITH_3DES_EDE_CBC_SHA");
  EXPECT_EQ(suite_name(0xFFFF), "");
}

TEST(Suites, AVersionOffersOnlyItsOwn) {
  for (std::uint16_t code : suites_of(TlsVersion::ssl3, 500)) EXPECT_LT(code, 0xC000);
  EXPECT_EQ(suites_of(TlsVersion::tls1_3, 500).size(), 7U);
  EXPECT_EQ(suites_of(TlsVersion::tls1_2, 10).size(), 10U);
  EXPECT_GT(suites_of(TlsVersion::tls1_2, 500).size(), suites_of(TlsVersion::tls1_1, 500).size());
}

}  // namespace
}  // namespace veedor::tls
