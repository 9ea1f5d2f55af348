// Our hellos, read back field by field.
#include "scanner/tls/wire/client_hello.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/enumerate/asker.h"

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
  Loop loop({}, Clock::now());
  return Asker(loop, {}, "www.example.org", {}).hello(version);
}

TEST(ClientHello, LengthsAreRightForEveryVersionAndName) {
  for (int version = 1; version <= 5; ++version) {
    for (std::size_t size = 0; size < 256; ++size) {
      ClientHello hello = hello_for(static_cast<TlsVersion>(version));
      hello.server_name = std::string(size, 'a');
      const Parsed parsed = parse(write(hello));
      EXPECT_TRUE(parsed.exact);
      if (version == 1) continue;
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
    EXPECT_EQ(parsed.version, 0x02FFU + static_cast<std::uint32_t>(version));
    EXPECT_TRUE(parsed.extensions.contains(10) && parsed.extensions.contains(11));
    EXPECT_EQ(parsed.extensions.contains(13), version == TlsVersion::tls1_2);
    EXPECT_FALSE(parsed.extensions.contains(43));
    EXPECT_TRUE(parsed.extensions.contains(5) && parsed.extensions.contains(15) &&
                parsed.extensions.contains(16));
  }
}

TEST(ClientHello, Tls13AsksForARetryUnlessItHasAShare) {
  ClientHello hello = hello_for(TlsVersion::tls1_3);
  hello.grease = false;
  Parsed parsed = parse(write(hello));
  EXPECT_EQ(parsed.version, 0x0303U);
  EXPECT_EQ(parsed.session, 32U);
  EXPECT_EQ(parsed.extensions[43], (Bytes{2, 3, 4}));
  EXPECT_EQ(parsed.extensions[51], (Bytes{0, 0}));
  for (std::uint16_t suite : parsed.suites)
    EXPECT_EQ(facts::find_suite(suite)->since, TlsVersion::tls1_3) << suite;

  hello.shares = {{0x001D, Bytes(32, 7)}};
  parsed = parse(write(hello));
  ASSERT_EQ(parsed.extensions[51].size(), 38U);
  EXPECT_EQ(parsed.extensions[51][3], 0x1D);
}

TEST(ClientHello, GreaseIsInEveryList) {
  const Parsed parsed = parse(write(hello_for(TlsVersion::tls1_3)));
  EXPECT_EQ(parsed.suites.front(), 0x5A5A);
  EXPECT_TRUE(parsed.extensions.contains(0x5A5A));
  EXPECT_EQ(parsed.extensions.at(43), (Bytes{4, 0x5A, 0x5A, 3, 4}));
}

TEST(ClientHello, IsPaddedToTheLengthAskedFor) {
  ClientHello hello = hello_for(TlsVersion::tls1_2);
  hello.at_least = 1'800;
  const Parsed parsed = parse(write(hello));
  EXPECT_TRUE(parsed.exact);
  EXPECT_GE(parsed.length, 1'800U);
  EXPECT_LT(parsed.length, 1'820U);
}

TEST(Suites, AVersionOffersOnlyItsOwn) {
  for (std::uint16_t code : suites_for(TlsVersion::ssl3)) EXPECT_LT(code, 0xC100) << facts::suite_name(code);
  EXPECT_EQ(suites_for(TlsVersion::tls1_3).size(), 13U);
  EXPECT_GT(suites_for(TlsVersion::tls1_2).size(), suites_for(TlsVersion::tls1_1).size());
  EXPECT_GT(suites_for(TlsVersion::tls1_2).size(), 300U);
}

TEST(Suites, TodaysComeFirst) {
  EXPECT_TRUE(facts::suite_name(suites_for(TlsVersion::tls1_2).front()).find("GCM") !=
              std::string_view::npos);
}

}  // namespace
}  // namespace veedor::tls
