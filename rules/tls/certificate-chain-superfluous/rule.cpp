// The server sends certificates that help nobody.
#include "rules/rule.h"

#include <string>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  const facts::ChainShape& shape = host.tls.shape;
  if (shape.superfluous > 0)
    return {{.outcome = Outcome::failed,
             .message = "superfluous",
             .values = {{"host", host.name}, {"count", std::to_string(shape.superfluous)}}}};
  if (shape.root_sent)
    return {{.outcome = Outcome::failed, .message = "root", .values = {{"host", host.name}}}};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule certificate_chain_superfluous = define({
    .id = "tls/certificate-chain-superfluous",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.rfc = {"RFC 8446 §4.4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
