// The host's certificate is past its last day, or its first day has not come.
#include "rules/rule.h"

#include "scanner/base/time.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!host.tls.tested() || host.tls.chain.empty()) return {};  // no HTTPS, or no answer: other rules say so
  const facts::Certificate& certificate = host.tls.chain.front();
  // RFC 5280 §4.1.2.5: both ends belong to the period
  if (host.now > certificate.not_after) {
    return {{.outcome = Outcome::failed,
             .message = "expired",
             .values = {{"host", host.name}, {"date", iso_date(certificate.not_after)}}}};
  }
  if (host.now < certificate.not_before) {
    return {{.outcome = Outcome::failed,
             .message = "not-yet-valid",
             .values = {{"host", host.name}, {"date", iso_date(certificate.not_before)}}}};
  }
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule certificate_expired = define({
    .id = "tls/certificate-expired",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-298"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 5280 §4.1.2.5", "RFC 5280 §6.1.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
