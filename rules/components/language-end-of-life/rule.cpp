// The language that the site runs on, such as PHP, is of a branch that gets no more corrections.
#include "rules/rule.h"

#include "rules/support/components.h"

namespace veedor::rules::components {
namespace {

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const facts::Component* component : versions_in_use(site, {facts::ComponentKind::language})) {
    for (Verdict& verdict : judge_life(*component, site.now)) verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule language_end_of_life = define({
    .id = "components/language-end-of-life",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-1104"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
