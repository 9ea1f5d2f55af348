// Suites of export grade are offered: FREAK and LOGJAM.
#include "rules/rule.h"

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_suites(host, SuiteFault::export_grade); }

}  // namespace

extern constexpr Rule suite_export = define({
    .id = "tls/suite-export",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-326", "CWE-757"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
