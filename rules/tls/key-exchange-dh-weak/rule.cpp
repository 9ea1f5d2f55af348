// A Diffie-Hellman key is within reach (LOGJAM), or its values are out of range.
#include "rules/rule.h"

#include "rules/support/dh_keys.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (const facts::DhKey* key = shortest_with(host, DhFault::broken))
    return {{.outcome = Outcome::failed, .message = "short", .values = dh_values(host, *key)}};
  if (const facts::DhKey* key = shortest_with(host, DhFault::unsafe))
    return {{.outcome = Outcome::failed, .message = "unsafe", .values = dh_values(host, *key)}};
  if (!shows_dh_key(host)) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule key_exchange_dh_weak = define({
    .id = "tls/key-exchange-dh-weak",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"},
                   .owasp = {"A02:2021"},
                   .asvs = {"11.6.2"},
                   .rfc = {"RFC 9325 §4.5", "RFC 7919 §5.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
