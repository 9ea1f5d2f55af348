// The Diffie-Hellman prime has 1024 bits and belongs to many servers: prepared once, broken for all.
#include "rules/rule.h"

#include "rules/support/dh_keys.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (const facts::DhKey* key = shortest_with(host, DhFault::common))
    return {{.outcome = Outcome::failed, .message = "common", .values = dh_values(host, *key)}};
  if (!shows_dh_key(host)) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule key_exchange_dh_common = define({
    .id = "tls/key-exchange-dh-common",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326", "CWE-327"},
                   .owasp = {"A02:2021"},
                   .asvs = {"11.6.2"},
                   .rfc = {"RFC 9325 §4.5", "RFC 7919"}},
    .check = check,
});

}  // namespace veedor::rules::tls
