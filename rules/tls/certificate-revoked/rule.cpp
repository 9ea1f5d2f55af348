// The authority itself says, in the staple, that the certificate is revoked.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  using facts::StapleState;
  if (own_certificate(host) == nullptr) return {};
  switch (host.tls.staple.state) {
    case StapleState::revoked:
      return {{.outcome = Outcome::failed, .message = "revoked", .values = {{"host", host.name}}}};
    case StapleState::good:
      return {{Outcome::passed}};
    default:  // nothing that could be believed was said
      return {};
  }
}

}  // namespace

extern constexpr Rule certificate_revoked = define({
    .id = "tls/certificate-revoked",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-299"}, .owasp = {"A02:2021"}, .rfc = {"RFC 6960 §2.2", "RFC 5280 §3.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
