#include <algorithm>
#include <array>
#include <string>

#include "rules/rating/offered.h"
#include "rules/rating/reasons.h"
#include "rules/rating/scores.h"

namespace veedor::rules::rating {
namespace {

using facts::Exposure;
using facts::Support;
using facts::TlsVersion;
using facts::Vulnerability;

bool unclear(Support answer) { return answer == Support::inconclusive; }

struct Cap {
  Vulnerability vulnerability;
  std::string_view code;
};
// Opossum is not in the guide, so it is a finding and no cap.
constexpr auto kFatal =
    std::to_array<Cap>({{Vulnerability::heartbleed, "heartbleed"},
                        {Vulnerability::ccs_injection, "ccs_injection"},
                        {Vulnerability::robot, "robot"},
                        {Vulnerability::ticketbleed, "ticketbleed"},
                        {Vulnerability::poodle_tls, "poodle_tls"},
                        {Vulnerability::insecure_renegotiation, "insecure_renegotiation"}});

void judge_vulnerabilities(const facts::Tls& tls, Reasons& reasons) {
  for (const Cap& cap : kFatal) {
    const auto found = tls.vulnerabilities.find(cap.vulnerability);
    if (found == tls.vulnerabilities.end()) continue;
    if (found->second.exposure == Exposure::vulnerable) reasons.add(cap.code, "F");
    if (found->second.exposure == Exposure::inconclusive) reasons.unclear();
  }
}

// RFC 7507 guards a fallback from one version up to TLS 1.2 to another. From TLS 1.3 the server's random
// guards (RFC 8446 §4.1.3), so it means nothing where at most one older version is offered.
void judge_fallback(const facts::Tls& tls, std::ptrdiff_t old_versions, Reasons& reasons) {
  if (old_versions < 2) return;
  const Support answer = tls.features.fallback_scsv;
  if (answer == Support::refused) reasons.add("fallback_scsv_missing", "A");
  if (answer == Support::not_tested || unclear(answer)) reasons.add("fallback_scsv_unknown", "A");
}

// Where suites of the kind are offered, but no key of it was seen or the search was cut.
bool exchange_unknown(const facts::Tls& tls) {
  const facts::KeyExchangeFacts& known = tls.key_exchange;
  for (const OfferedSuite& offered : offered_suites(tls)) {
    const facts::KeyExchange exchange = offered.suite->exchange;
    if (exchange == facts::KeyExchange::dhe && known.dh.empty()) return true;
    if (exchange == facts::KeyExchange::ecdhe && !known.groups_complete) return true;
    if (exchange == facts::KeyExchange::any && !known.groups_1_3_complete) return true;
  }
  return false;
}

}  // namespace

void judge_key_exchange(const facts::Tls& tls, Reasons& reasons) {
  for (const facts::DhKey& key : tls.key_exchange.dh) {
    if (key.bits < 2048) reasons.add("dh_small", key.bits < 1024 ? "F" : "B", std::to_string(key.bits));
  }
  for (const facts::Group* group : offered_groups(tls)) {
    const bool small = group->kind == facts::GroupKind::elliptic && rsa_equivalent(group->bits) < 2048;
    if (small) reasons.add("group_small", "B", group->name);
  }
  if (exchange_unknown(tls)) reasons.unclear();
}

void judge_features(const facts::Tls& tls, Reasons& reasons) {
  const std::vector<TlsVersion> versions = offered_versions(tls);
  // TLS 1.3 has neither renegotiation nor compression.
  const auto old_versions =
      std::ranges::count_if(versions, [](TlsVersion version) { return version <= TlsVersion::tls1_2; });
  judge_vulnerabilities(tls, reasons);
  judge_fallback(tls, old_versions, reasons);
  if (tls.features.compression == Support::offered) reasons.add("compression_offered", "C");
  if (old_versions == 0) return;
  const Support renegotiation = tls.features.secure_renegotiation;
  if (renegotiation == Support::refused) reasons.add("secure_renegotiation_missing", "A-");
  if (unclear(renegotiation) || unclear(tls.features.compression)) reasons.unclear();
}

void judge_hsts(std::optional<std::int64_t> max_age, Reasons& reasons) {
  constexpr std::int64_t kHalfAYear = 15'552'000;  // 180 days
  if (!max_age) return reasons.add("hsts_unknown", "A");
  if (*max_age < kHalfAYear) reasons.add("hsts_missing", "A", std::to_string(*max_age));
}

}  // namespace veedor::rules::rating
