// The port of plain HTTP lets a connection be upgraded to TLS (CVE-2025-49812).
#include "rules/rule.h"

#include <string>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const auto found = host.tls.vulnerabilities.find(facts::Vulnerability::opossum);
  if (!speaks_tls(host.tls) || found == host.tls.vulnerabilities.end()) return {};
  Verdicts verdicts = judge_exposure(host, facts::Vulnerability::opossum);
  for (Verdict& verdict : verdicts) {
    if (verdict.outcome != Outcome::passed)
      verdict.values.push_back({"port", std::to_string(host.http_port)});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule opossum = define({
    .id = "tls/opossum",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-287"}, .owasp = {"A05:2021"}, .rfc = {"RFC 2817 §3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
