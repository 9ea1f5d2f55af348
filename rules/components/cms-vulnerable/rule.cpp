// A content management system in a version with published vulnerabilities: they are attacked automatically,
// often within hours of publication, and a success hands over the whole site. Hence critical.
#include "rules/rule.h"

#include <algorithm>
#include <array>

#include "rules/support/components.h"
#include "rules/support/vulnerabilities.h"

namespace veedor::rules::components {
namespace {

constexpr std::size_t kListed = 5;

// The lists that can be had of these are not complete, so an empty answer is no good news.
constexpr std::array<std::string_view, 2> kIncomplete = {"wordpress", "joomla"};

// "10" or "4.7" may stand for a whole branch: only some systems name their releases with two numbers.
bool names_a_release(std::string_view component, std::string_view version) {
  const auto dots = std::ranges::count(version, '.');
  if (component == "wordpress") return dots >= 1;
  if (component == "drupal" && version.starts_with("7.")) return dots >= 1;
  return dots >= 2;
}

Verdicts judge(const facts::Component& component, Time now) {
  if (!names_a_release(component.name, component.version) || vulnerabilities_of(component.name).empty())
    return {};
  const Assessment assessment = assess(component.name, component.version, now);
  if (assessment.ids.empty() && assessment.possible.empty()) {
    if (std::ranges::find(kIncomplete, component.name) != kIncomplete.end()) return {};
    return {{.outcome = Outcome::passed, .url = component.location}};
  }
  const bool sure = !assessment.ids.empty() && !component.distribution;
  const auto& ids = assessment.ids.empty() ? assessment.possible : assessment.ids;
  return {{.outcome = sure ? Outcome::failed : Outcome::cant_tell,
           .message = !sure                              ? "perhaps"
                      : assessment.fixed_version.empty() ? "not-fixed"
                                                         : "vulnerable",
           .values = {{"component", display_name(component.name)},
                      {"version", component.version},
                      {"ids", listed(ids, kListed)},
                      {"count", std::to_string(ids.size())},
                      {"fixed_version", assessment.fixed_version},
                      {"location", component.location}},
           .cause = component.name + " " + component.version,
           .url = component.location}};
}

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const facts::Component* component : versions_in_use(site, {facts::ComponentKind::cms})) {
    for (Verdict& verdict : judge(*component, site.now)) verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule cms_vulnerable = define({
    .id = "components/cms-vulnerable",
    .severity = Severity::critical,
    .confidence = Confidence::medium,
    .references = {.cwe = {"CWE-1395"}, .owasp = {"A06:2021"}, .asvs = {"15.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
