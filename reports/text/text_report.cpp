#include "reports/text/text_report.h"

#include <algorithm>

#include "reports/score/score.h"
#include "reports/speech.h"
#include "reports/text/layout.h"
#include "reports/text/pen.h"
#include "reports/text/text_sections.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kLeastWidth = 60;

void write_quiet(const Report& report, Pen& pen) {
  const Language language = report.scan.language;
  for (const Site& site : report.sites) {
    const Scores& scores = site.scores;
    const std::string grade = scores.overall ? std::to_string(*scores.overall) + " " + clip(scores.grade, 2)
                                             : say(Word::no_grade, language);
    pen.line(grade + "  " + clip(site.origin, pen.width() - display_width(grade) - 2));
  }
}

}  // namespace

std::string write_text(const Report& report, const TextOptions& options) {
  Pen pen(std::max(options.width, kLeastWidth), options.colour);
  if (options.quiet) {
    write_quiet(report, pen);
  } else {
    write_header(report, pen);
    write_grades(report, pen);
    write_first(report, pen);
    if (!options.verbose) write_more(report, pen);
    write_tls(report, pen, options.verbose);
    write_not_tested(report, pen);
    write_person(report, pen);
    if (options.verbose) write_criteria(report, pen);
    if (options.verbose) write_findings(report, pen);
  }
  std::string text = pen.take();
  return options.ascii ? to_ascii(text) : text;
}

}  // namespace veedor::reports
