// What every report for people tells first: what to fix, what was not tested, what a machine cannot decide.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/report.h"

namespace veedor::reports {

// A rule that failed, with all its causes.
struct Priority {
  const Finding* finding = nullptr;  // the first of the rule's; lives as long as the report
  int subjects = 0;                  // pages, hosts or sites on which the rule failed
  int templates = 0;                 // of page rules
};
// Failed rules, worst severity first, then by how many pages show it. Notes and accepted risks are left out.
std::vector<Priority> priorities(const Report& report);
// "3 templates · 41 pages", "1 host", "the whole site"
std::string extent(const Priority& priority, Language language);

// Pages that became the same outcome other than `read`.
struct Unread {
  std::string outcome;
  int pages = 0;
  std::string example;
};
std::vector<Unread> unread_pages(const Report& report);  // most pages first
int pages_read(const Report& report);

// Areas that have rules, none of which was decided on any site.
std::vector<rules::Area> untested_areas(const Report& report);
// Rules that ran on nothing although there was something to run them on.
int untested_rules(const Report& report);

int undecided_findings(const Report& report);
int templates_seen(const Report& report);
int hosts_seen(const Report& report);

// The success criteria of WCAG 2.2 A and AA, and those that some rule looks at.
struct Criteria {
  int total = 0;
  int covered = 0;
};
Criteria criteria();

}  // namespace veedor::reports
