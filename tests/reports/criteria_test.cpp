// What a scan says of a success criterion.
#include "reports/criteria/criteria.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "rules/catalogue.h"

namespace veedor::reports {
namespace {

facts::PageSummary page_with(std::initializer_list<facts::ContentKind> kinds) {
  facts::PageSummary page;
  page.outcome = facts::Outcome::read;
  for (facts::ContentKind kind : kinds) page.kinds.add(kind);
  return page;
}

CriterionRow row(const std::vector<CriterionRow>& rows, std::string_view criterion) {
  const auto found = std::ranges::find(rows, criterion, &CriterionRow::criterion);
  return found == rows.end() ? CriterionRow() : *found;
}

rules::RuleResult result_of(std::string_view rule) { return {.rule = rules::find_rule(rule)}; }

TEST(Criteria, ListsAllInOrder) {
  const auto rows = criteria_of({}, {});
  ASSERT_EQ(rows.size(), rules::kWcagCriteria.size());
  EXPECT_EQ(rows.front().criterion, "1.1.1");
  // Nothing was read: nothing is known to be absent.
  EXPECT_TRUE(std::ranges::all_of(
      rows, [](const CriterionRow& r) { return r.result == CriterionResult::needs_person; }));
}

TEST(Criteria, FollowsWhatTheRulesSaid) {
  rules::RuleResult failed = result_of("wcag/image-alt");
  failed.failed = 1;
  failed.passed = 3;
  rules::RuleResult passed = result_of("wcag/html-lang-missing");
  passed.passed = 4;
  rules::RuleResult undecided = result_of("wcag/page-title-missing");
  undecided.cant_tell = 1;
  undecided.passed = 1;
  const auto rows = criteria_of({failed, passed, undecided}, {page_with({facts::ContentKind::image})});
  EXPECT_EQ(row(rows, "1.1.1").result, CriterionResult::fails);
  EXPECT_EQ(row(rows, "1.1.1").rules, std::vector<std::string>{"wcag/image-alt"});
  EXPECT_EQ(row(rows, "3.1.1").result, CriterionResult::nothing_found);
  EXPECT_EQ(row(rows, "2.4.2").result, CriterionResult::needs_person);
  EXPECT_EQ(row(rows, "2.4.2").rules, std::vector<std::string>{"wcag/page-title-missing"});
}

TEST(Criteria, AreNotPresentWhereThePagesHaveNothingOfTheKind) {
  const auto plain = criteria_of({}, {page_with({})});
  EXPECT_EQ(row(plain, "1.2.2").result, CriterionResult::not_present);
  EXPECT_EQ(row(plain, "3.3.8").result, CriterionResult::not_present);
  EXPECT_EQ(row(plain, "3.2.3").result, CriterionResult::not_present);  // one page
  EXPECT_EQ(row(plain, "1.3.1").result, CriterionResult::needs_person);
  const auto framed = criteria_of({}, {page_with({facts::ContentKind::embedded}), page_with({})});
  EXPECT_EQ(row(framed, "1.2.2").result, CriterionResult::needs_person);  // who knows what is in the frame
  EXPECT_EQ(row(framed, "3.2.3").result, CriterionResult::needs_person);
  EXPECT_EQ(row(criteria_of({}, {page_with({facts::ContentKind::media})}), "1.2.2").result,
            CriterionResult::needs_person);
}

TEST(Criteria, OfSeveralSitesTheWorstSpeaks) {
  const std::vector<CriterionRow> a = {{"1.1.1", CriterionResult::nothing_found, {}},
                                       {"1.2.1", CriterionResult::not_present, {}},
                                       {"1.3.1", CriterionResult::fails, {"x"}}};
  const std::vector<CriterionRow> b = {{"1.1.1", CriterionResult::needs_person, {"y"}},
                                       {"1.2.1", CriterionResult::nothing_found, {}},
                                       {"1.3.1", CriterionResult::fails, {"w", "x"}}};
  const auto rows = merged({&a, &b});
  EXPECT_EQ(row(rows, "1.1.1").result, CriterionResult::needs_person);
  EXPECT_EQ(row(rows, "1.2.1").result, CriterionResult::nothing_found);
  EXPECT_EQ(row(rows, "1.3.1").rules, (std::vector<std::string>{"w", "x"}));
}

}  // namespace
}  // namespace veedor::reports
