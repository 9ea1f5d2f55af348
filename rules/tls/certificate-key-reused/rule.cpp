// Two certificates of the host have the same key.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  if (own == nullptr || own->key_sha256.empty() || host.tls.other_chains.empty()) return {};
  for (const facts::OtherChain& other : host.tls.other_chains) {
    if (other.chain.empty() || other.chain.front().sha256 == own->sha256) continue;
    if (other.chain.front().key_sha256 == own->key_sha256)
      return {{.outcome = Outcome::failed,
               .message = "same",
               .values = {{"host", host.name}, {"certificate", short_name(other.chain.front())}}}};
  }
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule certificate_key_reused = define({
    .id = "tls/certificate-key-reused",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-323"}, .owasp = {"A02:2021"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
