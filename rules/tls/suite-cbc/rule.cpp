// Suites in CBC mode are offered: LUCKY13, and BEAST in SSL 3.0 and TLS 1.0.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Mode;
using facts::TlsVersion;

// TLS 1.1 and later start each record with a block of their own (RFC 4346 §1.1).
bool allows_beast(const SuiteUse& use) {
  return use.suite->mode == Mode::cbc && use.version <= TlsVersion::tls1_0;
}

// Where more is wrong with a suite, the rule for that speaks.
bool allows_lucky13(const SuiteUse& use) {
  return use.suite->mode == Mode::cbc && rank_of(*use.suite) == SuiteRank::no_aead &&
         use.version > TlsVersion::tls1_0;
}

bool is_aead(const SuiteUse& use) { return gives_aead(*use.suite); }

Verdicts check(const facts::Host& host) {
  const SuiteOffers offers = suite_offers(host.tls);
  Verdicts verdicts;
  if (const SuiteUses beast = offers.those(allows_beast); !beast.empty())
    verdicts.push_back({.outcome = Outcome::failed, .message = "beast", .values = suite_values(host, beast)});
  // Without any AEAD suite, suite-aead-missing speaks.
  const SuiteUses lucky = offers.those(allows_lucky13);
  const bool has_aead = std::ranges::any_of(offers.uses, is_aead);
  if (has_aead && !lucky.empty())
    verdicts.push_back(
        {.outcome = Outcome::failed, .message = "offered", .values = suite_values(host, lucky)});
  if (verdicts.empty() && has_aead && offers.complete) return {{Outcome::passed}};
  return verdicts;
}

}  // namespace

extern constexpr Rule suite_cbc = define({
    .id = "tls/suite-cbc",
    .severity = Severity::minor,  // current programs have countermeasures for both attacks
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-208", "CWE-327"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.2"},
                   .rfc = {"RFC 7457 §2.2", "RFC 9325 §4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
