// A public certificate has fewer timestamps of public logs than browsers ask for.
#include "rules/rule.h"

#include <chrono>
#include <string>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

constexpr std::chrono::days kShortLived{180};

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  // An authority of one's own names no address of its issuer's certificate, as public ones must, and browsers
  // ask nothing of it.
  if (own == nullptr || host.tls.trust != facts::Trust::trusted || own->issuer_urls.empty()) return {};
  const std::size_t needed = own->not_after - own->not_before <= kShortLived ? 2 : 3;
  // In the handshake two of any logs are enough (Chrome and Apple).
  if (own->scts.size() >= needed || host.tls.features.scts_in_handshake >= 2) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "few",
           .values = {{"host", host.name},
                      {"count", std::to_string(own->scts.size())},
                      {"needed", std::to_string(needed)}}}};
}

}  // namespace

extern constexpr Rule certificate_transparency_missing = define({
    .id = "tls/certificate-transparency-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A02:2021"}, .rfc = {"RFC 6962 §3.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
