#include "rules/rating/mozilla.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

#include "rules/rating/offered.h"

namespace veedor::rules::rating {
namespace {

using facts::Certificate;
using facts::KeyKind;
using facts::Support;
using facts::TlsVersion;
using Gaps = std::vector<facts::ProfileGap>;

constexpr auto kModernVersions = std::to_array<TlsVersion>({TlsVersion::tls1_3});
constexpr auto kVersions = std::to_array<TlsVersion>({TlsVersion::tls1_2, TlsVersion::tls1_3});
constexpr auto kModernSuites = std::to_array<std::uint32_t>({0x1301, 0x1302, 0x1303});
constexpr auto kSuites =
    std::to_array<std::uint32_t>({0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8});
constexpr auto kGroups = std::to_array<std::uint16_t>({0x11EC, 0x001D, 0x0017, 0x0018});
constexpr auto kCurves = std::to_array<std::string_view>({"P-256", "P-384"});
constexpr auto kModernSignatures =
    std::to_array<std::string_view>({"ecdsa-with-SHA256", "ecdsa-with-SHA384", "ecdsa-with-SHA512"});
constexpr auto kSignatures = std::to_array<std::string_view>(
    {"RSA-SHA256", "ecdsa-with-SHA256", "ecdsa-with-SHA384", "ecdsa-with-SHA512"});
constexpr std::int64_t kTwoYears = 63'072'000;

constexpr Profile kModern{kModernVersions, kModernSuites, kGroups, kCurves, kModernSignatures, 0, 90,
                          kTwoYears};
constexpr Profile kIntermediate{kVersions, kSuites, kGroups, kCurves, kSignatures, 2048, 366, kTwoYears};

template <class Value>
bool has(std::span<const Value> values, const std::type_identity_t<Value>& value) {
  return std::ranges::find(values, value) != values.end();
}

void compare_versions(const facts::Tls& tls, const Profile& profile, Gaps& gaps) {
  for (int i = 0; i <= static_cast<int>(TlsVersion::tls1_3); ++i) {
    const auto version = static_cast<TlsVersion>(i);
    const std::string spelt(facts::name(version));
    const bool wanted = has(profile.versions, version);
    switch (support_of(tls, version)) {
      case Support::offered:
        if (!wanted) gaps.push_back({"version_extra", spelt});
        break;
      case Support::refused:
        if (wanted) gaps.push_back({"version_missing", spelt});
        break;
      case Support::not_tested:
      case Support::inconclusive:
        gaps.push_back({"unknown", spelt});
    }
  }
}

// Whether a certificate that is shown can serve the suite: an RSA key serves no ECDSA suite.
bool servable(const facts::Suite& suite, const std::vector<ShownChain>& chains) {
  if (suite.authentication == facts::Authentication::any) return true;
  return std::ranges::any_of(chains, [&suite](const ShownChain& shown) {
    const bool rsa = shown.chain->front().key == KeyKind::rsa;
    return rsa == (suite.authentication == facts::Authentication::rsa);
  });
}

void compare_suites(const facts::Tls& tls, const Profile& profile, Gaps& gaps) {
  std::set<std::uint32_t> offered;
  for (const TlsVersion version : offered_versions(tls)) {
    const auto offer = tls.offers.find(version);
    if (offer == tls.offers.end() || !offer->second.complete)
      gaps.push_back({"unknown", "suites " + std::string(facts::name(version))});
    if (offer != tls.offers.end()) offered.insert(offer->second.suites.begin(), offer->second.suites.end());
  }
  for (const std::uint32_t code : offered) {
    if (!has(profile.suites, code)) gaps.push_back({"suite_extra", std::string(facts::suite_name(code))});
  }
  const std::vector<ShownChain> chains = shown_chains(tls);
  for (const std::uint32_t code : profile.suites) {
    const facts::Suite* suite = facts::find_suite(code);
    // The suites of a version that is missing are not told one by one, nor those that may have been missed.
    const auto offer = tls.offers.find(suite->since);
    const bool comparable = offers(tls, suite->since) && offer != tls.offers.end() && offer->second.complete;
    if (comparable && !offered.contains(code) && servable(*suite, chains))
      gaps.push_back({"suite_missing", std::string(suite->name)});
  }
}

// A group is missing where the highest version does not have it: only TLS 1.3 has X25519MLKEM768.
void compare_groups(const facts::Tls& tls, const Profile& profile, Gaps& gaps) {
  for (const facts::Group* group : offered_groups(tls)) {
    if (!has(profile.groups, group->code)) gaps.push_back({"group_extra", std::string(group->name)});
  }
  if (!offers(tls, TlsVersion::tls1_3)) return;
  if (!tls.key_exchange.groups_1_3_complete) return gaps.push_back({"unknown", "groups"});
  for (const std::uint16_t code : profile.groups) {
    if (!has(std::span(tls.key_exchange.groups_1_3), code))
      gaps.push_back({"group_missing", std::string(facts::group_name(code))});
  }
}

void compare_key(const Certificate& leaf, const Profile& profile, Gaps& gaps) {
  const bool rsa = leaf.key == KeyKind::rsa;
  if (leaf.key != KeyKind::ec && !(rsa && profile.rsa_bits != 0)) {
    gaps.push_back({"key_kind", std::string(facts::name(leaf.key))});
  } else if (rsa && leaf.key_bits < profile.rsa_bits) {
    gaps.push_back({"key_small", std::to_string(leaf.key_bits)});
  } else if (!rsa && !has(profile.curves, leaf.curve)) {
    gaps.push_back({"curve_extra", leaf.curve});
  }
  if (!has(profile.signatures, leaf.signature_algorithm))
    gaps.push_back({"signature_extra", leaf.signature_algorithm});
}

void compare_certificates(const facts::Tls& tls, const Profile& profile, Gaps& gaps) {
  const std::vector<ShownChain> chains = shown_chains(tls);
  if (chains.empty()) return gaps.push_back({"unknown", "certificate"});
  for (const ShownChain& shown : chains) {
    const Certificate& leaf = shown.chain->front();
    compare_key(leaf, profile, gaps);
    const int days = days_between(leaf.not_before, leaf.not_after);
    if (days > profile.lifetime_days) gaps.push_back({"lifetime_long", std::to_string(days)});
  }
  if (chains.front().chain->front().ocsp_urls.empty()) return;
  const Support stapling = tls.features.ocsp_stapling;
  if (tls.staple.state == facts::StapleState::none && stapling == Support::refused)
    gaps.push_back({"staple_missing", ""});
  else if (stapling == Support::not_tested || stapling == Support::inconclusive)
    gaps.push_back({"unknown", "staple"});
}

}  // namespace

const Profile& modern_profile() { return kModern; }
const Profile& intermediate_profile() { return kIntermediate; }

Gaps gaps(const facts::Host& host, const Profile& profile, std::optional<std::int64_t> hsts_max_age) {
  Gaps found;
  compare_versions(host.tls, profile, found);
  compare_suites(host.tls, profile, found);
  compare_groups(host.tls, profile, found);
  compare_certificates(host.tls, profile, found);
  if (!hsts_max_age)
    found.push_back({"unknown", "HSTS"});
  else if (*hsts_max_age < profile.hsts_max_age)
    found.push_back({"hsts_short", std::to_string(*hsts_max_age)});
  // Two certificates can lack the same thing.
  Gaps distinct;
  for (facts::ProfileGap& gap : found) {
    const bool known = std::ranges::any_of(distinct, [&gap](const facts::ProfileGap& earlier) {
      return earlier.code == gap.code && earlier.detail == gap.detail;
    });
    if (!known) distinct.push_back(std::move(gap));
  }
  return distinct;
}

}  // namespace veedor::rules::rating
