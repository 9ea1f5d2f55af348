#include "scanner/tls/rating/mozilla.h"

#include <algorithm>
#include <span>
#include <string>

#include "scanner/facts/tls/suite.h"

namespace veedor::tls {
namespace {

using facts::KeyKind;
using facts::ProfileGap;
using facts::TlsVersion;

struct Profile {
  TlsVersion lowest;
  std::span<const std::uint32_t> suites;
  std::chrono::days lifetime;  // of the certificate, at most
  bool only_ecdsa;
};

constexpr std::uint32_t kModernSuites[] = {0x1301, 0x1302, 0x1303};
constexpr std::uint32_t kIntermediateSuites[] = {0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F,
                                                 0xC02C, 0xC030, 0xCCA9, 0xCCA8};
constexpr Profile kModern = {TlsVersion::tls1_3, kModernSuites, std::chrono::days(90), true};
constexpr Profile kIntermediate = {TlsVersion::tls1_2, kIntermediateSuites, std::chrono::days(366), false};
constexpr std::uint16_t kGroups[] = {0x11EC, 0x001D, 0x0017, 0x0018};  // the first of them is asked for
constexpr std::int64_t kTwoYears = 63'072'000;                         // seconds of HSTS

bool contains(const auto& list, auto value) { return std::ranges::find(list, value) != std::end(list); }

std::string text_of(std::uint32_t suite) {
  const std::string_view name = facts::suite_name(suite);
  return name.empty() ? "0x" + std::to_string(suite) : std::string(name);
}

void compare_versions(const facts::Tls& tls, const Profile& profile, std::vector<ProfileGap>& gaps) {
  for (const auto& entry : tls.offers) {
    if (entry.first < profile.lowest) gaps.push_back({"version_extra", std::string(name(entry.first))});
  }
  for (int i = static_cast<int>(profile.lowest); i <= static_cast<int>(TlsVersion::tls1_3); ++i) {
    const auto version = static_cast<TlsVersion>(i);
    if (!tls.offers.contains(version)) gaps.push_back({"version_missing", std::string(name(version))});
  }
}

void compare_suites(const facts::Tls& tls, const Profile& profile, std::vector<ProfileGap>& gaps) {
  std::vector<std::uint32_t> extra;
  for (const auto& entry : tls.offers) {
    for (std::uint32_t suite : entry.second.suites) {
      if (!contains(profile.suites, suite) && !contains(extra, suite)) extra.push_back(suite);
    }
  }
  for (std::uint32_t suite : extra) gaps.push_back({"suite_extra", text_of(suite)});
}

void compare_groups(const facts::Tls& tls, const Profile& profile, std::vector<ProfileGap>& gaps) {
  std::vector<std::uint16_t> seen = tls.key_exchange.groups_1_3;
  for (std::uint16_t group : tls.key_exchange.groups) {
    if (!contains(seen, group)) seen.push_back(group);
  }
  for (std::uint16_t group : seen) {
    if (!contains(kGroups, group)) gaps.push_back({"group_extra", std::string(facts::group_name(group))});
  }
  // The intermediate profile is for servers whose library may not have it yet.
  if (profile.only_ecdsa && tls.key_exchange.groups_1_3_complete && !contains(seen, kGroups[0]))
    gaps.push_back({"group_missing", std::string(facts::group_name(kGroups[0]))});
}

void compare_certificate(const facts::Tls& tls, const Profile& profile, std::vector<ProfileGap>& gaps) {
  if (tls.chain.empty()) return;
  const facts::Certificate& own = tls.chain.front();
  const bool good_curve = own.key == KeyKind::ec && (own.curve == "P-256" || own.curve == "P-384");
  const bool good_rsa = own.key == KeyKind::rsa && own.key_bits >= 2048 && !profile.only_ecdsa;
  if (!good_curve && !good_rsa)
    gaps.push_back({"certificate_key", std::string(name(own.key)) + " " + std::to_string(own.key_bits)});
  const auto days = std::chrono::floor<std::chrono::days>(own.not_after - own.not_before);
  if (days > profile.lifetime) gaps.push_back({"certificate_lifetime", std::to_string(days.count())});
}

std::vector<ProfileGap> compare(const facts::Host& host, std::optional<std::int64_t> hsts,
                                const Profile& profile) {
  std::vector<ProfileGap> gaps;
  const facts::Tls& tls = host.tls;
  if (tls.offers.empty()) return gaps;
  compare_versions(tls, profile, gaps);
  compare_suites(tls, profile, gaps);
  compare_groups(tls, profile, gaps);
  compare_certificate(tls, profile, gaps);
  if (hsts && *hsts < kTwoYears) gaps.push_back({"hsts_short", std::to_string(*hsts)});
  return gaps;
}

}  // namespace

std::vector<ProfileGap> modern_gaps(const facts::Host& host, std::optional<std::int64_t> hsts_max_age) {
  return compare(host, hsts_max_age, kModern);
}

std::vector<ProfileGap> intermediate_gaps(const facts::Host& host, std::optional<std::int64_t> hsts_max_age) {
  return compare(host, hsts_max_age, kIntermediate);
}

}  // namespace veedor::tls
