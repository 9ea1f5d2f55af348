// The certificate obliges the server to staple an OCSP answer, and the server does not.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr || !certificate->must_staple) return {};
  // What a staple says is judged by certificate-revoked and certificate-staple-invalid.
  if (host.tls.staple.state != facts::StapleState::none) return {{Outcome::passed}};
  switch (host.tls.features.ocsp_stapling) {
    case Support::offered:
      return {{Outcome::passed}};
    case Support::refused:
      return {{.outcome = Outcome::failed, .message = "no-staple", .values = {{"host", host.name}}}};
    case Support::inconclusive:
      return {{.outcome = Outcome::cant_tell, .message = "inconclusive", .values = {{"host", host.name}}}};
    case Support::not_tested:
      break;
  }
  return {};
}

}  // namespace

extern constexpr Rule certificate_must_staple_broken = define({
    .id = "tls/certificate-must-staple-broken",
    .severity = Severity::serious,
    .confidence = Confidence::medium,  // some servers leave the first handshakes after a restart without one
    .references = {.cwe = {"CWE-299"},
                   .owasp = {"A05:2021"},
                   .asvs = {"12.1.4"},
                   .rfc = {"RFC 7633 §4", "RFC 6066 §8"}},
    .check = check,
});

}  // namespace veedor::rules::tls
