// Suites whose cipher has blocks of 64 bits are offered: SWEET32.
#include "rules/rule.h"

#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_suites(host, SuiteFault::small_block); }

}  // namespace

extern constexpr Rule suite_small_block = define({
    .id = "tls/suite-small-block",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
