// The server fails on unknown values in a ClientHello (GREASE), which it has to pass over.
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  return judge_support(host, host.tls.features.tolerance.grease, facts::Support::offered, "refused");
}

}  // namespace

extern constexpr Rule grease_intolerant = define({
    .id = "tls/grease-intolerant",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.owasp = {"A05:2021"}, .rfc = {"RFC 8701 §3", "RFC 8446 §9.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
