// Findings: one for each rule and cause, the same for any order of the judgements.
#include "rules/findings.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "rules/catalogue.h"
#include "tests/rules/case_facts.h"

namespace veedor::rules {
namespace {

constexpr const char* kOrigin = "https://example.org";

std::size_t index_of(std::string_view id) {
  const auto rules = all_rules();
  return static_cast<std::size_t>(std::ranges::find(rules, id, &Rule::id) - rules.begin());
}

Judgement judged(const std::string& path, const std::string& content) {
  const catalog::Case test{.page = kOrigin + path, .kind = "html", .text = "<!doctype html>" + content};
  return judge(*cases::page_of(test));
}

std::vector<Finding> of_rule(std::vector<Finding> findings, std::string_view id) {
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule->id != id; });
  return findings;
}

std::vector<Finding> image_findings(const std::vector<Judgement>& judgements, int max_occurrences) {
  Findings findings(kOrigin, max_occurrences);
  for (const Judgement& judgement : judgements) findings.add(judgement);
  return of_rule(findings.findings(), "wcag/image-alt");
}

RuleResult result_of(const Findings& findings, std::string_view id) {
  return findings.results()[index_of(id)];
}

// A judgement in which one rule was decided so.
Judgement decided(const std::string& url, std::string_view rule, Decision decision) {
  Judgement judgement{.url = url, .decisions = {}, .groups = {}};
  judgement.decisions.resize(all_rules().size(), Decision::not_tested);
  judgement.decisions[index_of(rule)] = decision;
  return judgement;
}

TEST(Findings, OneFaultOnManyPagesIsOneFinding) {
  std::vector<Judgement> judgements;
  for (int i = 0; i < 412; ++i) {
    judgements.push_back(
        judged("/" + std::to_string(i), "<img class=logo src=logo.png><img class=logo src=2.png>"));
  }
  const auto findings = image_findings(judgements, 20);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].count, 824);
  EXPECT_EQ(findings[0].pages, 412);
  EXPECT_EQ(findings[0].occurrences.size(), 20U);
  EXPECT_EQ(findings[0].occurrences[0].url, "https://example.org/0");
  EXPECT_EQ(findings[0].occurrences[2].url, "https://example.org/1");
}

TEST(Findings, DoNotDependOnTheOrder) {
  std::vector<Judgement> judgements;
  for (int i = 0; i < 300; ++i) {
    std::string content = "<p><img class=logo src=logo" + std::to_string(i) + ".png>";
    if (i % 3 == 0) content += "<img id=map src=map.png><img id=map src=map.png>";
    if (i % 7 == 0) content += "<div role=img></div>";
    judgements.push_back(judged("/" + std::to_string(i), content));
  }
  const auto expected = image_findings(judgements, 5);
  ASSERT_EQ(expected.size(), 3U);
  std::mt19937 random(2026);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(judgements.begin(), judgements.end(), random);
    const auto found = image_findings(judgements, 5);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].id, expected[i].id);
      EXPECT_EQ(found[i].count, expected[i].count);
      EXPECT_EQ(found[i].pages, expected[i].pages);
      EXPECT_EQ(found[i].occurrences, expected[i].occurrences);
    }
  }
}

TEST(Findings, ZeroKeepsEveryOccurrence) {
  std::vector<Judgement> judgements;
  for (int i = 0; i < 600; ++i) judgements.push_back(judged("/" + std::to_string(i), "<img src=a.png>"));
  EXPECT_EQ(image_findings(judgements, 0).at(0).occurrences.size(), 600U);
}

// One fault of its own on each page.
Judgement with_cause(int number, Outcome outcome = Outcome::failed) {
  Judgement judgement = decided("/" + std::to_string(number), "wcag/image-alt", Decision::failed);
  judgement.groups.push_back({.rule = static_cast<std::uint16_t>(index_of("wcag/image-alt")),
                              .outcome = outcome,
                              .cause = "cause " + std::to_string(number),
                              .count = 3,
                              .occurrences = {{.url = judgement.url, .message = "no-alt"}}});
  return judgement;
}

