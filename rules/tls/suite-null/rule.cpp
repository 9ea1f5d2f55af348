// Suites without encryption are offered.
#include "rules/rule.h"

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_suites(host, SuiteFault::null); }

}  // namespace

extern constexpr Rule suite_null = define({
    .id = "tls/suite-null",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
