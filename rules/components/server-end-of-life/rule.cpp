// The web server, or a part of it that names itself, is of a branch that gets no more corrections.
#include "rules/rule.h"

#include "rules/support/components.h"

namespace veedor::rules::components {
namespace {

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const facts::Component* component : versions_in_use(site, {facts::ComponentKind::server})) {
    for (Verdict& verdict : judge_life(*component, site.now)) verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule server_end_of_life = define({
    .id = "components/server-end-of-life",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.cwe = {"CWE-1104"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
