// The server fails on a ClientHello that arrives in two segments.
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  return judge_support(host, host.tls.features.tolerance.split_hello, facts::Support::offered, "refused");
}

}  // namespace

extern constexpr Rule hello_split_refused = define({
    .id = "tls/hello-split-refused",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.owasp = {"A05:2021"}, .rfc = {"RFC 8446 §5.1", "RFC 9293 §3.8"}},
    .check = check,
});

}  // namespace veedor::rules::tls
