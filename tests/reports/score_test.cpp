// veedor-score/1 against figures worked out by hand.
#include "reports/score/score.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace veedor::reports {
namespace {

using rules::Area;
using rules::Severity;

constexpr int kTemplates = 5;
constexpr Coverage kRead{10, 10};

// 42 rules that weigh 246 together.
std::vector<Decided> clean(Area area = Area::accessibility) {
  std::vector<Decided> rules;
  const auto add = [&](int count, Severity severity) {
    for (int i = 0; i < count; ++i) rules.push_back({"wcag/rule", area, severity, kTemplates, 0});
  };
  add(8, Severity::critical);
  add(18, Severity::serious);
  add(12, Severity::moderate);
  add(4, Severity::minor);
  return rules;
}

// The first `count` rules of that severity fail on `templates` templates.
std::vector<Decided> failing(std::vector<Decided> rules, Severity severity, int count, int templates) {
  for (Decided& rule : rules) {
    if (rule.severity == severity && count-- > 0) rule.failed = templates;
  }
  return rules;
}

struct Case {
  const char* name;
  std::vector<Decided> rules;
  int base, score;
  const char* grade;
};

TEST(Score, CountsOnlyWhatTheProfileAsksFor) {
  std::vector<Decided> rules = failing(clean(), Severity::serious, 8, 5);
  for (Decided& rule : rules) {
    if (rule.failed > 0) rule.standing = rules::Standing::best_practice;
  }
  EXPECT_EQ(score(rules, kRead).overall, 100);
}

TEST(Score, AnotherProfileAnotherScore) {
  Report report = sample::institution();
  report.sites.front().decided = {{"wcag/image-alt", Area::accessibility, Severity::serious, 1, 1},
                                  {"wcag/html-lang-missing", Area::accessibility, Severity::serious, 1, 0}};
  set_profile(report, rules::Profile::wcag22_a);
  EXPECT_EQ(report.scan.profile, "wcag22-a");
  EXPECT_EQ(report.sites.front().scores.areas.front().base, 50);
}

TEST(Score, FollowsTheModel) {
  const std::vector<Case> cases = {
      {"clean", clean(), 100, 100, "A"},
      {"one minor on one of five", failing(clean(), Severity::minor, 1, 1), 99, 99, "A"},
      {"one serious on one of five", failing(clean(), Severity::serious, 1, 1), 98, 89, "B"},
      {"one critical on one of five", failing(clean(), Severity::critical, 1, 1), 97, 59, "D"},
      {"eight serious everywhere", failing(clean(), Severity::serious, 8, 5), 77, 77, "C"},
      {"two critical, eight serious, four moderate everywhere",
       failing(failing(failing(clean(), Severity::critical, 2, 5), Severity::serious, 8, 5),
               Severity::moderate, 4, 5),
       64, 59, "D"},
      {"everything",
       failing(failing(failing(failing(clean(), Severity::critical, 8, 5), Severity::serious, 18, 5),
                       Severity::moderate, 12, 5),
               Severity::minor, 4, 5),
       0, 0, "F"},
  };
  for (const Case& test : cases) {
    const Scores scores = score(test.rules, kRead);
    ASSERT_EQ(scores.areas.size(), 1U) << test.name;
    EXPECT_EQ(scores.areas[0].base, test.base) << test.name;
    EXPECT_EQ(scores.areas[0].score, test.score) << test.name;
    EXPECT_EQ(scores.overall, test.score) << test.name;
    EXPECT_EQ(scores.grade, test.grade) << test.name;
  }
}

TEST(Score, SaysWhyAnAreaIsCapped) {
  const Scores critical = score(failing(clean(), Severity::critical, 1, 1), kRead);
  EXPECT_EQ(critical.areas[0].cap, 59);
  EXPECT_EQ(critical.areas[0].reason, CapReason::open_critical);
  const Scores serious = score(failing(clean(), Severity::serious, 1, 1), kRead);
  EXPECT_EQ(serious.areas[0].cap, 89);
  EXPECT_EQ(serious.areas[0].reason, CapReason::open_serious);
  const Scores moderate = score(failing(clean(), Severity::moderate, 1, 1), kRead);
  EXPECT_EQ(moderate.areas[0].cap, 100);
  EXPECT_EQ(moderate.areas[0].reason, CapReason::none);
}

// An area of 100 rules of weight 3, with `base` of them passing and the others failing everywhere.
std::vector<Decided> area_of(Area area, int base) {
  std::vector<Decided> rules(100, {"tls/rule", area, Severity::moderate, 1, 0});
  for (int i = base; i < 100; ++i) rules[static_cast<std::size_t>(i)].failed = 1;
  return rules;
}

Scores areas(std::initializer_list<int> bases) {
  std::vector<Decided> rules;
  int area = 0;
  for (int base : bases) {
    const std::vector<Decided> more = area_of(static_cast<Area>(area++), base);
    rules.insert(rules.end(), more.begin(), more.end());
  }
  return score(rules, kRead);
}

TEST(Score, OverallLiesBetweenTheWorstAndTheMean) {
  EXPECT_EQ(areas({95, 95, 40}).overall, 58);  // ⌊(40 + 76.67)/2⌋
  EXPECT_EQ(areas({95, 95, 40}).grade, "D");
  EXPECT_EQ(areas({100, 99}).overall, 99);
  EXPECT_EQ(areas({70, 71, 71}).overall, 70);
}

TEST(Score, OverallIsAtMostOneLetterAboveTheWorstArea) {
  const Scores scores = areas({100, 100, 100, 49});  // E: ⌊(49 + 87.25)/2⌋ = 68 would be a C
  EXPECT_EQ(scores.overall_base, 68);
  EXPECT_EQ(scores.overall, 64);
  EXPECT_EQ(scores.grade, "D");
  EXPECT_EQ(areas({100, 100, 100, 20}).grade, "E");
  EXPECT_EQ(areas({100, 100, 100, 80}).overall, 87);  // not limited
}

TEST(Score, WholeNumbersAreNotLostToRounding) {
  // Three rules at q = 1/3 and two at 1: 100·3/5 = 60 although 1/3 cannot be written down.
  std::vector<Decided> rules(3, {"wcag/rule", Area::accessibility, Severity::moderate, 3, 1});
  rules.resize(5, {"wcag/rule", Area::accessibility, Severity::moderate, 3, 0});
  EXPECT_EQ(score(rules, kRead).overall, 60);
  // q = 1/3 and 1/6 make 1/2.
  rules = {{"wcag/a", Area::accessibility, Severity::minor, 3, 1},
           {"wcag/b", Area::accessibility, Severity::minor, 3, 2}};
  EXPECT_EQ(score(rules, kRead).overall, 25);
}

TEST(Score, NotesDoNotWeigh) {
  std::vector<Decided> rules = clean();
  rules.push_back({"wcag/note", Area::accessibility, Severity::info, 5, 5});
  EXPECT_EQ(score(rules, kRead).overall, 100);
  rules = {{"wcag/note", Area::accessibility, Severity::info, 5, 5}};
  EXPECT_EQ(score(rules, kRead).withheld, Withheld::nothing_decided);
}

TEST(Score, IsWithheldWhereTooLittleWasRead) {
  EXPECT_EQ(score(clean(), {9, 10}).withheld, Withheld::none);
  const Scores scores = score(clean(), {89, 100});
  EXPECT_EQ(scores.withheld, Withheld::too_few_pages_read);
  EXPECT_FALSE(scores.overall.has_value());
  EXPECT_EQ(scores.grade, "");
  EXPECT_EQ(score(clean(), {0, 0}).withheld, Withheld::too_few_pages_read);
  EXPECT_EQ(score({}, kRead).withheld, Withheld::nothing_decided);
}

TEST(Score, WhatCannotBeAPageIsNotCountedAgainstCoverage) {
  using facts::Outcome;
  struct Row {
    Outcome outcome;
    int status;
    bool sampled;
  };
  for (const Row& row :
       {Row{Outcome::read, 200, true}, Row{Outcome::timed_out, 0, true}, Row{Outcome::http_error, 500, true},
        Row{Outcome::http_error, 403, true}, Row{Outcome::http_error, 404, false},
        Row{Outcome::http_error, 410, false}, Row{Outcome::not_html, 200, false},
        Row{Outcome::disallowed_by_robots, 0, false}, Row{Outcome::redirect_out_of_scope, 301, false}}) {
    facts::PageSummary page;
    page.outcome = row.outcome;
    page.status = row.status;
    const Coverage seen = coverage({page});
    EXPECT_EQ(seen.sampled, row.sampled ? 1 : 0) << facts::name(row.outcome) << row.status;
    EXPECT_EQ(seen.read, row.outcome == Outcome::read ? 1 : 0);
  }
}

TEST(Score, LettersBeginWhereTheModelSays) {
  const std::vector<std::pair<int, std::string_view>> letters = {{100, "A"}, {90, "A"}, {89, "B"}, {80, "B"},
                                                                 {79, "C"},  {65, "C"}, {64, "D"}, {50, "D"},
                                                                 {49, "E"},  {35, "E"}, {34, "F"}, {0, "F"}};
  for (const auto& [value, name] : letters) EXPECT_EQ(letter(value), name) << value;
}

TEST(Score, ExplanationShowsEveryTerm) {
  const Report report = sample::institution();
  const std::string text = explain_score(report);
  for (const Decided& rule : report.sites.front().decided) EXPECT_NE(text.find(rule.rule), std::string::npos);
  EXPECT_NE(text.find("veedor-score/1"), std::string::npos);
  EXPECT_NE(text.find("cap 59 for an open critical finding"), std::string::npos) << text;
  EXPECT_NE(write_score(sample::institution(Language::es)).find("General"), std::string::npos);
}

}  // namespace
}  // namespace veedor::reports
