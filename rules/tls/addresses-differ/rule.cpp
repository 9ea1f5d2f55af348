// The addresses of one name do not answer alike.
#include "rules/rule.h"

#include <algorithm>
#include <map>
#include <string>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

using facts::AddressFacts;
using facts::Outcome;
using facts::Support;
using facts::TlsVersion;
using Judgement = rules::Outcome;

constexpr std::size_t kMaxAddress = 60;

std::string offered(const std::map<TlsVersion, Support>& versions) {
  std::string names;
  for (const auto& [version, support] : versions) {
    if (support == Support::offered) names.append(names.empty() ? "" : ", ").append(facts::name(version));
  }
  return names.empty() ? "–" : names;
}

Verdict verdict(Judgement outcome, std::string_view message, const AddressFacts& other,
                const facts::Host& host) {
  const std::string address = shorten(printable(other.address), kMaxAddress);
  return {.outcome = outcome,
          .message = message,
          .values = {{"host", host.name},
                     {"address", address},
                     {"first", shorten(printable(host.tls.address), kMaxAddress)},
                     {"versions", offered(other.versions)},
                     {"first_versions", offered(host.tls.versions)}},
          .cause = std::string(message) + " " + address};
}

// It closed the door, or no handshake came about, while the first address served its visitors.
bool is_out_of_service(Outcome outcome) {
  return outcome == Outcome::refused || outcome == Outcome::tls_failed;
}

// No route from here (often of IPv6), or an answer that the network may have lost.
bool is_unclear(Outcome outcome) {
  return outcome == Outcome::unreachable || outcome == Outcome::timed_out || outcome == Outcome::too_slow ||
         outcome == Outcome::connection_lost;
}

void judge(const AddressFacts& other, const facts::Host& host, Verdicts& verdicts) {
  const auto differs = [&](std::string_view what) {
    return std::ranges::find(other.differences, what) != other.differences.end();
  };
  const std::size_t before = verdicts.size();
  if (differs("versions")) verdicts.push_back(verdict(Judgement::failed, "versions", other, host));
  if (differs("certificate")) verdicts.push_back(verdict(Judgement::failed, "certificate", other, host));
  if (verdicts.size() == before) verdicts.push_back({Judgement::passed});
}

Verdicts check(const facts::Host& host) {
  if (!host.tls.tested()) return {};
  Verdicts verdicts;
  for (const AddressFacts& other : host.tls.other_addresses) {
    if (other.outcome == Outcome::read) {
      judge(other, host, verdicts);
    } else if (is_out_of_service(other.outcome) && !host.tls.blocked) {
      verdicts.push_back(verdict(Judgement::failed, "no-answer", other, host));
    } else if (is_out_of_service(other.outcome) || is_unclear(other.outcome)) {
      verdicts.push_back(verdict(Judgement::cant_tell, "unreachable", other, host));
    }  // else the scan did not ask
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule addresses_differ = define({
    .id = "tls/addresses-differ",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,  // a change under way is seen half done
    .references = {.owasp = {"A05:2021"}, .asvs = {"12.1.1"}, .rfc = {"RFC 9325 §3.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
