// The client's order decides, although weak suites are on offer beside better ones.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Preference;
using facts::TlsVersion;

// All suites of TLS 1.3 are good, so that whose order decides does not matter there.
constexpr std::array kVersions = {TlsVersion::tls1_2, TlsVersion::tls1_1, TlsVersion::tls1_0,
                                  TlsVersion::ssl3};

bool is_weak(const SuiteUse& use) { return rank_of(*use.suite) < SuiteRank::no_aead; }

Verdicts check(const facts::Host& host) {
  SuiteUses weak;
  bool known = false;
  for (const TlsVersion version : kVersions) {
    const SuiteUses uses = suites_of(host.tls, version);
    if (uses.empty()) continue;
    const Preference preference = host.tls.offers.at(version).preference;
    known = known || preference != Preference::not_tested;
    // Among weak suites alone no order helps: the rules for those suites speak.
    if (preference != Preference::client || std::ranges::all_of(uses, is_weak)) continue;
    std::ranges::copy_if(uses, std::back_inserter(weak), is_weak);
  }
  if (!weak.empty())
    return {{.outcome = Outcome::failed, .message = "client", .values = suite_values(host, weak)}};
  if (!known) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule suite_order_client = define({
    .id = "tls/suite-order-client",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-757"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
