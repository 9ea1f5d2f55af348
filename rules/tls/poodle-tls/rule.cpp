// The server does not check the padding of CBC records (CVE-2014-8730).
#include "rules/rule.h"

#include "rules/support/tls_features.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_exposure(host, facts::Vulnerability::poodle_tls); }

}  // namespace

extern constexpr Rule poodle_tls = define({
    .id = "tls/poodle-tls",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-203"}, .owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 5246 §6.2.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
