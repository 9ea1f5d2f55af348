// The server's own order puts a worse suite before a better one.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Preference;
using facts::Suite;
using facts::TlsVersion;

constexpr std::array kVersions = {TlsVersion::tls1_2, TlsVersion::tls1_1, TlsVersion::tls1_0,
                                  TlsVersion::ssl3};

struct Misplaced {
  const Suite* worse;
  const Suite* better;
};

// What comes first is what nearly every client gets, so that it must be as good as the best. Further down it
// counts only where a faulty suite stands before one without fault: few clients lack the first ones.
std::optional<Misplaced> misplaced(const SuiteUses& uses) {
  for (auto worse = uses.begin(); worse != uses.end(); ++worse) {
    if (worse != uses.begin() && rank_of(*worse->suite) != SuiteRank::faulty) continue;
    const auto better = std::max_element(worse, uses.end(), [](const SuiteUse& a, const SuiteUse& b) {
      return rank_of(*a.suite) < rank_of(*b.suite);
    });
    if (rank_of(*better->suite) > rank_of(*worse->suite)) return Misplaced{worse->suite, better->suite};
  }
  return std::nullopt;
}

Verdicts check(const facts::Host& host) {
  bool has_order = false;
  for (const TlsVersion version : kVersions) {
    const SuiteUses uses = suites_of(host.tls, version);
    if (uses.empty() || host.tls.offers.at(version).preference != Preference::server) continue;
    has_order = true;
    if (const auto found = misplaced(uses)) {
      return {{.outcome = Outcome::failed,
               .message = "preferred",
               .values = {{"host", host.name},
                          {"version", std::string(facts::name(version))},
                          {"worse", std::string(found->worse->name)},
                          {"better", std::string(found->better->name)}}}};
    }
  }
  // Without an order of its own, suite-order-client speaks.
  if (!has_order) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule suite_weak_preferred = define({
    .id = "tls/suite-weak-preferred",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-757", "CWE-327"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
