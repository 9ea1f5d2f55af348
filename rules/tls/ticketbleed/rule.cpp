// The server echoes more of a session identifier than was sent: its memory (CVE-2016-9244).
#include "rules/rule.h"

#include "rules/support/tls_features.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) { return judge_exposure(host, facts::Vulnerability::ticketbleed); }

}  // namespace

extern constexpr Rule ticketbleed = define({
    .id = "tls/ticketbleed",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-200"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}, .rfc = {"RFC 5077 §3.4"}},
    .check = check,
});

}  // namespace veedor::rules::tls
