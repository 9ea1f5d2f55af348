#include <algorithm>
#include <array>

#include "rules/rating/offered.h"
#include "rules/rating/reasons.h"

namespace veedor::rules::rating {
namespace {

using facts::Support;
using facts::TlsVersion;

bool refuses(const facts::Tls& tls, TlsVersion version) {
  return support_of(tls, version) == Support::refused;
}

// RFC 7568; with CBC suites it can be decrypted (CVE-2014-3566).
void judge_ssl3(const facts::Tls& tls, Reasons& reasons) {
  if (!offers(tls, TlsVersion::ssl3)) return;
  reasons.add("ssl3_offered", "B");
  const bool nothing_newer = std::ranges::all_of(
      std::to_array({TlsVersion::tls1_0, TlsVersion::tls1_1, TlsVersion::tls1_2, TlsVersion::tls1_3}),
      [&tls](TlsVersion version) { return refuses(tls, version); });
  if (nothing_newer) reasons.add("ssl3_best", "F");
  for (const OfferedSuite& offered : offered_suites(tls)) {
    if (offered.version == TlsVersion::ssl3 && offered.suite->mode == facts::Mode::cbc)
      reasons.add("poodle", "C", offered.suite->name);
  }
}

// DROWN (CVE-2016-0800) decrypts with what SSL 2.0 does with the RSA key, so suites of it must be there.
void judge_ssl2(const facts::Tls& tls, Reasons& reasons) {
  if (!offers(tls, TlsVersion::ssl2)) return;
  reasons.add("ssl2_offered", "F");
  const auto offer = tls.offers.find(TlsVersion::ssl2);
  if (offer != tls.offers.end() && !offer->second.suites.empty()) reasons.add("drown", "F");
}

void judge_suite(const OfferedSuite& offered, Reasons& reasons) {
  const facts::Suite& suite = *offered.suite;
  // The guide gives anonymous key exchange 0 points, which makes the whole score 0.
  if (suite.anonymous()) reasons.add("suite_anonymous", "F", suite.name);
  if (suite.mode == facts::Mode::null) reasons.add("suite_null", "F", suite.name);
  if (suite.export_grade) reasons.add("suite_export", "F", suite.name);
  if (suite.mode != facts::Mode::null && !suite.export_grade && suite.bits < 112)
    reasons.add("suite_weak", "F", suite.name);
  const bool modern = offered.version >= TlsVersion::tls1_1;
  if (suite.rc4) reasons.add("rc4_offered", "B", suite.name);
  if (suite.rc4 && modern) reasons.add("rc4_modern", "C", suite.name);
  if (suite.small_block && modern) reasons.add("small_block_modern", "C", suite.name);
}

}  // namespace

void judge_versions(const facts::Tls& tls, Reasons& reasons) {
  judge_ssl2(tls, reasons);
  judge_ssl3(tls, reasons);
  if (offers(tls, TlsVersion::tls1_0)) reasons.add("tls1_0_offered", "B");
  if (offers(tls, TlsVersion::tls1_1)) reasons.add("tls1_1_offered", "B");
  // Who offers TLS 1.3 alone misses nothing.
  if (refuses(tls, TlsVersion::tls1_2) && refuses(tls, TlsVersion::tls1_3))
    reasons.add("tls1_2_missing", "C");
  if (refuses(tls, TlsVersion::tls1_3)) reasons.add("tls1_3_missing", "A-");
  for (const TlsVersion version : {TlsVersion::ssl2, TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1,
                                   TlsVersion::tls1_2, TlsVersion::tls1_3}) {
    const Support answer = support_of(tls, version);
    if (answer != Support::offered && answer != Support::refused) reasons.unclear();
  }
}

void judge_suites(const facts::Tls& tls, Reasons& reasons) {
  const std::vector<OfferedSuite> suites = offered_suites(tls);
  for (const OfferedSuite& offered : suites) judge_suite(offered, reasons);
  // What is missing can only be said once all is known.
  if (!suites_complete(tls)) return reasons.unclear();
  if (suites.empty()) return;
  const auto none = [&suites](auto property) { return std::ranges::none_of(suites, property); };
  if (none([](const OfferedSuite& offered) { return !offered.suite->rc4; })) reasons.add("rc4_only", "F");
  if (none([](const OfferedSuite& offered) {
        return offered.suite->forward_secret() && !offered.suite->anonymous();
      }))
    reasons.add("forward_secrecy_missing", "B");
  if (none([](const OfferedSuite& offered) { return offered.suite->mode == facts::Mode::aead; }))
    reasons.add("aead_missing", "B");
}

}  // namespace veedor::rules::rating
