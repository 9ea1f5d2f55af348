// No suite that encrypts and authenticates in one step (AEAD) is offered.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_service.h"
#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

Verdicts check(const facts::Host& host) {
  const SuiteOffers offers = suite_offers(host.tls);
  const bool has_one =
      std::ranges::any_of(offers.uses, [](const SuiteUse& use) { return gives_aead(*use.suite); });
  if (has_one) return {{Outcome::passed}};
  if (offers.uses.empty() || !offers.complete) return {};
  // Older versions have none: protocol-modern-missing speaks.
  if (support_of(host.tls, TlsVersion::tls1_2) != Support::offered) return {};
  return {{.outcome = Outcome::failed,
           .message = "missing",
           .values = suite_values(host, suites_of(host.tls, TlsVersion::tls1_2))}};
}

}  // namespace

extern constexpr Rule suite_aead_missing = define({
    .id = "tls/suite-aead-missing",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-208", "CWE-327"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.2"},
                   .rfc = {"RFC 9325 §4.2", "RFC 7457 §2.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
