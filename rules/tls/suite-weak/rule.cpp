// Suites with fewer than 112 bits are offered: single DES.
#include "rules/rule.h"

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_suites(host, SuiteFault::weak); }

}  // namespace

extern constexpr Rule suite_weak = define({
    .id = "tls/suite-weak",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-326"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1", "RFC 5469"}},
    .check = check,
});

}  // namespace veedor::rules::tls
