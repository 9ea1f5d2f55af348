// The content management system is of a branch that gets no more corrections.
#include "rules/rule.h"

#include "rules/support/components.h"
#include "rules/support/end_of_life.h"

namespace veedor::rules::components {
namespace {

// WordPress supports its newest branch only, yet goes on porting corrections to old ones: their last release
// may be safe.
bool may_be_maintained(const facts::Component& component, Time now) {
  return component.name == "wordpress" &&
         life_of(component.name, component.version, now).latest_of_branch == component.version;
}

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const facts::Component* component : versions_in_use(site, {facts::ComponentKind::cms})) {
    for (Verdict& verdict : judge_life(*component, site.now)) {
      if (verdict.outcome == Outcome::failed && may_be_maintained(*component, site.now)) {
        verdict.outcome = Outcome::cant_tell;
        verdict.message = "ported";
      }
      verdicts.push_back(std::move(verdict));
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule cms_end_of_life = define({
    .id = "components/cms-end-of-life",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-1104"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
