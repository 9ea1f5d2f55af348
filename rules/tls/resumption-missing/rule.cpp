// No session can be taken up again, neither by identifier nor by ticket nor in TLS 1.3.
#include "rules/rule.h"

#include <algorithm>
#include <vector>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;

// What was seen of the ways that the offered versions have.
std::vector<Support> ways(const facts::Tls& tls) {
  std::vector<Support> seen;
  if (support_of(tls, facts::TlsVersion::tls1_3) == Support::offered)
    seen.push_back(tls.features.tls13_resumption);
  if (offers_before_tls13(tls)) {
    seen.push_back(tls.features.session_ids);
    seen.push_back(tls.features.ticket_resumption);
  }
  return seen;
}

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  const std::vector<Support> seen = ways(host.tls);
  const auto any = [&](Support support) { return std::ranges::find(seen, support) != seen.end(); };
  if (any(Support::offered)) return {{Outcome::passed}};
  // A way that was not tried may be the one that works.
  if (seen.empty() || any(Support::not_tested)) return {};
  const bool open = any(Support::inconclusive);
  return {{.outcome = open ? Outcome::cant_tell : Outcome::failed,
           .message = open ? "inconclusive" : "missing",
           .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule resumption_missing = define({
    .id = "tls/resumption-missing",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .references = {.rfc = {"RFC 8446 §2.2", "RFC 9325 §3.4"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
