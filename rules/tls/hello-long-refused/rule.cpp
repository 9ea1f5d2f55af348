// The server fails on a ClientHello of more than 1,500 bytes, as post-quantum browsers send it.
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  return judge_support(host, host.tls.features.tolerance.long_hello, facts::Support::offered, "refused");
}

}  // namespace

extern constexpr Rule hello_long_refused = define({
    .id = "tls/hello-long-refused",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.owasp = {"A05:2021"}, .rfc = {"RFC 8446 §4.1.2", "RFC 8446 §5.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
