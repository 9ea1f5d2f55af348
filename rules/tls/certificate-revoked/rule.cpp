// The server itself hands out its authority's word that the certificate is revoked.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::StapleState;

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  const StapleState state = host.tls.staple.state;
  if (state == StapleState::good) return {{Outcome::passed}};
  if (state != StapleState::revoked) return {};  // nothing is said of it that could be relied on
  return {{.outcome = Outcome::failed,
           .message = "revoked",
           .values = {{"host", host.name}, {"certificate", short_name(*certificate)}}}};
}

}  // namespace

extern constexpr Rule certificate_revoked = define({
    .id = "tls/certificate-revoked",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-299"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.4"},
                   .rfc = {"RFC 6960 §2.2", "RFC 6066 §8", "RFC 5280 §6.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
