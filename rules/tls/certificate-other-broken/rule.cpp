// The chain that other clients see, of the other kind of key, is at fault.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

// What is wrong with the chain; "" where nothing is.
std::string_view fault_of(const facts::OtherChain& other, Time now) {
  const facts::Certificate& own = other.chain.front();
  if (own.not_after < now || own.not_before > now) return "dates";
  if (!other.name_matches) return "name";
  const bool doubtful = other.trust != facts::Trust::trusted && other.trust != facts::Trust::not_tested;
  return doubtful ? "trust" : "";
}

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  Verdicts verdicts;
  for (const facts::OtherChain& other : host.tls.other_chains) {
    // Without a name the server has to guess: its usual certificate is no fault.
    if (other.chain.empty() || other.seen_by == "no_server_name") continue;
    const std::string_view fault = fault_of(other, host.now);
    if (fault.empty()) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = fault,
                        .values = {{"host", host.name}, {"certificate", short_name(other.chain.front())}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_other_broken = define({
    .id = "tls/certificate-other-broken",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A02:2021"}, .rfc = {"RFC 5280 §6", "RFC 9525 §6"}},
    .check = check,
});

}  // namespace veedor::rules::tls
