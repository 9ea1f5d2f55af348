// The search for suites or groups ended with an unclear answer, so that there may be more. Said once here for
// all rules that would otherwise have passed.
#include "rules/rule.h"

#include <array>
#include <string_view>
#include <vector>

#include "rules/support/tls_service.h"
#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::array kVersions = {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1,
                                  TlsVersion::tls1_2, TlsVersion::tls1_3};

Verdict undecided(const facts::Host& host, std::string_view message,
                  const std::vector<std::string_view>& versions) {
  return {.outcome = Outcome::cant_tell,
          .message = message,
          .values = {{"host", host.name}, {"versions", list_names(versions)}}};
}

Verdicts check(const facts::Host& host) {
  if (suite_offers(host.tls).uses.empty()) return {};
  Verdicts verdicts;
  std::vector<std::string_view> suites;
  for (const TlsVersion version : kVersions) {
    // Whether a version is offered at all is for protocol-obsolete and its like to say.
    if (support_of(host.tls, version) == Support::offered && !suites_known(host.tls, version))
      suites.push_back(facts::name(version));
  }
  if (!suites.empty()) verdicts.push_back(undecided(host, "suites", suites));
  const facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  std::vector<std::string_view> groups;
  if (!exchange.groups.empty() && !exchange.groups_complete)
    groups.push_back(facts::name(TlsVersion::tls1_2));
  if (!exchange.groups_1_3.empty() && !exchange.groups_1_3_complete)
    groups.push_back(facts::name(TlsVersion::tls1_3));
  if (!groups.empty()) verdicts.push_back(undecided(host, "groups", groups));
  if (verdicts.empty()) return {{Outcome::passed}};
  return verdicts;
}

}  // namespace

extern constexpr Rule suite_search_incomplete = define({
    .id = "tls/suite-search-incomplete",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.rfc = {"RFC 5246 §7.2.2", "RFC 8446 §6.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
