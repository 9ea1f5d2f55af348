// A version up to TLS 1.2 is offered without the extended master secret (RFC 7627).
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  // RFC 7627 §1: TLS 1.3 always binds its keys to the whole handshake.
  if (!speaks_tls(host.tls) || !offers_before_tls13(host.tls)) return {};
  return judge_support(host, host.tls.features.extended_master_secret, facts::Support::offered, "missing");
}

}  // namespace

extern constexpr Rule extended_master_secret_missing = define({
    .id = "tls/extended-master-secret-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-300"}, .owasp = {"A02:2021"}, .rfc = {"RFC 7627 §5.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
