// The grade after the SSL Labs rating guide is below A. The faults themselves count elsewhere.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

bool is_good(std::string_view letter) { return letter == "A" || letter == "A+"; }

Verdicts check(const facts::Host& host) {
  const facts::TlsGrade& grade = host.tls.grade;
  if (!speaks_tls(host.tls) || grade.letter.empty()) return {};
  const Values values = {{"host", host.name}, {"grade", grade.letter}, {"reasons", listed(grade.reasons)}};
  if (!is_good(grade.letter)) {
    const bool trust = (grade.letter == "T" || grade.letter == "M") && !grade.if_trusted.empty();
    Verdict verdict{.outcome = Outcome::failed, .message = "below", .values = values};
    if (trust) {
      verdict.message = "untrusted";
      verdict.values.push_back({"otherwise", grade.if_trusted});
    } else if (grade.reasons.empty()) {
      verdict.message = "by-score";
      verdict.values.push_back({"score", std::to_string(grade.score)});
    }
    return {verdict};
  }
  if (!grade.partial) return {{Outcome::passed}};
  return {{.outcome = Outcome::cant_tell, .message = "partial", .values = values}};
}

}  // namespace

extern constexpr Rule grade_low = define({
    .id = "tls/grade-low",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.owasp = {"A02:2021"}, .asvs = {"12.1.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
