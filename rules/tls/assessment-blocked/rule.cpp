// The server stopped answering while its TLS was assessed, so results may be incomplete.
#include "rules/rule.h"

#include <string>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  // Without connections there was no assessment that could have been cut short.
  if (!speaks_tls(host.tls) || (host.tls.connections == 0 && !host.tls.blocked)) return {};
  if (!host.tls.blocked) return {{Outcome::passed}};
  const Values values = {{"host", host.name}, {"connections", std::to_string(host.tls.connections)}};
  return {{.outcome = Outcome::cant_tell,
           .message = host.tls.intrusive ? "after-attacks" : "blocked",
           .values = values}};
}

}  // namespace

extern constexpr Rule assessment_blocked = define({
    .id = "tls/assessment-blocked",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.owasp = {"A05:2021"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
