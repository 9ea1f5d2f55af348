// No record of the DNS says which authorities may issue certificates.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  using facts::Lookup;
  if (!speaks_tls(host.tls)) return {};
  switch (host.dns.caa) {
    case Lookup::found:
      return {{Outcome::passed}};
    case Lookup::absent:
      return {{.outcome = Outcome::failed, .message = "missing", .values = {{"host", host.name}}}};
    case Lookup::failed:
      return {{.outcome = Outcome::cant_tell, .message = "failed", .values = {{"host", host.name}}}};
    case Lookup::not_tested:
      break;
  }
  return {};
}

}  // namespace

extern constexpr Rule dns_caa_missing = define({
    .id = "tls/dns-caa-missing",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A05:2021"}, .rfc = {"RFC 8659"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
