// The three category scores and the letter of their sum, on both sides of each threshold.
#include "rules/rating/scores.h"

#include <gtest/gtest.h>

#include "scanner/facts/tls/suite.h"
#include "tests/rating/samples.h"

namespace veedor::rules::rating {
namespace {

using facts::TlsVersion;
using test::good_host;
using test::offer;
using test::refuse;

TEST(RatingScores, TheLettersBegin) {
  const struct {
    int total;
    const char* letter;
  } cases[] = {{100, "A"}, {80, "A"}, {79, "B"}, {65, "B"}, {64, "C"}, {50, "C"},
               {49, "D"},  {35, "D"}, {34, "E"}, {20, "E"}, {19, "F"}, {0, "F"}};
  for (const auto& c : cases) EXPECT_EQ(letter_of(c.total), c.letter) << c.total;
}

TEST(RatingScores, ProtocolIsTheMeanOfBestAndWorst) {
  const struct {
    TlsVersion worst;
    int score;
  } cases[] = {
      {TlsVersion::ssl2, 50}, {TlsVersion::ssl3, 90}, {TlsVersion::tls1_0, 95}, {TlsVersion::tls1_1, 97}};
  for (const auto& c : cases) {
    facts::Host host = good_host();
    offer(host, c.worst, {0x002F});
    EXPECT_EQ(scores(host.tls).protocol, c.score);
  }
}

TEST(RatingScores, CipherIsTheMeanOfBestAndWorst) {
  const struct {
    std::uint32_t worst;
    int score;
  } cases[] = {{0xC02C, 100}, {0xC02B, 90}, {0x000A, 60}, {0x0001, 50}};
  for (const auto& c : cases) {
    facts::Host host = good_host();
    refuse(host, TlsVersion::tls1_3);
    offer(host, TlsVersion::tls1_2, {0xC02C, c.worst});
    EXPECT_EQ(scores(host.tls).cipher, c.score) << facts::suite_name(c.worst);
  }
}

TEST(RatingScores, TheWeakestLinkIsTheKeyExchange) {
  const struct {
    int bits;
    int score;
  } cases[] = {{511, 20}, {512, 40}, {1023, 40}, {1024, 80}, {2047, 80}, {2048, 90}, {4095, 90}, {4096, 100}};
  for (const auto& c : cases) {
    facts::Host host = good_host();
    host.tls.key_exchange.groups.clear();
    host.tls.key_exchange.groups_1_3 = {0x0018};  // as hard as RSA of 7,680 bits
    host.tls.chain = {test::rsa_certificate(c.bits)};
    EXPECT_EQ(scores(host.tls).key_exchange, c.score) << c.bits;
    host.tls.chain = {test::rsa_certificate(4096)};
    host.tls.key_exchange.dh = {{.bits = c.bits}};
    EXPECT_EQ(scores(host.tls).key_exchange, c.score) << c.bits;
  }
}

TEST(RatingScores, ExportAndAnonymousSuitesCount) {
  facts::Host host = good_host();
  offer(host, TlsVersion::tls1_2, {0xC02C, 0x0003});
  EXPECT_EQ(scores(host.tls).key_exchange, 40);
  offer(host, TlsVersion::tls1_2, {0xC02C, 0xC019});
  EXPECT_EQ(scores(host.tls).key_exchange, 0);
  EXPECT_EQ(scores(host.tls).total, 0);
}

TEST(RatingScores, CurvesAreAsHardAsRsaKeys) {
  const struct {
    int curve;
    int rsa;
  } cases[] = {{111, 0},    {112, 512},  {159, 512},  {160, 1024}, {223, 1024},
               {224, 2048}, {253, 3072}, {256, 3072}, {384, 7680}, {521, 15360}};
  for (const auto& c : cases) EXPECT_EQ(rsa_equivalent(c.curve), c.rsa) << c.curve;
}

}  // namespace
}  // namespace veedor::rules::rating
