// The server answers a heartbeat that lies about its length with its own memory (CVE-2014-0160).
#include "rules/rule.h"

#include "rules/support/tls_features.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_exposure(host, facts::Vulnerability::heartbleed); }

}  // namespace

extern constexpr Rule heartbleed = define({
    .id = "tls/heartbleed",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-126"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}, .rfc = {"RFC 6520 §4"}},
    .check = check,
});

}  // namespace veedor::rules::tls
