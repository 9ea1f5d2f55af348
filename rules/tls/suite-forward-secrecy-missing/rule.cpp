// No suite with forward secrecy is offered in any version.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const SuiteOffers offers = suite_offers(host.tls);
  const bool has_one =
      std::ranges::any_of(offers.uses, [](const SuiteUse& use) { return gives_forward_secrecy(*use.suite); });
  if (has_one) return {{Outcome::passed}};
  if (offers.uses.empty() || !offers.complete) return {};
  return {{.outcome = Outcome::failed, .message = "missing", .values = suite_values(host, offers.uses)}};
}

}  // namespace

extern constexpr Rule suite_forward_secrecy_missing = define({
    .id = "tls/suite-forward-secrecy-missing",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
