// The server shows the draft of a certificate that was meant for the transparency logs only.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  if (!certificate->precertificate) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "draft",
           .values = {{"host", host.name}, {"certificate", short_name(*certificate)}}}};
}

}  // namespace

extern constexpr Rule certificate_precertificate = define({
    .id = "tls/certificate-precertificate",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A05:2021"}, .asvs = {"12.2.2"}, .rfc = {"RFC 6962 §3.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
