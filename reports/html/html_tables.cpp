// Grades, pages, components, hosts and rules: the tables of the HTML report.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "reports/html/tls_blocks.h"
#include "reports/html/view.h"
#include "reports/score/score.h"
#include "reports/speech.h"
#include "reports/summary.h"
#include "rules/support/criterion_titles.h"
#include "scanner/base/text.h"
#include "scanner/url/url.h"

namespace veedor::reports {
namespace {

View area_view(const AreaScore& area, Language language) {
  View view{"name", say(word_of(area.area), language)};
  view.set("score", std::to_string(area.score));
  view.set("grade", std::string(letter(area.score)));
  view.set("mark", std::string(letter(area.score)));
  view.set("base", std::to_string(area.base));
  view.set("reason", cap_reason(area, language));
  view.set("rules", std::to_string(area.rules));
  return view;
}

View untested_area_view(rules::Area area, Language language) {
  View view{"name", say(word_of(area), language)};
  view.set("bare", true);
  view.set("score", "–");
  view.set("mark", "–");
  view.set("base", "–");
  view.set("reason", say(Word::area_not_tested, language));
  view.set("rules", "0");
  return view;
}

View grade_view(const Site& site, Language language) {
  const Scores& scores = site.scores;
  View view{"origin", link_view(site.origin)};
  view.set("name", say(Word::html_grade_of, language, {{"site", shown(site.origin)}}));
  if (scores.overall) {
    view.set("overall", std::to_string(*scores.overall));
    view.set("grade", std::string(letter(*scores.overall)));
    if (const std::string areas = areas_remark(site, language); !areas.empty())
      view.set("areas_remark", areas);
    if (scores.overall_base > scores.overall)
      view.set("note", say(Word::letter_limit, language, {{"base", std::to_string(*scores.overall_base)}}));
  } else {
    view.set("note", withheld_reason(scores, language));
  }
  View areas = view_list();
  for (const AreaScore& area : scores.areas) areas << area_view(area, language);
  for (rules::Area area : untested_areas(site)) areas << untested_area_view(area, language);
  view.set("areas", areas);
  return view;
}

// A component and version with the surest of the places where it was seen.
struct ComponentRow {
  const facts::Component* component = nullptr;
  int places = 0;
};

std::vector<ComponentRow> component_rows(const Report& report) {
  std::map<std::tuple<std::string_view, std::string_view, bool>, std::size_t> index;
  std::vector<ComponentRow> rows;
  for (const Site& site : report.sites) {
    for (const facts::Component& component : site.components) {
      const auto [at, added] =
          index.emplace(std::tuple(std::string_view(component.name), std::string_view(component.version),
                                   component.distribution),
                        rows.size());
      if (added) rows.push_back({&component, 0});
      ComponentRow& row = rows[at->second];
      ++row.places;
      if (component.certainty > row.component->certainty) row.component = &component;
    }
  }
  return rows;
}

std::string offered_versions(const facts::Tls& tls) {
  std::string out;
  for (const auto& [version, support] : tls.versions) {
    if (support != facts::Support::offered) continue;
    out.append(out.empty() ? "" : ", ").append(facts::name(version));
  }
  return out.empty() ? "–" : out;
}

View host_view(const facts::Host& host, std::size_t place, Language language) {
  View view{"name", shown(host.name)};
  view.set("address", host.addresses.empty() ? "–" : shown(host.addresses.front(), 60));
  view.set("versions", offered_versions(host.tls));
  if (host.tls.tested()) {
    const std::string& letter = host.tls.grade.letter;
    view.set("article", tls_host_id(place));
    view.set("encryption", letter.empty() ? say(TlsWord::no_grade, language) : shown(letter, 4));
    view.set("trust", say(word_of(host.tls.trust), language));
    if (!host.tls.name_matches) view.set("mismatch", say(Word::name_mismatch, language));
  } else {
    view.set("trouble", outcome_sentence(facts::name(host.tls.outcome), language));
  }
  if (!host.tls.chain.empty()) {
    const facts::Certificate& own = host.tls.chain.front();
    view.set("certificate", say(Word::html_certificate, language,
                                {{"subject", shown(own.subject, 120)},
                                 {"issuer", shown(own.issuer, 120)},
                                 {"date", iso_date(own.not_after)}}));
  }
  if (host.plain && host.plain->outcome == facts::Outcome::read) {
    view.set("plain",
             say(Word::html_plain_redirect, language, {{"url", shown(host.plain->final_url.display())}}));
  } else {
    view.set("plain", host.plain ? outcome_sentence(facts::name(host.plain->outcome), language)
                                 : say(Word::html_plain_none, language));
  }
  return view;
}

// How many, what happened to them, and some of them.
View examples_view(const std::string& count, const std::string& text, const std::vector<std::string>& urls) {
  View view{"lead", count};
  view.set("text", text);
  View examples = view_list();
  for (const std::string& url : urls) examples << link_view(url);
  view.set("examples", examples);
  return view;
}

}  // namespace

std::string shown(std::string_view text, std::size_t bytes) { return shorten(printable(text), bytes); }

View link_view(std::string_view text) {
  constexpr std::size_t kMaxHref = 2000;
  View view{"text", shown(text)};
  if (text.size() > kMaxHref) return view;
  Result<url::Url> url = url::Url::parse(text);
  if (url && url->http_or_https() && url->href().size() <= kMaxHref) view.set("href", url->href());
  return view;
}

View grades_view(const Report& report) {
  View out = view_list();
  for (const Site& site : report.sites) out << grade_view(site, report.scan.language);
  return out;
}

View untested_view(const Report& report) {
  const Language language = report.scan.language;
  View out = view_list();
  for (const Unread& group : unread_pages(report)) {
    out << examples_view(unread_count(group, language), outcome_sentence(group.outcome, language),
                         group.examples);
  }
  const auto add = [&out](const std::string& text) { out << View{"text", text}; };
  for (const PartlyJudged& group : partly_judged(report))
    add(partly_judged_sentence(group.reason, group.pages, language));
  for (const MissingSheets& group : missing_sheets(report)) {
    out << examples_view(counted(group.sheets, Word::style_sheets_one, Word::style_sheets, language),
                         missing_sheet_sentence(group.reason, language), group.examples);
  }
  for (const std::string& limit : report.scan.limits_hit) add(limit_sentence(limit, language));
  std::string areas;
  for (rules::Area area : untested_areas(report))
    areas.append(areas.empty() ? "" : ", ").append(say(word_of(area), language));
  if (!areas.empty()) add(say(Word::areas_not_tested, language, {{"areas", areas}}));
  const int rules = untested_rules(report);
  if (rules > 0) add(counted(rules, Word::rules_not_tested_one, Word::rules_not_tested, language));
  if (report.scan.interrupted) add(say(Word::scan_interrupted, language));
  return out;
}

View pages_view(const Report& report, std::size_t most) {
  View out = view_list();
  for (std::size_t i = 0; i < std::min(most, report.pages.size()); ++i) {
    const Page& page = report.pages[i];
    View view{"url", link_view(page.url)};
    view.set("title", shown(page.title, 120));
    view.set("status", page.status > 0 ? std::to_string(page.status) : "–");
    view.set("template", page.template_id.empty() ? "–" : shown(page.template_id, 24));
    view.set("outcome", outcome_sentence(what_happened(page), report.scan.language));
    out << view;
  }
  return out;
}

View components_view(const Report& report) {
  View out = view_list();
  for (const ComponentRow& row : component_rows(report)) {
    const Language language = report.scan.language;
    const facts::Component& component = *row.component;
    View view{"name", shown(component.name, 80)};
    view.set("version", component.version.empty() ? say(Word::html_version_unknown, language)
                                                  : shown(component.version, 40));
    if (component.distribution) view.set("distribution", say(Word::html_distribution, language));
    view.set("kind", say(word_of(component.kind), language));
    view.set("certainty", say(word_of(component.certainty), language));
    view.set("places", std::to_string(row.places));
    view.set("location", link_view(component.location));
    view.set("evidence", shown(component.evidence, 160));
    out << view;
  }
  return out;
}

View hosts_view(const Report& report) {
  View out = view_list();
  std::size_t place = 0;
  for (const Site& site : report.sites) {
    for (const facts::Host& host : site.hosts) out << host_view(host, place++, report.scan.language);
  }
  return out;
}

View rules_view(const Report& report) {
  View out = view_list();
  for (const RuleCounts& rule : report.rules) {
    View view{"id", shown(rule.id, 80)};
    view.set("passed", std::to_string(rule.passed));
    view.set("failed", std::to_string(rule.failed));
    view.set("cant_tell", std::to_string(rule.cant_tell));
    view.set("inapplicable", std::to_string(rule.inapplicable));
    view.set("not_tested", std::to_string(rule.not_tested));
    out << view;
  }
  return out;
}

View criteria_view(const Report& report) {
  const Language language = report.scan.language;
  View out = view_list();
  for (const CriterionRow& row : criteria_of_profile(report)) {
    const auto criterion = rules::wcag_criterion(row.criterion);
    constexpr std::array<const char*, 3> kLevels = {"A", "AA", "AAA"};
    View view{"number", row.criterion};
    view.set("title", std::string(rules::criterion_title(row.criterion, language)));
    view.set("href", "https://www.w3.org/WAI/WCAG22/Understanding/" + std::string(criterion->page));
    view.set("level", kLevels[static_cast<std::size_t>(criterion->level)]);
    view.set("result_key", std::string(name(row.result)));
    view.set("result", criterion_result_word(row.result, language));
    view.set("rules", shown(joined(row.rules, ", "), 600));
    out << view;
  }
  return out;
}

}  // namespace veedor::reports
