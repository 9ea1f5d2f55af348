// Suites in which the server shows no certificate are offered.
#include "rules/rule.h"

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_suites(host, SuiteFault::anonymous); }

}  // namespace

extern constexpr Rule suite_anonymous = define({
    .id = "tls/suite-anonymous",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-306", "CWE-300"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.2"},
                   .rfc = {"RFC 5246 §F.1.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
