#include "rules/support/tls_suites.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>

#include "rules/support/tls_service.h"

namespace veedor::rules {
namespace {

using facts::KeyExchange;
using facts::Mode;
using facts::Suite;
using facts::Support;
using facts::TlsVersion;

constexpr std::array kNewestFirst = {TlsVersion::tls1_3, TlsVersion::tls1_2, TlsVersion::tls1_1,
                                     TlsVersion::tls1_0, TlsVersion::ssl3};
constexpr int kMinBits = 112;  // RFC 9325 §4.1
constexpr std::size_t kMaxNames = 5;

}  // namespace

SuiteFault fault_of(const Suite& suite) {
  if (suite.mode == Mode::null) return SuiteFault::null;
  if (suite.anonymous()) return SuiteFault::anonymous;
  if (suite.export_grade) return SuiteFault::export_grade;
  // A cipher that is not known has no size, which says nothing about its strength.
  if (suite.mode != Mode::other && suite.bits < kMinBits) return SuiteFault::weak;
  if (suite.rc4) return SuiteFault::rc4;
  return suite.small_block ? SuiteFault::small_block : SuiteFault::none;
}

bool lacks_forward_secrecy(const Suite& suite) {
  switch (suite.exchange) {
    case KeyExchange::rsa:
    case KeyExchange::dh:
    case KeyExchange::ecdh:
    case KeyExchange::psk:
    case KeyExchange::rsa_psk:
    case KeyExchange::krb5:
      return true;
    case KeyExchange::dhe:
    case KeyExchange::ecdhe:
    case KeyExchange::dhe_psk:
    case KeyExchange::ecdhe_psk:
    case KeyExchange::srp:
    case KeyExchange::any:
    case KeyExchange::other:  // not known: silence is better than a false alarm
      return false;
  }
  return false;
}

bool gives_forward_secrecy(const Suite& suite) {
  return !lacks_forward_secrecy(suite) && !suite.anonymous() && suite.mode != Mode::null;
}

bool gives_aead(const Suite& suite) { return suite.mode == Mode::aead && !suite.anonymous(); }

SuiteRank rank_of(const Suite& suite) {
  if (fault_of(suite) != SuiteFault::none) return SuiteRank::faulty;
  if (lacks_forward_secrecy(suite)) return SuiteRank::no_forward_secrecy;
  return suite.mode == Mode::aead ? SuiteRank::good : SuiteRank::no_aead;
}

SuiteUses suites_of(const facts::Tls& tls, TlsVersion version) {
  SuiteUses uses;
  const auto offer = tls.offers.find(version);
  if (offer == tls.offers.end() || support_of(tls, version) != Support::offered) return uses;
  for (const std::uint32_t code : offer->second.suites) {
    if (const Suite* suite = facts::find_suite(code)) uses.push_back({suite, version});
  }
  return uses;
}

bool suites_known(const facts::Tls& tls, TlsVersion version) {
  const Support support = support_of(tls, version);
  const auto offer = tls.offers.find(version);
  return support == Support::refused ||
         (support == Support::offered && offer != tls.offers.end() && offer->second.complete);
}

SuiteUses SuiteOffers::those(const std::function<bool(const SuiteUse&)>& wanted) const {
  SuiteUses found;
  std::ranges::copy_if(uses, std::back_inserter(found), wanted);
  return found;
}

SuiteOffers suite_offers(const facts::Tls& tls) {
  SuiteOffers offers;
  if (!speaks_tls(tls)) return offers;
  for (const TlsVersion version : kNewestFirst) {
    const SuiteUses found = suites_of(tls, version);
    offers.uses.insert(offers.uses.end(), found.begin(), found.end());
  }
  offers.complete =
      std::ranges::all_of(kNewestFirst, [&](TlsVersion version) { return suites_known(tls, version); });
  return offers;
}

std::string list_names(const std::vector<std::string_view>& names) {
  std::vector<std::string_view> distinct;
  for (const std::string_view name : names) {
    if (std::ranges::find(distinct, name) == distinct.end()) distinct.push_back(name);
  }
  std::string list;
  for (const std::string_view name : std::span(distinct).first(std::min(distinct.size(), kMaxNames)))
    list.append(list.empty() ? "" : ", ").append(name);
  if (distinct.size() > kMaxNames) list.append(" (+" + std::to_string(distinct.size() - kMaxNames) + ")");
  return list;
}

Values suite_values(const facts::Host& host, const SuiteUses& uses) {
  std::vector<std::string_view> suites;
  std::set<TlsVersion> versions;
  for (const SuiteUse& use : uses) {
    suites.push_back(use.suite->name);
    versions.insert(use.version);
  }
  std::vector<std::string_view> names;
  for (const TlsVersion version : versions) names.push_back(facts::name(version));
  return {{"host", host.name}, {"suites", list_names(suites)}, {"versions", list_names(names)}};
}

Verdicts judge_suites(const facts::Host& host, SuiteFault fault) {
  const SuiteOffers offers = suite_offers(host.tls);
  const SuiteUses found =
      offers.those([fault](const SuiteUse& use) { return fault_of(*use.suite) == fault; });
  if (!found.empty())
    return {{.outcome = Outcome::failed, .message = "offered", .values = suite_values(host, found)}};
  if (offers.uses.empty() || !offers.complete) return {};
  return {{Outcome::passed}};
}

}  // namespace veedor::rules
