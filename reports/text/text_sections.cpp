#include "reports/text/text_sections.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "reports/score/score.h"
#include "reports/speech.h"
#include "reports/summary.h"
#include "reports/text/layout.h"
#include "rules/catalogue.h"
#include "rules/support/criterion_titles.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kFirst = 3;          // things to fix first
constexpr std::size_t kMessageLines = 2;   // of a thing to fix first
constexpr std::size_t kSites = 40;         // rows of sites
constexpr std::size_t kPlaces = 5;         // of a finding, with all findings listed
constexpr std::size_t kSeverityLead = 13;  // "✖ moderado   "
constexpr std::size_t kCriterionLead = 8;  // "1.4.11  "

std::string bar(std::size_t columns) {
  std::string out;
  for (std::size_t i = 0; i < columns; ++i) out += "─";
  return out;
}

// A box of rows: name, score, letter, and a reason that may go on for lines.
class Box {
 public:
  Box(Pen& pen, std::size_t name_width) : pen_(pen), name_width_(name_width) {
    pen_.line("┌" + bar(pen_.width() - 2) + "┐");
  }
  ~Box() { pen_.line("└" + bar(pen_.width() - 2) + "┘"); }
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;

  void row(std::string_view name, std::optional<int> score, std::string_view reason) {
    std::string mark = pad_left(score ? std::to_string(*score) : "–", 4);
    mark += score ? " " + std::string(letter(*score)) : "  ";
    if (score) mark = pen_.painted_score(*score, mark);
    const std::size_t used = name_width_ + 6 + 2;
    std::string lead = pad_right(clip(name, name_width_), name_width_) + mark + "  ";
    for (const std::string& part : wrap(reason, pen_.width() - 4 - used)) {
      pen_.line("│ " + lead + pad_right(part, pen_.width() - 4 - used) + " │");
      lead = std::string(used, ' ');
    }
  }

 private:
  Pen& pen_;
  std::size_t name_width_;
};

void write_area(const AreaScore& area, Box& box, Language language) {
  std::vector<std::string> remarks = {
      counted(area.rules, Word::rules_decided_one, Word::rules_decided, language)};
  if (area.reason != CapReason::none) {
    remarks.push_back(say(Word::base_and_cap, language,
                          {{"base", std::to_string(area.base)}, {"reason", cap_reason(area, language)}}));
  }
  box.row(say(word_of(area.area), language), area.score, joined(remarks, "; "));
}

void write_site(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  const Site& site = report.sites.front();
  Box box(pen, 26);
  box.row(say(Word::overall, language), site.scores.overall, overall_remark(site, language));
  for (const AreaScore& area : site.scores.areas) write_area(area, box, language);
  for (rules::Area area : untested_areas(site))
    box.row(say(word_of(area), language), std::nullopt, say(Word::area_not_tested, language));
}

void write_sites(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  Box box(pen, pen.width() / 2);
  for (std::size_t i = 0; i < std::min(kSites, report.sites.size()); ++i) {
    const Site& site = report.sites[i];
    std::vector<std::string> remarks;
    if (site.scores.overall && !site.scores.areas.empty()) {
      const AreaScore worst = std::ranges::min(site.scores.areas, {}, &AreaScore::score);
      remarks.push_back(
          say(Word::worst_area, language,
              {{"area", say(word_of(worst.area), language)}, {"score", std::to_string(worst.score)}}));
    }
    if (const std::string remark = overall_remark(site, language); !remark.empty()) remarks.push_back(remark);
    box.row(site.origin, site.scores.overall, joined(remarks, "; "));
  }
}

// "✖ critical   " and the text after it.
void severity_paragraph(rules::Severity severity, std::string_view text, Pen& pen, Language language) {
  const std::string mark = std::string(symbol(severity)) + " " + say(word_of(severity), language);
  pen.paragraph(pen.painted(severity, pad_right(mark, kSeverityLead)), kSeverityLead, text);
}

