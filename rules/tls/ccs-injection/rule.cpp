// The server accepts a ChangeCipherSpec before there are keys (CVE-2014-0224).
#include "rules/rule.h"

#include "rules/support/tls_features.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_exposure(host, facts::Vulnerability::ccs_injection); }

}  // namespace

extern constexpr Rule ccs_injection = define({
    .id = "tls/ccs-injection",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}, .rfc = {"RFC 5246 §7.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
