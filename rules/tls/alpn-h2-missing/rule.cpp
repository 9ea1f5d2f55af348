// HTTP/2 is not offered.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

// The list of protocols is empty both where none was chosen and where none was asked for. What travels in the
// same messages tells them apart.
bool asked_for_protocols(const facts::TlsFeatures& features) {
  constexpr auto kNotTested = facts::Support::not_tested;
  return !features.alpn.empty() || features.secure_renegotiation != kNotTested ||
         features.extended_master_secret != kNotTested || features.tls13_resumption != kNotTested;
}

Verdicts check(const facts::Host& host) {
  const facts::TlsFeatures& features = host.tls.features;
  // RFC 9113 §9.2: HTTP/2 needs TLS 1.2 or later.
  const bool modern = support_of(host.tls, facts::TlsVersion::tls1_2) == facts::Support::offered ||
                      support_of(host.tls, facts::TlsVersion::tls1_3) == facts::Support::offered;
  if (!host.tls.tested() || !modern || !asked_for_protocols(features)) return {};
  if (std::ranges::find(features.alpn, "h2") != features.alpn.end()) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "missing", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule alpn_h2_missing = define({
    .id = "tls/alpn-h2-missing",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .references = {.rfc = {"RFC 7301 §3", "RFC 9113 §3.2", "RFC 9325 §3.8"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
