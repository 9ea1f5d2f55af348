// What a scan can say of each success criterion: never that it is met.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/findings.h"
#include "scanner/facts/site.h"

namespace veedor::reports {

enum class CriterionResult : std::uint8_t {
  fails,          // a rule found that it is not met
  nothing_found,  // rules looked at parts of it and found no failure
  needs_person,   // a rule could not tell, or no rule decided
  not_present,    // the pages have nothing that it is about
};

struct CriterionRow {
  std::string criterion;  // "1.1.1"
  CriterionResult result = CriterionResult::needs_person;
  std::vector<std::string> rules;  // that failed, or could not tell; sorted
  bool operator==(const CriterionRow&) const = default;
};

// Of one site, for every criterion of WCAG 2.2 in its order. Rules with low confidence and best practices
// make nobody fail.
std::vector<CriterionRow> criteria_of(const std::vector<rules::RuleResult>& results,
                                      const std::vector<facts::PageSummary>& pages);

// Several sites together: what fails on one fails, and so on in the order of the enumeration, but that what
// is present on one is present.
std::vector<CriterionRow> merged(const std::vector<const std::vector<CriterionRow>*>& sites);

std::string_view name(CriterionResult result);  // "fails"; part of scan.json

}  // namespace veedor::reports
