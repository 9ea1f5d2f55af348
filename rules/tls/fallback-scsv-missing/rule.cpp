// The server does not notice when a client was pushed down to an older version (RFC 7507).
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  // RFC 7507 §3: a fallback needs a version to fall from and one up to TLS 1.2 to fall to.
  if (!speaks_tls(host.tls) || !offers_before_tls13(host.tls) || versions_offered(host.tls) < 2) return {};
  return judge_support(host, host.tls.features.fallback_scsv, facts::Support::offered, "missing");
}

}  // namespace

extern constexpr Rule fallback_scsv_missing = define({
    .id = "tls/fallback-scsv-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-757"}, .owasp = {"A02:2021"}, .rfc = {"RFC 7507 §3"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
