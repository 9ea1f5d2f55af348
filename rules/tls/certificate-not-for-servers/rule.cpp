// The certificate says what it may be used for, and serving is not among it.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  if (own == nullptr) return {};
  if (own->server_auth) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "purpose", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule certificate_not_for_servers = define({
    .id = "tls/certificate-not-for-servers",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A02:2021"}, .rfc = {"RFC 5280 §4.2.1.12"}},
    .check = check,
});

}  // namespace veedor::rules::tls
