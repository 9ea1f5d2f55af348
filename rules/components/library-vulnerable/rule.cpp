// A script library in a version with published vulnerabilities. How grave each one is differs; what an
// attacker can do with it depends on the site's use of the library, so the rule is serious and not critical.
#include "rules/rule.h"

#include "rules/support/components.h"
#include "rules/support/vulnerabilities.h"

namespace veedor::rules::components {
namespace {

constexpr std::size_t kListed = 5;

Verdicts judge(const facts::Component& component, Time now) {
  if (vulnerabilities_of(component.name).empty())
    return {};  // nothing is known about it, neither good nor bad
  const Assessment assessment = assess(component.name, component.version, now);
  if (assessment.ids.empty()) return {{.outcome = Outcome::passed, .url = component.location}};
  return {{.outcome = Outcome::failed,
           .message = assessment.fixed_version.empty() ? "not-fixed" : "vulnerable",
           .values = {{"component", display_name(component.name)},
                      {"version", component.version},
                      {"ids", listed(assessment.ids, kListed)},
                      {"count", std::to_string(assessment.ids.size())},
                      {"fixed_version", assessment.fixed_version},
                      {"location", component.location}},
           .cause = component.name + " " + component.version,
           .url = component.location}};
}

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const facts::Component* component :
       places_in_use(site, {facts::ComponentKind::library, facts::ComponentKind::framework})) {
    for (Verdict& verdict : judge(*component, site.now)) verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule library_vulnerable = define({
    .id = "components/library-vulnerable",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-1395"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
