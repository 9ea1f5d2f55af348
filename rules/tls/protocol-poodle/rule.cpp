// SSL 3.0 is offered with suites in CBC mode: POODLE.
#include "rules/rule.h"

#include "rules/support/tls_service.h"
#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  if (support_of(host.tls, TlsVersion::ssl3) == Support::refused) return {{Outcome::passed}};
  SuiteUses uses = suites_of(host.tls, TlsVersion::ssl3);
  std::erase_if(uses, [](const SuiteUse& use) { return use.suite->mode != facts::Mode::cbc; });
  if (!uses.empty())
    return {{.outcome = Outcome::failed, .message = "offered", .values = suite_values(host, uses)}};
  // The search has to end before its result is a pass; what is not known of SSL 3.0, protocol-obsolete says.
  if (!suites_known(host.tls, TlsVersion::ssl3)) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule protocol_poodle = define({
    .id = "tls/protocol-poodle",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327", "CWE-757"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.1"},
                   .rfc = {"RFC 7568", "RFC 9325 §3.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
