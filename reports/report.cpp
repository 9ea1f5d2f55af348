#include "reports/report.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "reports/score/score.h"
#include "rules/catalogue.h"
#include "scanner/base/hash.h"
#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

std::uint64_t hash_sections(std::span<const rules::Section> sections, std::uint64_t seed) {
  for (const rules::Section& section : sections) seed = fnv1a(section.body, fnv1a(section.heading, seed));
  return seed;
}

std::uint64_t hash_texts(const rules::Texts& texts, std::uint64_t seed) {
  seed = fnv1a(texts.why, fnv1a(texts.title, seed));
  seed = hash_sections(texts.trainers, hash_sections(texts.fix, seed));
  for (const rules::Message& message : texts.messages) seed = fnv1a(message.text, fnv1a(message.key, seed));
  return seed;
}

std::string ruleset() {
  std::uint64_t hash = kFnvOffset;
  for (const rules::Rule* rule : rules::all_rules()) {
    hash = fnv1a(rules::name(rule->severity), fnv1a(rule->id, hash));
    hash = hash_texts(rules::texts(*rule, Language::en), hash);
    hash = hash_texts(rules::texts(*rule, Language::es), hash);
  }
  return hex(hash, 8);
}

void render(Finding& finding, Language language) {
  const rules::Rule* rule = rules::find_rule(finding.rule);
  if (rule == nullptr) return;  // of another rule set: its words stay as they are
  finding.title = rules::texts(*rule, language).title;
  finding.fix = rules::fix_summary(*rule, language);
  for (Occurrence& occurrence : finding.occurrences) {
    const std::string_view pattern = rules::message(*rule, language, occurrence.key);
    if (!pattern.empty()) occurrence.message = fill(pattern, occurrence.values);
  }
  if (!finding.occurrences.empty()) finding.message = finding.occurrences.front().message;
}

std::map<std::string, std::vector<std::string>> references_of(const rules::References& references) {
  std::map<std::string, std::vector<std::string>> out;
  auto add = [&out](const char* key, const rules::List& list) {
    out[key] = std::vector<std::string>(list.begin(), list.end());
  };
  add("wcag", references.wcag);
  add("act", references.act);
  add("cwe", references.cwe);
  add("owasp", references.owasp);
  add("asvs", references.asvs);
  add("rfc", references.rfc);
  add("en301549", references.en301549);
  return out;
}

// What a site sends in may be long; a value of a message need not be.
Values bounded(Values values) {
  constexpr std::size_t kMaxValue = 500;
  for (Value& value : values) value.text = shorten(printable(value.text), kMaxValue);
  return values;
}

Occurrence kept(rules::Occurrence occurrence) {
  return {.url = std::move(occurrence.url),
          .selector = std::move(occurrence.selector),
          .snippet = std::move(occurrence.snippet),
          .line = occurrence.line,
          .column = occurrence.column,
          .message = occurrence.message,
          .key = occurrence.message,
          .values = bounded(std::move(occurrence.values))};
}

using TemplateByUrl = std::map<std::string, std::string>;

int templates_of(const std::vector<Occurrence>& occurrences, const TemplateByUrl& templates) {
  std::set<std::string> seen;
  for (const Occurrence& occurrence : occurrences) {
    const auto found = templates.find(occurrence.url);
    if (found != templates.end()) seen.insert(found->second);
  }
  return static_cast<int>(seen.size());
}

Finding kept(const rules::Finding& found, const std::string& origin, const TemplateByUrl& templates) {
  Finding finding{.id = found.id,
                  .rule = std::string(found.rule->id),
                  .site = origin,
                  .area = found.rule->area,
                  .severity = found.rule->severity,
                  .confidence = found.rule->confidence,
                  .outcome = found.outcome,
                  .title = {},
                  .message = {},
                  .fix = {},
                  .references = references_of(found.rule->references),
                  .count = found.count,
                  .pages = found.pages,
                  .occurrences = {}};
  for (const rules::Occurrence& occurrence : found.occurrences)
    finding.occurrences.push_back(kept(occurrence));
  finding.templates = templates_of(finding.occurrences, templates);
  return finding;
}

facts::Host kept(facts::Host host) {
  if (!host.plain) return host;
  facts::Response plain;
  plain.requested = std::move(host.plain->requested);
  plain.final_url = std::move(host.plain->final_url);
  plain.outcome = host.plain->outcome;
  plain.status = host.plain->status;
  for (facts::Hop& hop : host.plain->redirects)
    plain.redirects.push_back(
        {.url = std::move(hop.url), .status = hop.status, .headers = {}, .address = {}});
  host.plain = std::move(plain);
  return host;
}

std::vector<Template> templates_of(const std::vector<facts::PageSummary>& pages) {
  std::map<std::string, Template> templates;
  for (const facts::PageSummary& page : pages) {
    if (page.template_id.empty()) continue;
    Template& group = templates[page.template_id];
    group.id = page.template_id;
    ++group.pages;
    if (group.example.empty() || page.final_url < group.example) group.example = page.final_url;
  }
  std::vector<Template> out;
  out.reserve(templates.size());
  for (auto& [id, group] : templates) out.push_back(std::move(group));
  return out;
}

