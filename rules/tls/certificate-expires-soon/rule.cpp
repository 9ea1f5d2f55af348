// The host's certificate is close to its last day, and what should have renewed it has not.
#include "rules/rule.h"

#include <algorithm>
#include <chrono>

#include "rules/support/tls_service.h"
#include "scanner/base/time.h"

namespace veedor::rules::tls {
namespace {

// Renewal by hand needs about a month. Programs renew when a third of the lifetime is left, so at a sixth
// they have failed: 15 days for a certificate of 90 days, one day for one of six.
std::chrono::seconds warning_time(const facts::Certificate& certificate) {
  const std::chrono::seconds lifetime = certificate.not_after - certificate.not_before;
  return std::min<std::chrono::seconds>(std::chrono::days(30), lifetime / 6);
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  if (host.now > certificate->not_after || host.now < certificate->not_before)
    return {};  // certificate-expired
  if (certificate->not_after - host.now >= warning_time(*certificate)) return {{Outcome::passed}};
  const int days = days_between(host.now, certificate->not_after);
  return {{.outcome = Outcome::failed,
           .message = days < 2 ? "last-hours" : "soon",
           .values = {{"host", host.name},
                      {"date", iso_date(certificate->not_after)},
                      {"days", std::to_string(days)}},
           .cause = "expires soon"}};
}

}  // namespace

extern constexpr Rule certificate_expires_soon = define({
    .id = "tls/certificate-expires-soon",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-298"}, .owasp = {"A02:2021"}, .asvs = {"12.2.2"}, .rfc = {"RFC 5280 §4.1.2.5"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
