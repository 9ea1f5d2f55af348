// What separates the service from the intermediate profile of Mozilla's guidelines 6.0.
#include "rules/rule.h"

#include <vector>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"
#include "scanner/facts/tls/suite.h"

namespace veedor::rules::tls {
namespace {

// group-post-quantum-missing speaks of these.
bool is_told_elsewhere(const facts::ProfileGap& gap) {
  const facts::Group* group = gap.code == "group_missing" ? facts::find_group(gap.detail) : nullptr;
  return group != nullptr && group->kind == facts::GroupKind::post_quantum;
}

Verdicts check(const facts::Host& host) {
  const facts::TlsGrade& grade = host.tls.grade;
  // Without a grade nothing was compared, and an empty list of gaps says nothing.
  if (!speaks_tls(host.tls) || grade.letter.empty()) return {};
  std::vector<facts::ProfileGap> gaps = grade.intermediate;
  std::erase_if(gaps, is_told_elsewhere);
  if (!gaps.empty())
    return {{.outcome = Outcome::failed,
             .message = "gaps",
             .values = {{"host", host.name}, {"gaps", listed(gaps)}}}};
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
