// What every report for people tells first: what to fix, what was not tested, what a machine cannot decide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.h"

namespace veedor::reports {

// A rule that failed, with all its causes.
struct Priority {
  const Finding* finding = nullptr;  // the first of the rule's; lives as long as the report
  int subjects = 0;                  // pages, hosts or sites on which the rule failed
  int templates = 0;                 // of page rules
  std::vector<std::string> sites;    // origins of those on which it failed
};
// Failed rules, worst severity first, then by how many pages show it. Notes, accepted risks, best practices
// and what goes beyond the profile are left out.
std::vector<Priority> priorities(const Report& report);
// "3 templates · 41 pages", "1 host", "the whole site"
std::string extent(const Priority& priority, Language language);
// The same with the site, or how many of them, where the report has several.
std::string extent_with_sites(const Priority& priority, const Report& report);

// The findings of each rule and outcome, worst first; of one severity first those that failed; best practices
// behind the rest. What goes beyond the profile is left out.
std::vector<std::vector<const Finding*>> by_rule(const Report& report);

// What happened to a page by its name in scan.json, or "broken_link" where the server says that there is no
// such page (404 or 410).
std::string_view what_happened(const Page& page);
// Pages that became the same other than `read`.
struct Unread {
  std::string outcome;
  int pages = 0;
  std::vector<std::string> examples;  // the first three
};
std::vector<Unread> unread_pages(const Report& report);  // most pages first
// "23 pages read", "1 broken link", "4 documents", "2 not read": what there is of them.
std::vector<std::string> page_counts(const Report& report);
// "757 broken links" or "2 pages".
std::string unread_count(const Unread& group, Language language);

// How many pages were judged in part for one reason of scan.json.
struct PartlyJudged {
  std::string reason;
  int pages = 0;
};
std::vector<PartlyJudged> partly_judged(const Report& report);  // by reason
// Style sheets that are missing from the styles for the same reason; those that browsers do without as well
// are not counted.
struct MissingSheets {
  std::string reason;
  int sheets = 0;
  std::vector<std::string> examples;  // the first three
};
std::vector<MissingSheets> missing_sheets(const Report& report);  // most sheets first

// Areas that have rules, none of which was decided: on that site, on any site.
std::vector<rules::Area> untested_areas(const Site& site);
std::vector<rules::Area> untested_areas(const Report& report);
// "rests on 1 of 4 areas"; empty where the grade rests on all.
std::string areas_remark(const Site& site, Language language);
// Why there is no grade, or what holds it down and on how many areas it rests where not on all; may be empty.
std::string overall_remark(const Site& site, Language language);
// Rules that ran on nothing although there was something to run them on.
int untested_rules(const Report& report);

int undecided_findings(const Report& report);  // under the profile, or of best practices
// Rules that failed or could not tell, but go beyond the profile.
int rules_beyond(const Report& report);
int templates_seen(const Report& report);
int hosts_seen(const Report& report);

// The parts with `separator` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

// What can be said of the criteria that the profile asks for, over all sites; in the order of WCAG.
std::vector<CriterionRow> criteria_of_profile(const Report& report);
// How many of them came to what: "55 criteria: 3 fail · …".
std::string criteria_counts(const Report& report);
// "fails" in words.
std::string criterion_result_word(CriterionResult result, Language language);

}  // namespace veedor::reports
