// The server still takes part in SSL 2.0: DROWN.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  switch (support_of(host.tls, TlsVersion::ssl2)) {
    case Support::not_tested:
      return {};
    case Support::refused:
      return {{Outcome::passed}};
    case Support::offered:
      return {{.outcome = Outcome::failed, .message = "offered", .values = {{"host", host.name}}}};
    case Support::inconclusive:
      break;
  }
  return {{.outcome = Outcome::cant_tell, .message = "inconclusive", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule protocol_ssl2 = define({
    .id = "tls/protocol-ssl2",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.1"},
                   .rfc = {"RFC 6176", "RFC 9325 §3.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
