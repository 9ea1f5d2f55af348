// A Diffie-Hellman key is shorter than 2048 bits, but not so short that it is broken.
#include "rules/rule.h"

#include "rules/support/dh_keys.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (const facts::DhKey* key = shortest_with(host, DhFault::small))
    return {{.outcome = Outcome::failed, .message = "short", .values = dh_values(host, *key)}};
  if (!shows_dh_key(host)) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule key_exchange_dh_small = define({
    .id = "tls/key-exchange-dh-small",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-326"}, .owasp = {"A02:2021"}, .asvs = {"11.6.2"}, .rfc = {"RFC 9325 §4.5", "RFC 7919"}},
    .check = check,
});

}  // namespace veedor::rules::tls
