// The TLSA records of the host (DANE) describe another certificate than the one that it shows.
#include "rules/rule.h"

#include <algorithm>
#include <string>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Lookup;

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  const Values values = {{"host", host.name}, {"port", std::to_string(host.https_port)}};
  if (host.dns.tlsa == Lookup::failed)
    return {{.outcome = Outcome::cant_tell, .message = "lookup-failed", .values = values}};
  if (host.dns.tlsa != Lookup::found || host.dns.tlsa_records.empty()) return {};
  // RFC 6698 §2.1: one record that matches is enough; others prepare a change.
  if (std::ranges::any_of(host.dns.tlsa_records, &facts::Tlsa::matches)) return {{Outcome::passed}};
  const bool unknown = std::ranges::any_of(host.dns.tlsa_records, [&](const facts::Tlsa& record) {
    return facts::fit(record, host.tls.chain) == facts::TlsaFit::not_comparable;
  });
  if (unknown) return {{.outcome = Outcome::cant_tell, .message = "not-comparable", .values = values}};
  return {{.outcome = Outcome::failed,
           .message = host.dns.authenticated ? "mismatch-signed" : "mismatch",
           .values = values}};
}

}  // namespace

extern constexpr Rule dns_tlsa_mismatch = define({
    .id = "tls/dns-tlsa-mismatch",
    .severity = Severity::moderate,  // browsers do not ask for them; other programs refuse to connect
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A05:2021"}, .rfc = {"RFC 6698 §2.1", "RFC 7671 §8.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
