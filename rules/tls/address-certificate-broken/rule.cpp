// Another address of the same name shows a certificate that clients refuse.
#include "rules/rule.h"

#include <string>

#include "rules/support/other_chains.h"
#include "rules/support/tls_service.h"
#include "scanner/base/text.h"
#include "scanner/base/time.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxAddress = 60;

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  const ChainFault known = fault_of(host.tls, host.now);
  Verdicts verdicts;
  for (const facts::OtherChain& other : host.tls.other_chains) {
    if (!seen_at_address(other) || other.chain.empty()) continue;
    const facts::Certificate& certificate = other.chain.front();
    const ChainFault fault = fault_of(other, host.now);
    // What is wrong at all addresses is said once, of the first.
    if (fault == known && fault != ChainFault::none) continue;
    if (fault == ChainFault::none) {
      if (other.trust == facts::Trust::trusted) verdicts.push_back({Outcome::passed});
      continue;
    }
    const std::string address = shorten(printable(other.seen_by), kMaxAddress);
    const Time date = fault == ChainFault::expired ? certificate.not_after : certificate.not_before;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = message_key(fault),
                        .values = {{"host", host.name},
                                   {"address", address},
                                   {"date", iso_date(date)},
                                   {"certificate", short_name(certificate)}},
                        .cause = std::string(message_key(fault)) + " " + address});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule address_certificate_broken = define({
    .id = "tls/address-certificate-broken",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295", "CWE-298"},
                   .owasp = {"A05:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 5280 §6", "RFC 9525 §6"}},
    .check = check,
});

}  // namespace veedor::rules::tls
