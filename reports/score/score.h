// veedor-score/1: from what was decided to area scores, a grade, and the reasons for both.
//
//   rule      q = 1 if f = 0, else 0.5·(1 − f/n)
//   area      S = min(⌊100·Σw·q/Σw⌋, cap); w = 10, 7, 3, 1, 0 by severity
//   cap       59 with an open critical, 89 with an open serious finding
//   overall   ⌊(min + mean)/2⌋, at most one letter above the worst area's
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/report.h"

namespace veedor::reports {

// Of the pages that could have been judged, those that were. What is gone (404, 410), no HTML, or kept out by
// robots.txt or the scope is nobody's failure to read.
struct Coverage {
  int read = 0;
  int sampled = 0;
};
Coverage coverage(const std::vector<facts::PageSummary>& pages);

Scores score(const std::vector<Decided>& decided, Coverage coverage);

int weight(rules::Severity severity);
// "A" ≥ 90, "B" ≥ 80, "C" ≥ 65, "D" ≥ 50, "E" ≥ 35, "F".
std::string_view letter(int score);
// q in millionths of a millionth, rounded to nearest.
long long quality(const Decided& decided);
inline constexpr long long kQualityScale = 1'000'000'000'000;

// Areas and overall with caps, in the report's language.
std::string write_score(const Report& report);
// The same with every term.
std::string explain_score(const Report& report);

}  // namespace veedor::reports
