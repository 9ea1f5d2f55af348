// A version up to TLS 1.2 is offered without secure renegotiation (RFC 5746).
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;

bool renegotiates_insecurely(const facts::Tls& tls) {
  const auto found = tls.vulnerabilities.find(facts::Vulnerability::insecure_renegotiation);
  if (found != tls.vulnerabilities.end() && found->second.exposure == facts::Exposure::vulnerable)
    return true;
  return tls.features.secure_renegotiation == Support::refused &&
         tls.features.client_renegotiation == Support::offered;
}

Verdicts check(const facts::Host& host) {
  // RFC 8446 §4.1.2: TLS 1.3 has no renegotiation.
  if (!speaks_tls(host.tls) || !offers_before_tls13(host.tls)) return {};
  if (renegotiates_insecurely(host.tls))
    return {{.outcome = Outcome::failed, .message = "accepted", .values = {{"host", host.name}}}};
  return judge_support(host, host.tls.features.secure_renegotiation, Support::offered, "missing");
}

}  // namespace

extern constexpr Rule renegotiation_insecure = define({
    .id = "tls/renegotiation-insecure",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.1"},
                   .rfc = {"RFC 5746 §3.6", "RFC 9325 §3.5"}},
    .check = check,
});

}  // namespace veedor::rules::tls
