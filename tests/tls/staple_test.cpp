// What a stapled answer is worth with the chain that came along, whole, cut or in disorder.
#include "scanner/tls/certificates/staple.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "scanner/tls/certificates/certificate.h"
#include "scanner/tls/certificates/chain.h"
#include "scanner/tls/wire/flight.h"
#include "scanner/tls/wire/records.h"
#include "tests/tls/vectors.h"

namespace veedor::tls {
namespace {

using facts::StapleState;

Flight recorded_flight() {
  const Bytes bytes = test::recorded("openssl_staple");
  MessageReader reader;
  reader.feed(bytes);
  Flight flight;
  while (!flight.complete) {
    const Event event = reader.next();
    const auto* message = std::get_if<HandshakeMessage>(&event);
    if (message == nullptr || !read_message(*message, flight)) break;
  }
  EXPECT_TRUE(flight.complete);
  return flight;
}

// Those of the recorded chain, by index.
CertificateChain chain_of(const Flight& flight, const std::vector<std::size_t>& order) {
  CertificateChain chain;
  for (const std::size_t i : order) chain.push_back(parse_certificate(flight.certificates.at(i)));
  return chain;
}

// Any time after the answer was made.
constexpr Time kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24);

TEST(Staple, WithoutItsIssuerItIsNotTested) {
  const Flight flight = recorded_flight();
  for (const std::vector<std::size_t>& order : {std::vector<std::size_t>{0}, {0, 0}}) {
    const facts::Staple staple = judge_staple(flight.staple, chain_of(flight, order), kNow);
    EXPECT_EQ(staple.state, StapleState::none);
    EXPECT_EQ(staple.detail, "not tested: no issuer was sent");
  }
  EXPECT_EQ(judge_staple({}, chain_of(flight, {0}), kNow).detail, "") << "nothing came";
}

TEST(Staple, ItsIssuerIsFoundWhereverItStands) {
  const Flight flight = recorded_flight();
  ASSERT_GE(flight.certificates.size(), 2U);
  const facts::Staple right = judge_staple(flight.staple, chain_of(flight, {0, 1}), kNow);
  EXPECT_EQ(right.state, StapleState::revoked) << right.detail;
  const facts::Staple disordered = judge_staple(flight.staple, chain_of(flight, {0, 0, 1}), kNow);
  EXPECT_EQ(disordered.state, right.state) << disordered.detail;
  EXPECT_EQ(disordered.next_update, right.next_update);
}

TEST(Staple, WhatIsNoResponseIsInvalid) {
  const Flight flight = recorded_flight();
  const Bytes noise = {1, 2, 3};
  EXPECT_EQ(judge_staple(noise, chain_of(flight, {0}), kNow).state, StapleState::invalid);
}

}  // namespace
}  // namespace veedor::tls
