// The server accepts early data (0-RTT), which can be replayed.
#include "rules/rule.h"

#include <string>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;

Verdicts check(const facts::Host& host) {
  const facts::TlsFeatures& features = host.tls.features;
  if (!speaks_tls(host.tls) || support_of(host.tls, facts::TlsVersion::tls1_3) != Support::offered) return {};
  Verdicts verdicts = judge_support(host, features.early_data, Support::refused, "offered");
  for (Verdict& verdict : verdicts) {
    if (verdict.outcome == Outcome::failed)
      verdict.values.push_back({"bytes", std::to_string(features.early_data_bytes)});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule early_data_offered = define({
    .id = "tls/early-data-offered",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-294"},
                   .owasp = {"A04:2021"},
                   .rfc = {"RFC 8446 §8", "RFC 8470 §3", "RFC 9325 §3.10"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
