// The server speaks TLS 1.2 but not TLS 1.3.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  const Support support = support_of(host.tls, TlsVersion::tls1_3);
  if (support == Support::offered) return {{Outcome::passed}};
  // Without TLS 1.2 either, protocol-modern-missing speaks.
  if (support_of(host.tls, TlsVersion::tls1_2) != Support::offered) return {};
  const bool refused = support == Support::refused;
  return {{.outcome = refused ? Outcome::failed : Outcome::cant_tell,
           .message = refused ? "missing" : "inconclusive",
           .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule tls13_missing = define({
    .id = "tls/tls13-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A02:2021"}, .asvs = {"12.1.1"}, .rfc = {"RFC 9325 §3.1.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
