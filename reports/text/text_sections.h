// The parts of the terminal summary.
#pragma once

#include "reports/report.h"
#include "reports/text/pen.h"

namespace veedor::reports {

void write_header(const Report& report, Pen& pen);
// One box: the areas of a single site, or a row for each of several.
void write_grades(const Report& report, Pen& pen);
void write_first(const Report& report, Pen& pen);
// The grade of each host's TLS service with the first of its reasons; all of them where `every`.
void write_tls(const Report& report, Pen& pen, bool every);
// How many more rules failed, and how to see them.
void write_more(const Report& report, Pen& pen);
void write_not_tested(const Report& report, Pen& pen);
void write_person(const Report& report, Pen& pen);
// What can be said of each criterion that the profile asks for.
void write_criteria(const Report& report, Pen& pen);
void write_findings(const Report& report, Pen& pen);

}  // namespace veedor::reports
