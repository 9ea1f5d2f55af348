// The server's answers betray whether an RSA-encrypted secret was well formed (CVE-2017-13099 and its kin).
#include "rules/rule.h"

#include "rules/support/tls_features.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_exposure(host, facts::Vulnerability::robot); }

}  // namespace

extern constexpr Rule robot = define({
    .id = "tls/robot",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-203"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.2"},
                   .rfc = {"RFC 5246 §7.4.7.1", "RFC 9325 §4.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
