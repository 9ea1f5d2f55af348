// The server compresses inside TLS, which lets the length of what is sent betray its content (CRIME).
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  // RFC 8446 §4.1.2: TLS 1.3 has no compression.
  if (!speaks_tls(host.tls) || !offers_before_tls13(host.tls)) return {};
  return judge_support(host, host.tls.features.compression, facts::Support::refused, "offered");
}

}  // namespace

extern constexpr Rule compression_offered = define({
    .id = "tls/compression-offered",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-203"}, .owasp = {"A02:2021"}, .rfc = {"RFC 9325 §3.3", "RFC 8446 §4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
