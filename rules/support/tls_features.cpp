#include "rules/support/tls_features.h"

#include <algorithm>
#include <array>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::size_t kMaxItem = 80;

constexpr std::array kBeforeTls13 = {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1,
                                     TlsVersion::tls1_2};

Verdict undecided(const facts::Host& host) {
  return {.outcome = Outcome::cant_tell, .message = "inconclusive", .values = {{"host", host.name}}};
}

}  // namespace

bool offers_before_tls13(const facts::Tls& tls) {
  return std::ranges::any_of(
      kBeforeTls13, [&](TlsVersion version) { return support_of(tls, version) == Support::offered; });
}

int versions_offered(const facts::Tls& tls) {
  const auto before = std::ranges::count_if(
      kBeforeTls13, [&](TlsVersion version) { return support_of(tls, version) == Support::offered; });
  return static_cast<int>(before) + (support_of(tls, TlsVersion::tls1_3) == Support::offered ? 1 : 0);
}

Verdicts judge_support(const facts::Host& host, Support seen, Support wanted, std::string_view message) {
  if (seen == Support::not_tested) return {};
  if (seen == Support::inconclusive) return {undecided(host)};
  if (seen == wanted) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = message, .values = {{"host", host.name}}}};
}

Verdicts judge_exposure(const facts::Host& host, facts::Vulnerability vulnerability) {
  const auto found = host.tls.vulnerabilities.find(vulnerability);
  if (!speaks_tls(host.tls) || found == host.tls.vulnerabilities.end()) return {};
  switch (found->second.exposure) {
    case facts::Exposure::safe:
      return {{Outcome::passed}};
    case facts::Exposure::vulnerable:
      return {{.outcome = Outcome::failed, .message = "vulnerable", .values = {{"host", host.name}}}};
    case facts::Exposure::inconclusive:
      return {undecided(host)};
    case facts::Exposure::not_tested:
      break;
  }
  return {};
}

std::string listed(const std::vector<std::string>& items, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < std::min(items.size(), most); ++i)
    out.append(out.empty() ? "" : ", ").append(shorten(printable(items[i]), kMaxItem));
  if (items.size() > most) out.append(" (+").append(std::to_string(items.size() - most)).append(")");
  return out;
}

std::string listed(const std::vector<facts::GradeReason>& reasons) {
  constexpr std::size_t kMost = 8;
  std::vector<std::string> items;
  for (const facts::GradeReason& reason : reasons) {
    const std::string item = reason.cap.empty() ? reason.code : reason.cap + ": " + reason.code;
    // One code with many details, such as one for each suite, is one reason.
    const bool repeated = std::ranges::any_of(items, [&](const std::string& earlier) {
      return earlier == item || earlier.starts_with(item + " ");
    });
    if (!repeated) items.push_back(reason.detail.empty() ? item : item + " " + reason.detail);
  }
  return listed(items, kMost);
}

std::string listed(const std::vector<facts::ProfileGap>& gaps) {
  std::vector<std::string_view> codes;
  for (const facts::ProfileGap& gap : gaps)
    if (std::ranges::find(codes, gap.code) == codes.end()) codes.emplace_back(gap.code);
  std::string out;
  for (const std::string_view code : codes) {
    std::vector<std::string> items;
    for (const facts::ProfileGap& gap : gaps) {
      if (gap.code != code) continue;
      const bool extra = code.ends_with("_extra") && !gap.detail.empty();
      const bool missing = code.ends_with("_missing") && !gap.detail.empty();
      const std::string sign = extra ? "+" : missing ? "\u2212" : std::string(code);
      items.push_back(extra || missing || gap.detail.empty() ? sign + gap.detail : sign + " " + gap.detail);
    }
    out.append(out.empty() ? "" : ", ").append(listed(items));
  }
  return out;
}

}  // namespace veedor::rules
