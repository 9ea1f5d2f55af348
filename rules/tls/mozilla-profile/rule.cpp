// What separates the service from the intermediate profile of Mozilla's guidelines 6.0.
#include "rules/rule.h"

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::TlsGrade& grade = host.tls.grade;
  // Without a grade nothing was compared, and an empty list of gaps says nothing.
  if (!speaks_tls(host.tls) || grade.letter.empty()) return {};
  if (!grade.intermediate.empty())
    return {{.outcome = Outcome::failed,
             .message = "gaps",
             .values = {{"host", host.name}, {"gaps", listed(grade.intermediate)}}}};
  if (!grade.partial) return {{Outcome::passed}};
  return {{.outcome = Outcome::cant_tell, .message = "partial", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule mozilla_profile = define({
    .id = "tls/mozilla-profile",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.owasp = {"A02:2021"}, .asvs = {"12.1.2"}, .rfc = {"RFC 9325 §4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
