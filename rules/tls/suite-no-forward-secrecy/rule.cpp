// Suites without forward secrecy are offered beside others that have it.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::TlsVersion;

constexpr std::array kVersions = {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1,
                                  TlsVersion::tls1_2};

bool is_static(const SuiteUse& use) { return rank_of(*use.suite) == SuiteRank::no_forward_secrecy; }
bool is_forward_secret(const SuiteUse& use) { return gives_forward_secrecy(*use.suite); }

// Those of the versions in which a client has no other choice.
SuiteUses without_choice(const facts::Tls& tls) {
  SuiteUses found;
  for (const TlsVersion version : kVersions) {
    const SuiteUses uses = suites_of(tls, version);
    if (!suites_known(tls, version) || std::ranges::any_of(uses, is_forward_secret)) continue;
    std::ranges::copy_if(uses, std::back_inserter(found), is_static);
  }
  return found;
}

Verdicts check(const facts::Host& host) {
  const SuiteOffers offers = suite_offers(host.tls);
  // Where nothing else is offered at all, suite-forward-secrecy-missing speaks.
  if (std::ranges::none_of(offers.uses, is_forward_secret)) return {};
  if (const SuiteUses alone = without_choice(host.tls); !alone.empty())
    return {{.outcome = Outcome::failed, .message = "alone", .values = suite_values(host, alone)}};
  if (const SuiteUses found = offers.those(is_static); !found.empty())
    return {{.outcome = Outcome::failed, .message = "offered", .values = suite_values(host, found)}};
  if (!offers.complete) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule suite_no_forward_secrecy = define({
    .id = "tls/suite-no-forward-secrecy",
    .severity = Severity::minor,  // today's browsers choose one of the others
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
