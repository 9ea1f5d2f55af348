// The certificate demands a staple that does not come.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  if (own == nullptr || !own->must_staple) return {};
  if (host.tls.staple.state != facts::StapleState::none) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "missing", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule certificate_must_staple_broken = define({
    .id = "tls/certificate-must-staple-broken",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-299"}, .owasp = {"A02:2021"}, .rfc = {"RFC 7633 §4.2.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
