// A client may start renegotiations, which cost the server far more than the client.
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  // RFC 8446 §4.1.2: TLS 1.3 has no renegotiation.
  if (!speaks_tls(host.tls) || !offers_before_tls13(host.tls)) return {};
  return judge_support(host, host.tls.features.client_renegotiation, facts::Support::refused, "accepted");
}

}  // namespace

extern constexpr Rule renegotiation_by_client = define({
    .id = "tls/renegotiation-by-client",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.cwe = {"CWE-400"}, .owasp = {"A05:2021"}, .rfc = {"RFC 9325 §3.5"}},
    .check = check,
});

}  // namespace veedor::rules::tls
