// The server fails on a ClientHello that offers a version it does not know, instead of choosing a lower one.
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  return judge_support(host, host.tls.features.tolerance.future_version, facts::Support::offered, "refused");
}

}  // namespace

extern constexpr Rule version_intolerant = define({
    .id = "tls/version-intolerant",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.owasp = {"A05:2021"}, .rfc = {"RFC 8446 §4.2.1", "RFC 5246 §E.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
