// The certificates behind the host's own do not come in the order of the path.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr || host.tls.chain.size() < 3) return {};
  if (host.tls.shape.ordered) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "order", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule certificate_chain_order = define({
    .id = "tls/certificate-chain-order",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A02:2021"}, .rfc = {"RFC 5246 §7.4.2", "RFC 8446 §4.4.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
