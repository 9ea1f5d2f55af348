// Two handshakes had the same public value of the server's, though it should be made afresh for each.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;

// Nothing where it was not tested, as where no such suites are offered.
void judge(const facts::Host& host, Support reused, std::string_view failed, std::string_view open,
           Verdicts& verdicts) {
  if (reused == Support::not_tested) return;
  if (reused == Support::refused) {
    verdicts.push_back({Outcome::passed});
    return;
  }
  const bool is_reused = reused == Support::offered;
  verdicts.push_back({.outcome = is_reused ? Outcome::failed : Outcome::cant_tell,
                      .message = is_reused ? failed : open,
                      .values = {{"host", host.name}}});
}

Verdicts check(const facts::Host& host) {
  Verdicts verdicts;
  if (!speaks_tls(host.tls)) return verdicts;
  judge(host, host.tls.key_exchange.dh_key_reused, "dh", "dh-inconclusive", verdicts);
  judge(host, host.tls.key_exchange.ecdh_key_reused, "ecdh", "ecdh-inconclusive", verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule key_exchange_key_reused = define({
    .id = "tls/key-exchange-key-reused",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-323"}, .owasp = {"A02:2021"}, .asvs = {"11.6.2"}, .rfc = {"RFC 9325 §7.4"}},
    .check = check,
});

}  // namespace veedor::rules::tls
