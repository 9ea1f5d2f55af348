// The certificates of the chain are not sent in the order of the path.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

// Strangers between the right ones are for certificate-chain-superfluous.
bool only_strangers_disturb(const facts::Host& host) {
  const auto path = path_without_root(host);  // pointers into the chain as it was sent
  return host.tls.shape.superfluous > 0 && std::ranges::is_sorted(path);
}

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr || host.tls.chain.size() < 2) return {};
  if (host.tls.shape.ordered || only_strangers_disturb(host)) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "unordered", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule certificate_chain_order = define({
    .id = "tls/certificate-chain-order",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.owasp = {"A05:2021"}, .asvs = {"12.2.2"}, .rfc = {"RFC 5246 §7.4.2", "RFC 8446 §4.4.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
