// Suites with RC4 are offered.
#include "rules/rule.h"

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_suites(host, SuiteFault::rc4); }

}  // namespace

extern constexpr Rule suite_rc4 = define({
    .id = "tls/suite-rc4",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 7465"}},
    .check = check,
});

}  // namespace veedor::rules::tls
