// What a judgement keeps of the verdicts: decisions, groups by cause, inert occurrences, exact counts.
#include "rules/engine.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "rules/catalogue.h"
#include "rules/cause.h"
#include "tests/rules/case_facts.h"

namespace veedor::rules {
namespace {

facts::Page page(const std::string& html, const std::string& url = "https://example.org/") {
  const catalog::Case test{.page = url, .kind = "html", .text = html};
  auto parsed = cases::page_of(test);
  EXPECT_TRUE(parsed.ok());
  return *std::move(parsed);
}

std::size_t index_of(std::string_view id) {
  const auto rules = all_rules();
  return static_cast<std::size_t>(std::ranges::find(rules, id, &Rule::id) - rules.begin());
}

// The groups of wcag/image-alt on a page with this content.
std::vector<Group> image_groups(const std::string& content) {
  std::vector<Group> groups = judge(page("<!doctype html><html lang=es><title>x</title>" + content)).groups;
  std::erase_if(groups, [](const Group& group) { return group.rule != index_of("wcag/image-alt"); });
  return groups;
}

TEST(Judge, DecidesEveryRuleOfItsKindAndNoOther) {
  const catalog::Case host{.kind = "host", .text = "tls = refused\n"};
  const catalog::Case site{.kind = "site", .text = "page = https://example.org/\n"};
  const Judgement on_page = judge(page("<p>x"));
  const Judgement on_host = judge(*cases::host_of(host));
  const Judgement on_site = judge(*cases::site_of(site));
  for (std::size_t i = 0; i < all_rules().size(); ++i) {
    const Rule& rule = *all_rules()[i];
    EXPECT_EQ(on_page.decisions[i] != Decision::not_tested, rule.is_page_rule()) << rule.id;
    EXPECT_EQ(on_host.decisions[i] != Decision::not_tested, rule.is_host_rule()) << rule.id;
    EXPECT_EQ(on_site.decisions[i] != Decision::not_tested, rule.is_site_rule()) << rule.id;
  }
  EXPECT_EQ(on_page.url, "https://example.org/");
  EXPECT_EQ(on_host.url, "example.org");
  EXPECT_EQ(on_site.url, "https://example.org");
}

TEST(Judge, WorstVerdictDecides) {
  const auto decide = [](const std::string& html) {
    return judge(page(html)).decisions[index_of("wcag/image-alt")];
  };
  EXPECT_EQ(decide("<p>x"), Decision::inapplicable);
  EXPECT_EQ(decide("<img src=a alt=A>"), Decision::passed);
  EXPECT_EQ(decide("<img src=a alt=A><img src=b>"), Decision::failed);
}

TEST(Judge, OccurrenceSaysWhere) {
  const auto groups = image_groups("\n<p>\n <img src=a.png>");
  ASSERT_EQ(groups.size(), 1U);
  ASSERT_EQ(groups[0].occurrences.size(), 1U);
  const Occurrence& seen = groups[0].occurrences[0];
  EXPECT_EQ(seen.url, "https://example.org/");
  EXPECT_EQ(seen.line, 3U);
  EXPECT_EQ(seen.column, 2U);
  EXPECT_EQ(seen.snippet, "<img src=a.png>");
  EXPECT_FALSE(seen.selector.empty());
  EXPECT_EQ(seen.message, "no-alt");
  EXPECT_EQ(seen.values, (Values{{"image", "a.png"}}));
}

TEST(Judge, HostOccurrenceNamesTheService) {
  const catalog::Case test{.kind = "host", .text = "https_port = 8443\ncert.not_after = 2026-01-01\n"};
  const Judgement judgement = judge(*cases::host_of(test));
  const auto expired = std::ranges::find(judgement.groups, index_of("tls/certificate-expired"), &Group::rule);
  ASSERT_NE(expired, judgement.groups.end());
  EXPECT_EQ(expired->occurrences.at(0).url, "https://example.org:8443/");
  EXPECT_EQ(expired->cause, "expired");
}

TEST(Judge, SnippetIsInertAndShort) {
  const auto groups = image_groups("<img src='a\x1b[31m\u202E" + std::string(500, 'x') + "'>");
  ASSERT_EQ(groups.size(), 1U);
  const std::string& snippet = groups[0].occurrences.at(0).snippet;
  EXPECT_LE(snippet.size(), 200U);
  EXPECT_EQ(snippet.find('\x1b'), std::string::npos);
  EXPECT_EQ(snippet.find("\u202E"), std::string::npos);
}

TEST(Judge, SameKindOfElementIsOneGroup) {
  const auto groups = image_groups(
      "<img id=photo-1 class='wide card-12' src=1.png><div><p><img src=2.png id=photo-22 class='card-7 "
      "wide'></div>"
      "<img class=logo src=3.png>");
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].count, 2);
  EXPECT_EQ(groups[0].cause, "no-alt img#photo-#.card-#.wide");
  EXPECT_EQ(groups[1].cause, "no-alt img.logo");
}

TEST(Judge, CountsStayExactWhenOccurrencesAreCapped) {
  std::string html;
  for (int i = 0; i < 250; ++i) html += "<img src=x.png>\n";
  const auto groups = image_groups(html);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].count, 250);
  ASSERT_EQ(groups[0].occurrences.size(), static_cast<std::size_t>(kMaxStored));
  EXPECT_EQ(groups[0].occurrences.front().line, 1U);
  EXPECT_EQ(groups[0].occurrences.back().line, 100U);
}

TEST(Judge, ManyCausesFallTogether) {
  std::string html;
  for (int i = 0; i < 2000; ++i) {
    const std::string letters = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26),
                                 static_cast<char>('a' + i / 676)};
    html += "<img src=x.png class=" + letters + ">";
  }
  const auto groups = image_groups(html);
  EXPECT_LE(groups.size(), 70U);
  int count = 0;
  for (const Group& group : groups) count += group.count;
  EXPECT_EQ(count, 2000);
}

TEST(Judge, MadeUpTagsFallTogether) {
  std::string html;
  for (int i = 0; i < 5000; ++i)
    html += "<x" + std::to_string(i) + "y aria-zz></x" + std::to_string(i) + "y>";
  for (int i = 0; i < 2000; ++i) {
    const std::string letters = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26),
                                 static_cast<char>('a' + i / 676)};
    html += "<x-" + letters + " role=img aria-zz" + letters + "></x-" + letters + ">";
  }
  const Judgement judgement = judge(page(html));
  EXPECT_LE(judgement.groups.size(), 200U);
  int count = 0;
  for (const Group& group : judgement.groups) {
    if (group.rule == index_of("wcag/aria-attribute-unknown")) count += group.count;
  }
  EXPECT_EQ(count, 7000);
}

TEST(Cause, OwnCauseKeepsItsDigits) {
  EXPECT_EQ(cause({.outcome = Outcome::failed, .message = "old", .cause = "jquery  1.8.3\n"}),
            "jquery 1.8.3");
}

TEST(Cause, IsBoundedAndStillTellsApart) {
  const std::string a = cause({.message = "m", .cause = std::string(5000, 'x') + "a"});
  const std::string b = cause({.message = "m", .cause = std::string(5000, 'x') + "b"});
  EXPECT_LE(a.size(), 200U);
  EXPECT_NE(a, b);
}

}  // namespace
}  // namespace veedor::rules