TEST(Findings, CausesBeyondTheLimitFallTogether) {
  constexpr int kPages = 2 * static_cast<int>(kMaxCauses);
  Findings findings(kOrigin, 20);
  for (int i = 0; i < kPages; ++i) {
    EXPECT_EQ(findings.truncated(), i > static_cast<int>(kMaxCauses)) << i;
    findings.add(with_cause(i));
  }
  findings.add(with_cause(kPages, Outcome::cant_tell));
  findings.add(judged("/again", "<div role=img></div>"));  // another message
  const auto found = of_rule(findings.findings(), "wcag/image-alt");
  EXPECT_EQ(found.size(), kMaxCauses + 3);
  int count = 0;
  for (const Finding& finding : found) {
    count += finding.count;
    EXPECT_LE(finding.occurrences.size(), 20U);
  }
  EXPECT_EQ(count, 3 * (kPages + 1) + 1);
  EXPECT_EQ(found[0].cause, "no-alt");
  EXPECT_EQ(found[0].count, 3 * static_cast<int>(kMaxCauses));
  EXPECT_EQ(found[0].pages, static_cast<int>(kMaxCauses));
}

TEST(Findings, KnownCausesStayApartBeyondTheLimit) {
  Findings findings(kOrigin, 20);
  for (int i = 0; i < static_cast<int>(kMaxCauses); ++i) findings.add(with_cause(i));
  Judgement again = with_cause(7);
  again.url = "/other";
  findings.add(std::move(again));
  EXPECT_FALSE(findings.truncated());
  const auto found = of_rule(findings.findings(), "wcag/image-alt");
  EXPECT_EQ(found.size(), kMaxCauses);
  EXPECT_EQ(found[0].cause, "cause 7");
  EXPECT_EQ(found[0].pages, 2);
}

// A page with several such causes still counts as one page.
TEST(Findings, PageCountsOnceWhereItsCausesFallTogether) {
  Findings findings(kOrigin, 20);
  for (int i = 0; i < static_cast<int>(kMaxCauses); ++i) findings.add(with_cause(i));
  Judgement several = with_cause(9001);
  several.groups.push_back(with_cause(9002).groups[0]);
  findings.add(std::move(several));
  const auto found = of_rule(findings.findings(), "wcag/image-alt");
  EXPECT_EQ(found[0].cause, "no-alt");
  EXPECT_EQ(found[0].count, 6);
  EXPECT_EQ(found[0].pages, 1);
}

TEST(Findings, FingerprintSurvivesAMovedElement) {
  const auto before = image_findings({judged("/a", "<img class='logo big' src=1.png>")}, 20);
  const auto after = image_findings(
      {judged("/b",
              "<h1>News</h1>\n<ul><li><li><a href=/><img src=9.png width=3 class='big logo'></a></ul>")},
      20);
  ASSERT_EQ(before.size(), 1U);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(before[0].id, after[0].id);
  EXPECT_EQ(before[0].id.size(), 16U);
}

TEST(Findings, FingerprintTellsRuleSiteCauseAndDoubtApart) {
  const std::string base = fingerprint("wcag/image-alt", kOrigin, "no-alt img", Outcome::failed);
  EXPECT_EQ(base, fingerprint("wcag/image-alt", kOrigin, "no-alt img", Outcome::failed));
  EXPECT_EQ(base, "103f92fca019ae86") << "published: it never changes";
  EXPECT_NE(base, fingerprint("wcag/image-alt", kOrigin, "no-alt img", Outcome::cant_tell));
  EXPECT_NE(base, fingerprint("wcag/image-alt", kOrigin, "no-alt img.logo", Outcome::failed));
  EXPECT_NE(base, fingerprint("wcag/image-alt", "https://example.net", "no-alt img", Outcome::failed));
  EXPECT_NE(base, fingerprint("wcag/link-name", kOrigin, "no-alt img", Outcome::failed));
}

