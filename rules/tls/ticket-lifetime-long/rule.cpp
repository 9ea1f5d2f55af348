// Session tickets are said to be valid for more than seven days.
#include "rules/rule.h"

#include <cstdint>
#include <string>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

constexpr std::uint32_t kDay = 24 * 60 * 60;
constexpr std::uint32_t kLimit = 7 * kDay;  // RFC 8446 §4.6.1: 604,800 seconds

Verdicts check(const facts::Host& host) {
  const std::uint32_t lifetime = host.tls.features.ticket_lifetime;
  // RFC 5077 §3.3: 0 leaves it to the client.
  if (!speaks_tls(host.tls) || lifetime == 0) return {};
  if (lifetime <= kLimit) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "long",
           .values = {{"host", host.name}, {"days", std::to_string(lifetime / kDay)}}}};
}

}  // namespace

extern constexpr Rule ticket_lifetime_long = define({
    .id = "tls/ticket-lifetime-long",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-324"}, .rfc = {"RFC 8446 §4.6.1", "RFC 9325 §7.3"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