// "https://… · line 12"
std::string place(const Occurrence& occurrence, const Pen& pen, Language language) {
  std::vector<std::string> parts = {clip(occurrence.url, pen.width())};
  if (occurrence.line > 0)
    parts.push_back(say(Word::line, language, {{"line", std::to_string(occurrence.line)}}));
  return joined(parts, " · ");
}

// What to do, at the end of what is said about a rule.
void write_fix(const Finding& finding, Pen& pen) {
  pen.paragraph(std::string(kSeverityLead, ' ') + "→ ", kSeverityLead + 2, finding.fix);
}

void write_cause(const Finding& finding, Pen& pen, Language language) {
  const std::string count = counted(finding.count, Word::occurrences_one, Word::occurrences, language);
  pen.paragraph(kSeverityLead, joined({finding.message, count}, " · "));
  const std::size_t shown = std::min(kPlaces, finding.occurrences.size());
  for (std::size_t i = 0; i < shown; ++i) {
    std::string text = place(finding.occurrences[i], pen, language);
    if (!finding.occurrences[i].selector.empty())
      text += " · " + clip(finding.occurrences[i].selector, pen.width());
    pen.paragraph(std::string(kSeverityLead, ' ') + "- ", kSeverityLead + 2, text);
  }
  const int more = finding.count - static_cast<int>(shown);
  if (more > 0)
    pen.paragraph(kSeverityLead, say(Word::more_places, language, {{"count", std::to_string(more)}}));
}

void write_rule(const std::vector<const Finding*>& causes, Pen& pen, Language language) {
  const Finding& first = *causes.front();
  std::vector<std::string> head = {first.title, first.rule};
  if (first.standing == rules::Standing::best_practice) head.push_back(say(Word::best_practice, language));
  if (first.outcome == rules::Outcome::cant_tell) head.push_back(say(Word::needs_person, language));
  pen.line();
  severity_paragraph(first.severity, joined(head, " · "), pen, language);
  for (const Finding* cause : causes) write_cause(*cause, pen, language);
  write_fix(first, pen);
}

// At most `kMessageLines` lines, with "…" where something was left out.
void write_clipped(std::string_view text, Pen& pen) {
  const std::size_t width = pen.width() - kSeverityLead;
  std::vector<std::string> lines = wrap(text, width);
  if (lines.size() > kMessageLines) {
    lines.resize(kMessageLines);
    lines.back() = clip(lines.back(), width - 1) + "…";
  }
  for (const std::string& line : lines) pen.line(std::string(kSeverityLead, ' ') + line);
}

// How many, what happened to them, and some of them.
void write_examples(const std::string& count, std::string_view text, const std::vector<std::string>& examples,
                    Pen& pen) {
  const std::string lead = pad_right(count + " ", kSeverityLead);
  pen.paragraph(lead, std::max(kSeverityLead, display_width(lead)), text);
  for (const std::string& example : examples)
    pen.paragraph(std::string(kSeverityLead, ' ') + "- ", kSeverityLead + 2, clip(example, pen.width()));
}

void write_partly_judged(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  for (const PartlyJudged& group : partly_judged(report))
    pen.paragraph("- ", 2, partly_judged_sentence(group.reason, group.pages, language));
  for (const MissingSheets& group : missing_sheets(report)) {
    write_examples(counted(group.sheets, Word::style_sheets_one, Word::style_sheets, language),
                   missing_sheet_sentence(group.reason, language), group.examples, pen);
  }
}

}  // namespace

void write_header(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  std::vector<std::string> origins;
  for (const Site& site : report.sites) origins.push_back(site.origin);
  if (origins.size() == 1) pen.line(pen.bold(clip(origins.front(), pen.width())));
  const std::vector<std::string> facts = {
      joined(page_counts(report), " · "),
      counted(templates_seen(report), Word::templates_one, Word::templates, language),
      counted(hosts_seen(report), Word::hosts_one, Word::hosts, language),
      duration((report.scan.finished_at - report.scan.started_at).count(), language)};
  pen.paragraph(0, joined(facts, " · "));
  pen.paragraph(0, say(Word::summary_tool, language,
                       {{"version", clip(report.tool.version, 20)},
                        {"ruleset", clip(report.tool.ruleset, 16)},
                        {"date", iso_date(report.scan.started_at)}}));
  if (report.scan.interrupted) pen.paragraph(0, say(Word::scan_interrupted, language));
}

