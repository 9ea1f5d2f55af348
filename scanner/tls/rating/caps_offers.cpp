#include <algorithm>
#include <string>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/rating/caps.h"

namespace veedor::tls {
namespace {

using facts::GradeReason;
using facts::Suite;
using facts::TlsVersion;

// The first suite that fits; null without.
template <class Fits>
const Suite* find(const facts::Tls& tls, TlsVersion from, Fits fits) {
  for (const auto& [version, offer] : tls.offers) {
    if (version < from) continue;
    for (std::uint32_t code : offer.suites) {
      const Suite* suite = facts::find_suite(code);
      if (suite != nullptr && fits(*suite)) return suite;
    }
  }
  return nullptr;
}

void add(const char* code, const char* cap, const Suite* suite, std::vector<GradeReason>& reasons) {
  if (suite != nullptr) reasons.push_back({code, cap, std::string(suite->name)});
}

void cap_by_versions(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  const auto offers = [&tls](TlsVersion version) { return tls.offers.contains(version); };
  if (offers(TlsVersion::ssl2)) {
    reasons.push_back({"ssl2_offered", "F", {}});
    reasons.push_back({"drown", "F", {}});
  }
  const TlsVersion best = tls.offers.rbegin()->first;
  if (offers(TlsVersion::ssl3)) {
    reasons.push_back({"ssl3_offered", "B", {}});
    if (best == TlsVersion::ssl3) reasons.push_back({"ssl3_best", "F", {}});
    const auto& suites = tls.offers.at(TlsVersion::ssl3).suites;
    const auto is_cbc = [](std::uint32_t code) {
      const Suite* suite = facts::find_suite(code);
      return suite != nullptr && suite->mode == facts::Mode::cbc;
    };
    if (std::ranges::any_of(suites, is_cbc)) reasons.push_back({"poodle", "C", {}});
  }
  if (offers(TlsVersion::tls1_0)) reasons.push_back({"tls1_0_offered", "B", {}});
  if (offers(TlsVersion::tls1_1)) reasons.push_back({"tls1_1_offered", "B", {}});
  if (best < TlsVersion::tls1_2) reasons.push_back({"tls1_2_missing", "C", {}});
  if (best < TlsVersion::tls1_3) reasons.push_back({"tls1_3_missing", "A-", {}});
}

void cap_by_suites(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  const TlsVersion any = TlsVersion::ssl2;
  const TlsVersion modern = TlsVersion::tls1_1;
  const auto is_null = [](const Suite& suite) { return suite.mode == facts::Mode::null; };
  add("suite_null", "F", find(tls, any, is_null), reasons);
  add("suite_anonymous", "F", find(tls, any, [](const Suite& suite) { return suite.anonymous(); }), reasons);
  add("suite_export", "F", find(tls, any, [](const Suite& suite) { return suite.export_grade; }), reasons);
  const auto is_weak = [](const Suite& suite) {
    return suite.bits > 0 && suite.bits < 112 && !suite.export_grade;
  };
  add("suite_weak", "F", find(tls, any, is_weak), reasons);
  const auto is_rc4 = [](const Suite& suite) { return suite.rc4; };
  if (find(tls, any, is_rc4) != nullptr) {
    add("rc4_offered", "B", find(tls, any, is_rc4), reasons);
    add("rc4_modern", "C", find(tls, modern, is_rc4), reasons);
    if (find(tls, any, [](const Suite& suite) { return !suite.rc4; }) == nullptr)
      reasons.push_back({"rc4_only", "F", {}});
  }
  add("small_block_modern", "C", find(tls, modern, [](const Suite& suite) { return suite.small_block; }),
      reasons);
  const auto is_secret = [](const Suite& suite) { return suite.forward_secret() && !suite.anonymous(); };
  if (find(tls, any, is_secret) == nullptr) reasons.push_back({"forward_secrecy_missing", "B", {}});
  const auto is_aead = [](const Suite& suite) { return suite.mode == facts::Mode::aead; };
  if (find(tls, any, is_aead) == nullptr) reasons.push_back({"aead_missing", "B", {}});
}

void cap_by_dh(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  int smallest = 0;
  for (const facts::DhKey& key : tls.key_exchange.dh) {
    if (smallest == 0 || key.bits < smallest) smallest = key.bits;
  }
  if (smallest == 0 || smallest >= 2048) return;
  reasons.push_back({"dh_small", smallest < 1024 ? "F" : "B", std::to_string(smallest)});
}

}  // namespace

void cap_by_offers(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  cap_by_versions(tls, reasons);
  cap_by_suites(tls, reasons);
  cap_by_dh(tls, reasons);
}

}  // namespace veedor::tls
