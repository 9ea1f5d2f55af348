// The certificate was issued for another purpose than identifying a web server.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  if (certificate->server_auth) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "other-purpose",
           .values = {{"host", host.name}, {"certificate", short_name(*certificate)}}}};
}

}  // namespace

extern constexpr Rule certificate_not_for_servers = define({
    .id = "tls/certificate-not-for-servers",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 5280 §4.2.1.12", "RFC 8446 §4.4.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
