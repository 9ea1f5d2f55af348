// What real servers answered, recorded from OpenSSL 1.0.1 to 3.5, nginx, Node and Java, read back message by
// message.
#include "scanner/tls/wire/flight.h"

#include <string>

#include <gtest/gtest.h>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/enumerate/common_primes.h"
#include "scanner/tls/wire/ssl2.h"
#include "tests/tls/vectors.h"

namespace veedor::tls {
namespace {

struct Told {
  Flight flight;
  int alert = -1;
  bool malformed = false;
};

// As they come in pieces of that size.
Told tell(const Bytes& bytes, std::size_t piece = 1'000'000) {
  Told told;
  MessageReader reader;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(BytesView(bytes).subspan(at, std::min(piece, bytes.size() - at)));
    while (true) {
      const Event event = reader.next();
      if (std::holds_alternative<NeedMore>(event)) break;
      if (const auto* alert = std::get_if<Alert>(&event)) told.alert = alert->description;
      if (const auto* message = std::get_if<HandshakeMessage>(&event))
        told.malformed |= !read_message(*message, told.flight);
      told.malformed |= std::holds_alternative<Malformed>(event);
      if (told.malformed || told.flight.complete) return told;
    }
  }
  return told;
}

struct Expected {
  const char* name;
  std::uint16_t version;
  const char* suite;
  std::size_t certificates;
  const char* group;  // of elliptic curves
  int dh_bytes;       // of the prime
  const char* scheme;
};

constexpr Expected kFlights[] = {
    {"nginx_tls1_2", 0x0303, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", 2, "x25519", 0,
     "ecdsa_secp256r1_sha256"},
    {"nginx_tls1_1", 0x0302, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", 2, "x25519", 0, ""},
    {"nginx_anonymous", 0x0303, "TLS_ECDH_anon_WITH_AES_128_CBC_SHA", 0, "x25519", 0, ""},
    {"node_0_10_ssl3", 0x0300, "TLS_RSA_WITH_AES_256_CBC_SHA", 2, "", 0, ""},
    {"node_0_10_tls1_2", 0x0303, "TLS_RSA_WITH_AES_256_GCM_SHA384", 2, "", 0, ""},
    {"jsse_export", 0x0301, "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA", 2, "", 256, ""},
    {"jsse_ssl3", 0x0300, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA", 2, "", 256, ""},
    {"openssl_dhe", 0x0302, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA", 2, "", 128, ""},
    {"node_8_dhe", 0x0303, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", 2, "", 128, "rsa_pkcs1_sha512"},
};

TEST(RecordedFlights, AreReadToTheirEnd) {
  for (const Expected& expected : kFlights) {
    SCOPED_TRACE(expected.name);
    const Told told = tell(test::recorded(expected.name));
    EXPECT_FALSE(told.malformed);
    ASSERT_TRUE(told.flight.complete);
    EXPECT_EQ(told.flight.hello->version, expected.version);
    EXPECT_EQ(facts::suite_name(told.flight.hello->suite), expected.suite);
    EXPECT_EQ(told.flight.certificates.size(), expected.certificates);
    const auto& exchange = told.flight.key_exchange;
    EXPECT_EQ(exchange && exchange->group ? facts::group_name(*exchange->group) : "",
              std::string_view(expected.group));
    EXPECT_EQ(exchange ? static_cast<int>(exchange->prime.size()) : 0, expected.dh_bytes);
    EXPECT_EQ(exchange && exchange->scheme ? facts::signature_scheme_name(*exchange->scheme) : "",
              std::string_view(expected.scheme));
  }
}

TEST(RecordedFlights, SayTheSameInPiecesOfAnySize) {
  for (const Expected& expected : kFlights) {
    const Bytes bytes = test::recorded(expected.name);
    for (std::size_t piece : {1U, 2U, 5U, 7U, 100U, 1460U}) {
      const Told told = tell(bytes, piece);
      EXPECT_TRUE(told.flight.complete && !told.malformed) << expected.name << " in pieces of " << piece;
    }
  }
}

TEST(RecordedFlights, EndAtAnyByteWithoutHarm) {
  for (const Expected& expected : kFlights) {
    const Bytes bytes = test::recorded(expected.name);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      const Told told = tell({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)});
      EXPECT_FALSE(told.flight.complete) << expected.name << " after " << length;
      EXPECT_FALSE(told.malformed) << expected.name << " after " << length;
    }
  }
}

TEST(RecordedFlights, WithOneByteChangedEndAllTheSame) {
  for (const Expected& expected : kFlights) {
    const Bytes bytes = test::recorded(expected.name);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      for (int change : {0x01, 0x80, 0xFF}) {
        Bytes changed = bytes;
        changed[i] = static_cast<std::uint8_t>(changed[i] ^ change);
        const Told told = tell(changed);
        EXPECT_LE(told.flight.certificates.size(), 32U);
      }
    }
  }
}

TEST(RecordedFlights, AStapleComesWithThem) {
  const Told told = tell(test::recorded("openssl_staple"));
  ASSERT_TRUE(told.flight.complete);
  EXPECT_GT(told.flight.staple.size(), 1'000U);
  EXPECT_TRUE(told.flight.hello->has(5));
}

TEST(RecordedRetries, NameSuiteAndGroupInClear) {
  const struct {
    const char* name;
    const char* group;
  } cases[] = {{"nginx_tls1_3_retry", "x25519"}, {"node_24_hybrid_retry", "X25519MLKEM768"}};
  for (const auto& c : cases) {
    const Told told = tell(test::recorded(c.name));
    ASSERT_TRUE(told.flight.complete) << c.name;
    EXPECT_TRUE(told.flight.hello->retry_request);
    EXPECT_EQ(told.flight.hello->version, 0x0304);
    EXPECT_TRUE(facts::suite_name(told.flight.hello->suite).starts_with("TLS_AES_"));
    EXPECT_EQ(facts::group_name(told.flight.hello->group.value_or(0)), c.group);
  }
}

TEST(RecordedRefusal, IsAnAlert) {
  const Told told = tell(test::recorded("nginx_tls1_0_refused"));
  EXPECT_EQ(told.alert, 70);
  EXPECT_FALSE(told.flight.hello);
}

TEST(RecordedSsl2, ListsWhatTheServerTakes) {
  const Bytes bytes = test::recorded("node_0_10_ssl2");
  const Result<std::optional<Ssl2Hello>> hello = parse_ssl2_hello(bytes);
  ASSERT_TRUE(hello && *hello);
  EXPECT_EQ((*hello)->kinds.size(), 7U);
  EXPECT_EQ(facts::suite_name((*hello)->kinds.front()), "SSL_CK_DES_192_EDE3_CBC_WITH_MD5");
  EXPECT_GT((*hello)->certificate.size(), 500U);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const auto part = parse_ssl2_hello(BytesView(bytes).first(length));
    EXPECT_TRUE(part && !*part) << length;
  }
}

TEST(CommonPrimes, AreKnownByName) {
  const Told told = tell(test::recorded("openssl_dhe"));
  ASSERT_TRUE(told.flight.key_exchange);
  EXPECT_EQ(common_prime_name(told.flight.key_exchange->prime), "RFC 2409 group 2");
  Bytes other = told.flight.key_exchange->prime;
  other[other.size() / 2] ^= 1;
  EXPECT_EQ(common_prime_name(other), "");
  EXPECT_EQ(common_prime_name({}), "");
}

}  // namespace
}  // namespace veedor::tls
