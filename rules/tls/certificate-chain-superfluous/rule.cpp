// The server sends certificates that no client needs: the root, repetitions, strangers.
#include "rules/rule.h"

#include <string>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr || host.tls.chain.size() < 2) return {};
  const facts::ChainShape& shape = host.tls.shape;
  Verdicts verdicts;
  if (shape.superfluous > 0) {
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "strangers",
                        .values = {{"host", host.name}, {"count", std::to_string(shape.superfluous)}}});
  }
  if (shape.root_sent)  // RFC 8446 §4.4.2: may be omitted
    verdicts.push_back({.outcome = Outcome::failed, .message = "root", .values = {{"host", host.name}}});
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_chain_superfluous = define({
    .id = "tls/certificate-chain-superfluous",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.rfc = {"RFC 5246 §7.4.2", "RFC 8446 §4.4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
