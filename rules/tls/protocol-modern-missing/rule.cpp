// The server speaks TLS, but neither 1.2 nor 1.3: today's browsers cannot connect.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  const Support tls1_2 = support_of(host.tls, TlsVersion::tls1_2);
  const Support tls1_3 = support_of(host.tls, TlsVersion::tls1_3);
  if (tls1_2 == Support::offered || tls1_3 == Support::offered) return {{Outcome::passed}};
  const bool refused = tls1_2 == Support::refused && tls1_3 == Support::refused;
  return {{.outcome = refused ? Outcome::failed : Outcome::cant_tell,
           .message = refused ? "missing" : "inconclusive",
           .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule protocol_modern_missing = define({
    .id = "tls/protocol-modern-missing",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.1"},
                   .rfc = {"RFC 9325 §3.1.1", "RFC 8996"}},
    .check = check,
});

}  // namespace veedor::rules::tls
