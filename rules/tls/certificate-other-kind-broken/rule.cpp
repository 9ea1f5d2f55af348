// The server has a second certificate, for clients that want the other kind of key, and that one is at fault.
#include "rules/rule.h"

#include <string>

#include "rules/support/other_chains.h"
#include "rules/support/tls_service.h"
#include "scanner/base/time.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  const ChainFault known = fault_of(host.tls, host.now);
  Verdicts verdicts;
  for (const facts::OtherChain& other : host.tls.other_chains) {
    const std::string kind(key_kind_asked(other));
    const facts::Certificate* certificate = other_certificate(other, host.tls);
    if (kind.empty() || certificate == nullptr) continue;
    const ChainFault fault = fault_of(other, host.now);
    // What is wrong with both is said once, of the first.
    if (fault == known && fault != ChainFault::none) continue;
    if (fault == ChainFault::none) {
      // Where trust could not be tested, that it is good is not known either.
      if (other.trust == facts::Trust::trusted) verdicts.push_back({Outcome::passed});
      continue;
    }
    const Time date = fault == ChainFault::expired ? certificate->not_after : certificate->not_before;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = message_key(fault),
                        .values = {{"host", host.name},
                                   {"kind", kind},
                                   {"date", iso_date(date)},
                                   {"certificate", short_name(*certificate)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_other_kind_broken = define({
    .id = "tls/certificate-other-kind-broken",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295", "CWE-298"},
                   .owasp = {"A05:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 5280 §6", "RFC 8446 §4.4.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
