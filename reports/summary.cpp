#include "reports/summary.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "reports/speech.h"
#include "rules/catalogue.h"

namespace veedor::reports {
namespace {

int failed_subjects(const Report& report, std::string_view rule) {
  const auto found = std::ranges::find(report.rules, rule, &RuleCounts::id);
  return found == report.rules.end() ? 0 : found->failed;
}

int failed_templates(const Report& report, std::string_view rule) {
  int sum = 0;
  for (const Site& site : report.sites) {
    const auto found = std::ranges::find(site.decided, rule, &Decided::rule);
    if (found != site.decided.end()) sum += found->failed;
  }
  return sum;
}

bool is_open(const Finding& finding) {
  return finding.outcome == rules::Outcome::failed && finding.severity != rules::Severity::info &&
         finding.status != "suppressed";
}

}  // namespace

std::vector<Priority> priorities(const Report& report) {
  std::vector<Priority> out;
  std::set<std::string_view> seen;
  for (const Finding& finding : report.findings) {
    if (!is_open(finding) || !seen.insert(finding.rule).second) continue;
    out.push_back({&finding, failed_subjects(report, finding.rule), failed_templates(report, finding.rule)});
  }
  std::ranges::sort(out, {}, [](const Priority& priority) {
    return std::tuple(priority.finding->severity, -priority.subjects,
                      std::string_view(priority.finding->rule));
  });
  return out;
}

std::string extent(const Priority& priority, Language language) {
  const rules::Rule* rule = rules::find_rule(priority.finding->rule);
  if (rule != nullptr && rule->is_site_rule()) return say(Word::whole_site, language);
  if (rule != nullptr && rule->is_host_rule())
    return counted(priority.subjects, Word::hosts_one, Word::hosts, language);
  const std::string pages = counted(priority.subjects, Word::pages_one, Word::pages, language);
  if (priority.templates == 0) return pages;
  const std::string templates = counted(priority.templates, Word::templates_one, Word::templates, language);
  return say(Word::templates_and_pages, language, {{"templates", templates}, {"pages", pages}});
}

std::vector<Unread> unread_pages(const Report& report) {
  std::map<std::string_view, Unread> groups;
  for (const Page& page : report.pages) {
    if (page.outcome == facts::name(facts::Outcome::read)) continue;
    Unread& group = groups[page.outcome];
    if (group.pages++ == 0) group.outcome = page.outcome, group.example = page.url;
  }
  std::vector<Unread> out;
  for (auto& [outcome, group] : groups) out.push_back(std::move(group));
  std::ranges::stable_sort(out, std::greater(), &Unread::pages);
  return out;
}

int pages_read(const Report& report) {
  return static_cast<int>(
      std::ranges::count(report.pages, facts::name(facts::Outcome::read), &Page::outcome));
}

std::vector<rules::Area> untested_areas(const Report& report) {
  std::set<rules::Area> untested;
  for (const rules::Rule* rule : rules::all_rules()) untested.insert(rule->area);
  for (const Site& site : report.sites) {
    for (const AreaScore& area : site.scores.areas) untested.erase(area.area);
  }
  return {untested.begin(), untested.end()};
}

int untested_rules(const Report& report) {
  return static_cast<int>(std::ranges::count_if(report.rules, [](const RuleCounts& rule) {
    return rule.not_tested > 0 && rule.passed + rule.failed + rule.cant_tell + rule.inapplicable == 0;
  }));
}

int undecided_findings(const Report& report) {
  return static_cast<int>(std::ranges::count(report.findings, rules::Outcome::cant_tell, &Finding::outcome));
}

int templates_seen(const Report& report) {
  std::size_t sum = 0;
  for (const Site& site : report.sites) sum += site.templates.size();
  return static_cast<int>(sum);
}

int hosts_seen(const Report& report) {
  std::size_t sum = 0;
  for (const Site& site : report.sites) sum += site.hosts.size();
  return static_cast<int>(sum);
}

Criteria criteria() {
  std::set<std::string_view> covered;
  for (const rules::Rule* rule : rules::all_rules()) {
    for (std::string_view criterion : rule->references.wcag) {
      if (rules::wcag_criterion(criterion)->level != rules::Level::aaa) covered.insert(criterion);
    }
  }
  const auto total = std::ranges::count_if(
      rules::kWcagCriteria, [](const auto& criterion) { return criterion.level != rules::Level::aaa; });
  return {static_cast<int>(total), static_cast<int>(covered.size())};
}

}  // namespace veedor::reports
