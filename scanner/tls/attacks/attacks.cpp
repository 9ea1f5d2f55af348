#include "scanner/tls/attacks/attacks.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/attacks/conversation.h"

namespace veedor::tls {
namespace {

using facts::Exposed;
using facts::Exposure;
using facts::Suite;
using facts::Support;
using facts::TlsVersion;
using facts::Vulnerability;

// The best version up to TLS 1.2 in which there are such suites, and these.
struct Ground {
  TlsVersion version = TlsVersion::tls1_2;
  std::vector<std::uint16_t> suites;
};

std::optional<Ground> ground_for(const facts::Tls& tls, bool (*fits)(const Suite&)) {
  for (TlsVersion version : {TlsVersion::tls1_2, TlsVersion::tls1_1, TlsVersion::tls1_0, TlsVersion::ssl3}) {
    const auto offer = tls.offers.find(version);
    if (offer == tls.offers.end()) continue;
    Ground ground{version, {}};
    for (std::uint32_t code : offer->second.suites) {
      const Suite* suite = facts::find_suite(code);
      if (suite != nullptr && fits(*suite)) ground.suites.push_back(static_cast<std::uint16_t>(code));
    }
    if (!ground.suites.empty()) return ground;
  }
  return std::nullopt;
}

bool is_cbc(const Suite& suite) { return suite.mode == facts::Mode::cbc; }
bool any_suite(const Suite&) { return true; }
// Old servers pass a record that is too short for AEAD over in silence.
bool is_not_aead(const Suite& suite) { return suite.mode != facts::Mode::aead; }
// What try_poodle_tls() can speak.
bool is_cbc_for_poodle(const Suite& suite) {
  return suite.code == 0x002F || suite.code == 0xC013 || suite.code == 0xC009;
}
bool is_rsa_exchange(const Suite& suite) {
  return suite.exchange == facts::KeyExchange::rsa && !suite.export_grade;
}

// RFC 5746 §3.6: without the extension, what an attacker sent first is taken for the beginning of the
// victim's request.
Exposed judge_renegotiation(const facts::TlsFeatures& features) {
  if (features.secure_renegotiation == Support::offered) return {Exposure::safe, {}};
  // It takes a server that lets somebody renegotiate.
  if (features.client_renegotiation == Support::offered)
    return {Exposure::vulnerable,
            "a client may renegotiate, and the extension that makes it secure is missing"};
  return {features.client_renegotiation == Support::refused ? Exposure::safe : Exposure::inconclusive, {}};
}

}  // namespace

void try_attacks(Asker& asker, const facts::Tls& tls, const std::vector<Bytes>& rsa_chain,
                 const Bytes& ticket, bool intrusive, Exposures& exposures) {
  const std::optional<Ground> ground = ground_for(tls, &any_suite);
  const auto safe = [&exposures](Vulnerability vulnerability, const char* why) {
    exposures[vulnerability] = {Exposure::safe, why};
  };
  if (!ground) {  // TLS 1.3 alone
    for (const Vulnerability each :
         {Vulnerability::heartbleed, Vulnerability::ccs_injection, Vulnerability::robot,
          Vulnerability::ticketbleed, Vulnerability::poodle_tls, Vulnerability::insecure_renegotiation})
      if (tls.offers.contains(TlsVersion::tls1_3)) safe(each, "no version up to TLS 1.2 is offered");
    return;
  }
  exposures[Vulnerability::insecure_renegotiation] = judge_renegotiation(tls.features);
  const std::optional<Ground> rsa = ground_for(tls, &is_rsa_exchange);
  const ClientHello hello = known_hello(asker, ground->version, ground->suites);
  std::vector<std::function<void()>> tasks;
  if (tls.features.heartbeat == Support::refused) {
    safe(Vulnerability::heartbleed, "heartbeats are not offered");
  } else if (intrusive) {
    tasks.emplace_back([&] { exposures[Vulnerability::heartbleed] = try_heartbleed(asker, hello); });
  }
  if (!rsa) {
    safe(Vulnerability::robot, "no suite encrypts with the certificate's RSA key");
  } else if (intrusive && !rsa_chain.empty()) {
    tasks.emplace_back([&] {
      exposures[Vulnerability::robot] =
          try_robot(asker, known_hello(asker, rsa->version, rsa->suites), rsa_chain.front());
    });
  }
  const std::optional<Ground> cbc = ground_for(tls, &is_cbc);
  const std::optional<Ground> spoken = ground_for(tls, &is_cbc_for_poodle);
  if (!cbc || cbc->version == TlsVersion::ssl3) {
    safe(Vulnerability::poodle_tls, "no suite of CBC is offered in TLS");
  } else if (intrusive && spoken && spoken->version >= TlsVersion::tls1_1) {
    tasks.emplace_back([&] { exposures[Vulnerability::poodle_tls] = try_poodle_tls(asker); });
  }
  if (tls.features.session_tickets == Support::refused) {
    safe(Vulnerability::ticketbleed, "session tickets are not offered");
  } else if (intrusive && !ticket.empty()) {
    tasks.emplace_back(
        [&] { exposures[Vulnerability::ticketbleed] = try_ticketbleed(asker, hello, ticket); });
  }
  if (intrusive) {
    const Ground early = ground_for(tls, &is_not_aead).value_or(*ground);
    tasks.emplace_back([&, early] {
      exposures[Vulnerability::ccs_injection] =
          try_ccs_injection(asker, known_hello(asker, early.version, early.suites));
    });
  }
  asker.loop().all(std::move(tasks));
}

}  // namespace veedor::tls