Site site_of(const SiteResult& result, rules::Profile profile) {
  Site site{.origin = result.summary.origin,
            .scores = {},
            .hosts = {},
            .components = result.summary.components,
            .templates = templates_of(result.summary.pages),
            .decided = {},
            .style_sheets_missing = result.summary.missing_sheets,
            .criteria = {}};
  for (const facts::Host& host : result.summary.hosts) site.hosts.push_back(kept(host));
  for (const rules::RuleResult& rule : result.results) {
    if (rule.templates_decided == 0) continue;
    site.decided.push_back({.rule = std::string(rule.rule->id),
                            .area = rule.rule->area,
                            .severity = rule.rule->severity,
                            .templates = rule.templates_decided,
                            .failed = rule.templates_failed,
                            .standing = rules::standing(profile, *rule.rule)});
  }
  site.scores = score(site.decided, coverage(result.summary.pages));
  site.criteria = criteria_of(result.results, result.summary.pages);
  return site;
}

void add_pages(const std::vector<facts::PageSummary>& pages, Report& report) {
  for (const facts::PageSummary& page : pages) {
    report.pages.push_back({.url = page.url,
                            .final_url = page.final_url,
                            .status = page.status,
                            .redirects = page.redirects,
                            .outcome = std::string(facts::name(page.outcome)),
                            .template_id = page.template_id,
                            .title = page.title,
                            .language = page.language,
                            .encoding = page.encoding,
                            .canonical = page.canonical,
                            .robots = page.robots,
                            .depth = page.depth,
                            .partly_judged = {}});
    for (css::Gap gap : facts::kAllGaps) {
      if (page.gaps.has(gap)) report.pages.back().partly_judged.emplace_back(facts::name(gap));
    }
  }
}

void add_findings(const SiteResult& result, rules::Profile profile, Report& report) {
  TemplateByUrl templates;
  for (const facts::PageSummary& page : result.summary.pages) {
    if (!page.template_id.empty()) templates.emplace(page.final_url, page.template_id);
  }
  for (const rules::Finding& finding : result.findings) {
    report.findings.push_back(kept(finding, result.summary.origin, templates));
    report.findings.back().standing = rules::standing(profile, *finding.rule);
    render(report.findings.back(), report.scan.language);
  }
}

std::vector<RuleCounts> sum_up(const std::vector<SiteResult>& sites) {
  std::map<std::string_view, RuleCounts> sums;
  for (const SiteResult& site : sites) {
    for (const rules::RuleResult& result : site.results) {
      RuleCounts& sum = sums[result.rule->id];
      sum.id = result.rule->id;
      sum.passed += result.passed;
      sum.failed += result.failed;
      sum.cant_tell += result.cant_tell;
      sum.inapplicable += result.inapplicable;
      sum.not_tested += result.not_tested;
    }
  }
  std::vector<RuleCounts> out;
  out.reserve(sums.size());
  for (auto& [id, sum] : sums) out.push_back(std::move(sum));
  return out;
}

}  // namespace

Report assemble(Scan scan, const std::vector<SiteResult>& sites) {
  Report report;
  report.tool.version = VEEDOR_VERSION;
  report.tool.ruleset = ruleset();
  report.scan = std::move(scan);
  const rules::Profile profile = rules::find_profile(report.scan.profile).value_or(rules::kDefaultProfile);
  std::vector<std::string>& limits = report.scan.limits_hit;
  std::ranges::sort(limits);
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  for (const SiteResult& site : sites) {
    report.sites.push_back(site_of(site, profile));
    add_pages(site.summary.pages, report);
    add_findings(site, profile, report);
  }
  std::ranges::sort(report.pages, {}, [](const Page& page) { return std::tie(page.url, page.final_url); });
  report.rules = sum_up(sites);
  std::ranges::sort(report.findings, {}, [](const Finding& finding) {
    return std::tuple(finding.severity, -finding.count, std::string_view(finding.id));
  });
  return report;
}

void set_profile(Report& report, rules::Profile profile) {
  report.scan.profile = rules::name(profile);
  // A rule of another rule set keeps the standing that it was stored with.
  const auto renew = [profile](const std::string& id, rules::Standing& standing) {
    if (const rules::Rule* rule = rules::find_rule(id)) standing = rules::standing(profile, *rule);
  };
  for (Finding& finding : report.findings) renew(finding.rule, finding.standing);
  for (Site& site : report.sites) {
    for (Decided& decided : site.decided) renew(decided.rule, decided.standing);
    site.scores = score(site.decided, {.read = site.scores.pages_read, .sampled = site.scores.pages_sampled});
  }
}

void translate(Report& report, Language language) {
  report.scan.language = language;
  for (Finding& finding : report.findings) render(finding, language);
}

}  // namespace veedor::reports
