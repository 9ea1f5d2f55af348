#include "reports/summary.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "reports/speech.h"
#include "rules/catalogue.h"
#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::string_view kBrokenLink = "broken_link";

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
         finding.standing == rules::Standing::required && finding.status != "suppressed";
}

std::vector<std::string> failed_sites(const Report& report, std::string_view rule) {
  std::set<std::string_view> sites;
  for (const Finding& finding : report.findings) {
    if (finding.rule == rule && is_open(finding)) sites.insert(finding.site);
  }
  return {sites.begin(), sites.end()};
}

std::set<rules::Area> areas_with_rules() {
  std::set<rules::Area> areas;
  for (const rules::Rule* rule : rules::all_rules()) areas.insert(rule->area);
  return areas;
}

}  // namespace

std::vector<Priority> priorities(const Report& report) {
  std::vector<Priority> out;
  std::set<std::string_view> seen;
  for (const Finding& finding : report.findings) {
    if (!is_open(finding) || !seen.insert(finding.rule).second) continue;
    out.push_back({&finding, failed_subjects(report, finding.rule), failed_templates(report, finding.rule),
                   failed_sites(report, finding.rule)});
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
  std::string pages = counted(priority.subjects, Word::pages_one, Word::pages, language);
  if (priority.templates == 0) return pages;
  const std::string templates = counted(priority.templates, Word::templates_one, Word::templates, language);
  return say(Word::templates_and_pages, language, {{"templates", templates}, {"pages", pages}});
}

std::string extent_with_sites(const Priority& priority, const Report& report) {
  const Language language = report.scan.language;
  std::string out = extent(priority, language);
  if (report.sites.size() < 2) return out;
  const auto count = static_cast<int>(priority.sites.size());
  return joined(
      {out, count == 1 ? priority.sites.front() : counted(count, Word::sites_one, Word::sites, language)},
      " · ");
}

std::vector<std::vector<const Finding*>> by_rule(const Report& report) {
  using Key = std::pair<std::string_view, rules::Outcome>;
  std::map<Key, std::size_t> index;
  std::vector<std::vector<const Finding*>> out;
  for (const Finding& finding : report.findings) {
    if (finding.standing == rules::Standing::beyond_profile) continue;
    const auto [at, added] = index.emplace(Key(finding.rule, finding.outcome), out.size());
    if (added) out.emplace_back();
    out[at->second].push_back(&finding);
  }
  std::ranges::stable_sort(out, {}, [](const auto& causes) {
    const Finding& first = *causes.front();
    return std::tuple(first.standing, first.severity, first.outcome == rules::Outcome::cant_tell);
  });
  return out;
}

std::string_view what_happened(const Page& page) {
  const bool gone = page.status == 404 || page.status == 410;  // RFC 9110 §15.5.5, §15.5.11
  return gone && page.outcome == facts::name(facts::Outcome::http_error) ? kBrokenLink : page.outcome;
}

std::vector<Unread> unread_pages(const Report& report) {
  std::map<std::string_view, Unread> groups;
  for (const Page& page : report.pages) {
    const std::string_view happened = what_happened(page);
    if (happened == facts::name(facts::Outcome::read)) continue;
    Unread& group = groups[happened];
    group.outcome = happened;
    ++group.pages;
    if (group.examples.size() < kExamples) group.examples.push_back(page.url);
  }
  std::vector<Unread> out;
  out.reserve(groups.size());
  for (auto& [outcome, group] : groups) out.push_back(std::move(group));
  std::ranges::stable_sort(out, std::greater(), &Unread::pages);
  return out;
}

std::vector<std::string> page_counts(const Report& report) {
  const Language language = report.scan.language;
  int read = 0;
  int broken = 0;
  int documents = 0;
  for (const Page& page : report.pages) {
    const std::string_view happened = what_happened(page);
    if (happened == facts::name(facts::Outcome::read)) ++read;
    if (happened == kBrokenLink) ++broken;
    if (happened == facts::name(facts::Outcome::not_html)) ++documents;
  }
  const int rest = static_cast<int>(report.pages.size()) - read - broken - documents;
  std::vector<std::string> out = {counted(read, Word::pages_read_one, Word::pages_read, language)};
  if (broken > 0) out.push_back(counted(broken, Word::broken_links_one, Word::broken_links, language));
  if (documents > 0) out.push_back(counted(documents, Word::documents_one, Word::documents, language));
  if (rest > 0) out.push_back(counted(rest, Word::pages_not_read_one, Word::pages_not_read, language));
  return out;
}

std::vector<PartlyJudged> partly_judged(const Report& report) {
  std::map<std::string_view, int> counts;
  for (const Page& page : report.pages) {
    for (const std::string& reason : page.partly_judged) ++counts[reason];
  }
  std::vector<PartlyJudged> out;
  out.reserve(counts.size());
  for (const auto& [reason, pages] : counts) out.push_back({std::string(reason), pages});
  return out;
}

std::vector<MissingSheets> missing_sheets(const Report& report) {
  constexpr std::array<std::string_view, 3> kSameToBrowsers = {"broken_link", "not_css", "mixed_content"};
  std::map<std::string_view, MissingSheets> groups;
  for (const Site& site : report.sites) {
    for (const facts::MissingSheet& sheet : site.style_sheets_missing) {
      if (std::ranges::find(kSameToBrowsers, sheet.reason) != kSameToBrowsers.end()) continue;
      MissingSheets& group = groups[sheet.reason];
      group.reason = sheet.reason;
      ++group.sheets;
      if (group.examples.size() < kExamples) group.examples.push_back(sheet.url);
    }
  }
  std::vector<MissingSheets> out;
  out.reserve(groups.size());
  for (auto& [reason, group] : groups) out.push_back(std::move(group));
  std::ranges::stable_sort(out, std::greater(), &MissingSheets::sheets);
  return out;
}

std::string unread_count(const Unread& group, Language language) {
  const bool broken = group.outcome == kBrokenLink;
  return counted(group.pages, broken ? Word::broken_links_one : Word::pages_one,
                 broken ? Word::broken_links : Word::pages, language);
}

std::vector<rules::Area> untested_areas(const Site& site) {
  std::set<rules::Area> untested = areas_with_rules();
  for (const AreaScore& area : site.scores.areas) untested.erase(area.area);
  return {untested.begin(), untested.end()};
}

std::string areas_remark(const Site& site, Language language) {
  const std::size_t decided = site.scores.areas.size();
  const std::size_t missing = untested_areas(site).size();
  if (missing == 0) return "";
  return say(Word::areas_decided, language,
             {{"decided", std::to_string(decided)}, {"total", std::to_string(decided + missing)}});
}

std::string overall_remark(const Site& site, Language language) {
  const Scores& scores = site.scores;
  if (!scores.overall) return withheld_reason(scores, language);
  std::vector<std::string> parts;
  if (scores.overall_base > scores.overall)
    parts.push_back(say(Word::letter_limit, language, {{"base", std::to_string(*scores.overall_base)}}));
  if (const std::string areas = areas_remark(site, language); !areas.empty()) parts.push_back(areas);
  return joined(parts, "; ");
}

std::vector<rules::Area> untested_areas(const Report& report) {
  std::set<rules::Area> untested = areas_with_rules();
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
  return static_cast<int>(std::ranges::count_if(report.findings, [](const Finding& finding) {
    return finding.outcome == rules::Outcome::cant_tell &&
           finding.standing != rules::Standing::beyond_profile;
  }));
}

int rules_beyond(const Report& report) {
  std::set<std::string_view> rules;
  for (const Finding& finding : report.findings) {
    if (finding.standing == rules::Standing::beyond_profile) rules.insert(finding.rule);
  }
  return static_cast<int>(rules.size());
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

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : separator).append(part);
  return out;
}