void write_grades(const Report& report, Pen& pen) {
  if (report.sites.size() == 1) write_site(report, pen);
  if (report.sites.size() > 1) write_sites(report, pen);
}

void write_first(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  const std::vector<Priority> all = priorities(report);
  pen.heading(say(Word::heading_first, language));
  if (all.empty()) pen.paragraph(0, say(Word::nothing_to_fix, language));
  const std::size_t shown = std::min(kFirst, all.size());
  for (const Priority& priority : std::span(all).first(shown)) {
    const Finding& finding = *priority.finding;
    severity_paragraph(finding.severity,
                       joined({finding.title, extent_with_sites(priority, report), finding.rule}, " · "), pen,
                       language);
    write_clipped(finding.message, pen);
    if (!finding.occurrences.empty() && !finding.occurrences.front().url.empty())
      pen.line(std::string(kSeverityLead, ' ') +
               clip(place(finding.occurrences.front(), pen, language), pen.width() - kSeverityLead));
    write_fix(finding, pen);
  }
}

void write_more(const Report& report, Pen& pen) {
  const std::size_t all = priorities(report).size();
  if (all <= kFirst) return;
  const auto more = static_cast<int>(all - kFirst);
  pen.paragraph(0, counted(more, Word::more_rules_one, Word::more_rules, report.scan.language));
}

void write_not_tested(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  pen.heading(say(Word::heading_not_tested, language));
  const std::vector<Unread> unread = unread_pages(report);
  if (unread.empty()) pen.paragraph(0, say(Word::all_tested, language));
  for (const Unread& group : unread) {
    write_examples(unread_count(group, language), outcome_sentence(group.outcome, language), group.examples,
                   pen);
  }
  write_partly_judged(report, pen);
  for (const std::string& limit : report.scan.limits_hit)
    pen.paragraph("- ", 2, limit_sentence(limit, language));
  std::vector<std::string> areas;
  for (rules::Area area : untested_areas(report)) areas.push_back(say(word_of(area), language));
  if (!areas.empty())
    pen.paragraph("- ", 2, say(Word::areas_not_tested, language, {{"areas", joined(areas, ", ")}}));
  const int rules = untested_rules(report);
  if (rules > 0)
    pen.paragraph("- ", 2, counted(rules, Word::rules_not_tested_one, Word::rules_not_tested, language));
}

void write_person(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  pen.heading(say(Word::heading_person, language));
  const int undecided = undecided_findings(report);
  if (undecided > 0)
    pen.paragraph(0, counted(undecided, Word::person_findings_one, Word::person_findings, language));
  pen.paragraph(0, criteria_counts(report));
  const int beyond = rules_beyond(report);
  if (beyond > 0) pen.paragraph(0, counted(beyond, Word::beyond_profile_one, Word::beyond_profile, language));
}

void write_criteria(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  pen.heading(say(Word::heading_criteria, language));
  for (const CriterionRow& row : criteria_of_profile(report)) {
    const std::string lead = pad_right(row.criterion, kCriterionLead);
    const std::string title(rules::criterion_title(row.criterion, language));
    std::string text = joined({title, criterion_result_word(row.result, language)}, " · ");
    if (!row.rules.empty()) text += ": " + joined(row.rules, ", ");
    pen.paragraph(lead, kCriterionLead, text);
  }
}

void write_findings(const Report& report, Pen& pen) {
  if (report.findings.empty()) return;
  pen.heading(say(Word::heading_all_findings, report.scan.language));
  for (const std::vector<const Finding*>& causes : by_rule(report))
    write_rule(causes, pen, report.scan.language);
}

}  // namespace veedor::reports