TEST(Findings, WorstComesFirstThenTheMostFrequent) {
  Findings findings(kOrigin, 20);
  findings.add(judged("/", "<img src=a.png><img src=b.png><div role=img></div>"));
  const catalog::Case host{.kind = "host", .text = "cert.not_after = 2026-01-01\n"};
  findings.add(judge(*cases::host_of(host)));
  const auto sorted = findings.findings();
  ASSERT_GE(sorted.size(), 3U);
  EXPECT_EQ(sorted[0].rule->severity, Severity::critical);
  EXPECT_TRUE(
      std::ranges::is_sorted(sorted, {}, [](const Finding& finding) { return finding.rule->severity; }));
  const auto images = of_rule(sorted, "wcag/image-alt");
  ASSERT_EQ(images.size(), 2U);
  EXPECT_GT(images[0].count, images[1].count);
}

TEST(Results, CountSubjectsOfTheRulesKind) {
  Findings findings(kOrigin, 20);
  findings.add(judged("/1", "<img src=a.png>"));
  findings.add(judged("/2", "<img src=a.png alt=A>"));
  findings.add(judged("/3", "<p>"));
  findings.add_untested_page("https://example.org/4");
  findings.add_untested_page("https://example.org/1");  // read in the end
  findings.add_untested_host("example.org");
  const RuleResult image = result_of(findings, "wcag/image-alt");
  EXPECT_EQ(image.failed, 1);
  EXPECT_EQ(image.passed, 1);
  EXPECT_EQ(image.inapplicable, 1);
  EXPECT_EQ(image.cant_tell, 0);
  EXPECT_EQ(image.not_tested, 1);
  const RuleResult expired = result_of(findings, "tls/certificate-expired");
  EXPECT_EQ(expired.not_tested, 1);
  EXPECT_EQ(expired.passed + expired.failed + expired.inapplicable + expired.cant_tell, 0);
  EXPECT_EQ(expired.templates_decided, 0);
}

TEST(Results, TemplatesCountOnce) {
  Findings findings(kOrigin, 20);
  const auto add = [&](const std::string& url, Decision decision) {
    findings.add(decided(url, "wcag/image-alt", decision));
  };
  add("a1", Decision::passed);
  add("a2", Decision::failed);
  add("b1", Decision::passed);
  add("c1", Decision::cant_tell);
  add("d1", Decision::inapplicable);
  add("alone", Decision::failed);
  findings.set_templates({{"a1", "a"}, {"a2", "a"}, {"b1", "b"}, {"c1", "c"}, {"d1", "d"}});
  const RuleResult image = result_of(findings, "wcag/image-alt");
  EXPECT_EQ(image.templates_decided, 3);  // a, b, alone; c and d were not decided
  EXPECT_EQ(image.templates_failed, 2);
}

TEST(Results, HostsCountAsOne) {
  Findings findings(kOrigin, 20);
  findings.add(decided("a.example", "tls/certificate-expired", Decision::failed));
  findings.add(decided("b.example", "tls/certificate-expired", Decision::passed));
  const RuleResult expired = result_of(findings, "tls/certificate-expired");
  EXPECT_EQ(expired.failed, 1);
  EXPECT_EQ(expired.passed, 1);
  EXPECT_EQ(expired.templates_decided, 1);
  EXPECT_EQ(expired.templates_failed, 1);
}

TEST(Results, SecondJudgementOfASubjectIsIgnored) {
  Findings findings(kOrigin, 20);
  findings.add(judged("/1", "<img src=a.png>"));
  findings.add(judged("/1", "<img src=a.png>"));
  EXPECT_EQ(of_rule(findings.findings(), "wcag/image-alt").at(0).count, 1);
  EXPECT_EQ(result_of(findings, "wcag/image-alt").failed, 1);
}

}  // namespace
}  // namespace veedor::rules