std::vector<CriterionRow> criteria_of_profile(const Report& report) {
  const rules::Profile profile = rules::find_profile(report.scan.profile).value_or(rules::kDefaultProfile);
  std::vector<const std::vector<CriterionRow>*> sites;
  for (const Site& site : report.sites) sites.push_back(&site.criteria);
  std::vector<CriterionRow> rows = merged(sites);
  std::erase_if(rows, [profile](const CriterionRow& row) {
    const auto criterion = rules::wcag_criterion(row.criterion);
    return !criterion || !rules::includes(profile, *criterion);
  });
  return rows;
}

std::string criteria_counts(const Report& report) {
  const Language language = report.scan.language;
  const std::vector<CriterionRow> rows = criteria_of_profile(report);
  const auto count = [&rows](CriterionResult result) {
    return std::to_string(std::ranges::count(rows, result, &CriterionRow::result));
  };
  return say(Word::criteria_counts, language,
             {{"profile", shorten(printable(report.scan.profile), 40)},
              {"total", std::to_string(rows.size())},
              {"fails", count(CriterionResult::fails)},
              {"nothing", count(CriterionResult::nothing_found)},
              {"person", count(CriterionResult::needs_person)},
              {"absent", count(CriterionResult::not_present)}});
}

std::string criterion_result_word(CriterionResult result, Language language) {
  switch (result) {
    case CriterionResult::fails:
      return say(Word::criterion_fails, language);
    case CriterionResult::nothing_found:
      return say(Word::criterion_nothing_found, language);
    case CriterionResult::not_present:
      return say(Word::criterion_not_present, language);
    case CriterionResult::needs_person:
      break;
  }
  return say(Word::criterion_needs_person, language);
}

}  // namespace veedor::reports
