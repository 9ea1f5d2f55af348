#include "reports/text/text_sections.h"

#include <algorithm>
#include <optional>
#include <string>

#include "reports/score/score.h"
#include "reports/speech.h"
#include "reports/summary.h"
#include "reports/text/layout.h"
#include "rules/catalogue.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kFirst = 5;          // things to fix first
constexpr std::size_t kSites = 40;         // rows of sites
constexpr std::size_t kPlaces = 5;         // of a finding, with all findings listed
constexpr std::size_t kSeverityLead = 13;  // "✖ moderado   "

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : separator).append(part);
  return out;
}

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

void write_overall(const Scores& scores, Box& box, Language language) {
  std::string reason;
  if (!scores.overall) reason = withheld_reason(scores, language);
  if (scores.overall && scores.overall_base > scores.overall)
    reason = say(Word::letter_limit, language, {{"base", std::to_string(*scores.overall_base)}});
  box.row(say(Word::overall, language), scores.overall, reason);
}

void write_area(const AreaScore& area, Box& box, Language language) {
  std::string reason;
  if (area.reason != CapReason::none) {
    reason = say(Word::base_and_cap, language,
                 {{"base", std::to_string(area.base)}, {"reason", cap_reason(area, language)}});
  }
  box.row(say(word_of(area.area), language), area.score, reason);
}

void write_site(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  const Scores& scores = report.sites.front().scores;
  Box box(pen, 26);
  write_overall(scores, box, language);
  for (const AreaScore& area : scores.areas) write_area(area, box, language);
  for (rules::Area area : untested_areas(report))
    box.row(say(word_of(area), language), std::nullopt, say(Word::area_not_tested, language));
}

void write_sites(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  Box box(pen, pen.width() / 2);
  for (std::size_t i = 0; i < std::min(kSites, report.sites.size()); ++i) {
    const Site& site = report.sites[i];
    std::string reason = site.scores.overall ? "" : withheld_reason(site.scores, language);
    if (site.scores.overall && !site.scores.areas.empty()) {
      const AreaScore worst = std::ranges::min(site.scores.areas, {}, &AreaScore::score);
      reason = say(Word::worst_area, language,
                   {{"area", say(word_of(worst.area), language)}, {"score", std::to_string(worst.score)}});
    }
    box.row(site.origin, site.scores.overall, reason);
  }
}

// "✖ critical   " and the text after it.
void severity_paragraph(rules::Severity severity, std::string_view text, Pen& pen, Language language) {
  const std::string mark = std::string(symbol(severity)) + " " + say(word_of(severity), language);
  pen.paragraph(pen.painted(severity, pad_right(mark, kSeverityLead)), kSeverityLead, text);
}

void write_occurrence(const Occurrence& occurrence, Pen& pen, Language language) {
  std::vector<std::string> parts = {clip(occurrence.url, pen.width())};
  if (occurrence.line > 0)
    parts.push_back(say(Word::line, language, {{"line", std::to_string(occurrence.line)}}));
  if (!occurrence.selector.empty()) parts.push_back(clip(occurrence.selector, pen.width()));
  pen.paragraph(std::string(kSeverityLead, ' ') + "- ", kSeverityLead + 2, joined(parts, " · "));
}

void write_finding(const Finding& finding, Pen& pen, Language language) {
  std::vector<std::string> head = {finding.title,
                                   counted(finding.count, Word::occurrences_one, Word::occurrences, language),
                                   finding.rule};
  if (finding.outcome == rules::Outcome::cant_tell) head.push_back(say(Word::needs_person, language));
  pen.line();
  severity_paragraph(finding.severity, joined(head, " · "), pen, language);
  pen.paragraph(kSeverityLead, finding.message);
  const std::size_t shown = std::min(kPlaces, finding.occurrences.size());
  for (std::size_t i = 0; i < shown; ++i) write_occurrence(finding.occurrences[i], pen, language);
  const int more = finding.count - static_cast<int>(shown);
  if (more > 0)
    pen.paragraph(kSeverityLead, say(Word::more_places, language, {{"count", std::to_string(more)}}));
  pen.paragraph(std::string(kSeverityLead, ' ') + "→ ", kSeverityLead + 2, finding.fix);
}

}  // namespace

void write_header(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  std::vector<std::string> origins;
  for (const Site& site : report.sites) origins.push_back(site.origin);
  if (origins.size() == 1) pen.line(pen.bold(clip(origins.front(), pen.width())));
  const std::vector<std::string> facts = {
      say(Word::pages_read, language,
          {{"read", std::to_string(pages_read(report))}, {"total", std::to_string(report.pages.size())}}),
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
  std::vector<Priority> first = priorities(report);
  pen.heading(say(Word::heading_first, language));
  if (first.empty()) pen.paragraph(0, say(Word::nothing_to_fix, language));
  if (first.size() > kFirst) first.resize(kFirst);
  for (const Priority& priority : first) {
    const Finding& finding = *priority.finding;
    severity_paragraph(finding.severity,
                       joined({finding.title, extent(priority, language), finding.rule}, " · "), pen,
                       language);
    pen.paragraph(kSeverityLead, finding.fix);
  }
}

void write_not_tested(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  pen.heading(say(Word::heading_not_tested, language));
  const std::vector<Unread> unread = unread_pages(report);
  if (unread.empty()) pen.paragraph(0, say(Word::all_tested, language));
  for (const Unread& group : unread) {
    const std::string lead =
        pad_right(counted(group.pages, Word::pages_one, Word::pages, language), kSeverityLead);
    pen.paragraph(lead, std::max(kSeverityLead, display_width(lead)),
                  outcome_sentence(group.outcome, language));
    pen.paragraph(kSeverityLead, say(Word::example, language, {{"url", clip(group.example, pen.width())}}));
  }
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
  const Criteria wcag = criteria();
  pen.paragraph(0, say(Word::person_criteria, language,
                       {{"covered", std::to_string(wcag.covered)},
                        {"total", std::to_string(wcag.total)},
                        {"rest", std::to_string(wcag.total - wcag.covered)}}));
}

void write_findings(const Report& report, Pen& pen) {
  if (report.findings.empty()) return;
  pen.heading(say(Word::heading_all_findings, report.scan.language));
  for (const Finding& finding : report.findings) write_finding(finding, pen, report.scan.language);
}

}  // namespace veedor::reports
