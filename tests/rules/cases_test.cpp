// Every rule keeps what its cases.md promises. One test a rule, named after it: ctest -R image-alt.
#include "rules/catalog/cases.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "rules/catalogue.h"
#include "tests/rules/case_facts.h"

namespace veedor::rules {

// How a failing test names its rule.
static void PrintTo(const Rule* rule, std::ostream* out) { *out << rule->id; }

namespace {

using catalog::Case;
using catalog::Expected;

Verdicts run(const Rule& rule, const cases::Subject& subject) {
  if (const auto* page = std::get_if<facts::Page>(&subject)) {
    EXPECT_TRUE(rule.is_page_rule()) << "an html or http block is for a page rule";
    return rule.is_page_rule() ? std::get<PageCheck>(rule.check)(*page) : Verdicts{};
  }
  if (const auto* host = std::get_if<facts::Host>(&subject)) {
    EXPECT_TRUE(rule.is_host_rule()) << "a host block is for a host rule";
    return rule.is_host_rule() ? std::get<HostCheck>(rule.check)(*host) : Verdicts{};
  }
  EXPECT_TRUE(rule.is_site_rule()) << "a site block is for a site rule";
  return rule.is_site_rule() ? std::get<SiteCheck>(rule.check)(std::get<facts::SiteSummary>(subject))
                             : Verdicts{};
}

std::size_t count(const Verdicts& verdicts, Outcome outcome, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::count_if(verdicts, [&](const Verdict& verdict) {
    return verdict.outcome == outcome && (key.empty() || verdict.message == key);
  }));
}

std::string listed(const Verdicts& verdicts) {
  std::string out = "verdicts:";
  for (const Verdict& verdict : verdicts)
    out.append(" ").append(name(verdict.outcome)).append("/").append(verdict.message);
  return verdicts.empty() ? "no verdicts" : out;
}

// The worst verdict is the expected one, with the expected key.
void expect_outcome(const Case& test, const Verdicts& verdicts) {
  const auto any = [&](Outcome outcome) { return count(verdicts, outcome, "") > 0; };
  const auto with_key = [&](Outcome outcome) { return count(verdicts, outcome, test.message) > 0; };
  switch (test.expected) {
    case Expected::failed:
      EXPECT_TRUE(with_key(Outcome::failed)) << listed(verdicts);
      break;
    case Expected::cant_tell:
      EXPECT_TRUE(with_key(Outcome::cant_tell) && !any(Outcome::failed)) << listed(verdicts);
      break;
    case Expected::passed:
      EXPECT_TRUE(with_key(Outcome::passed) && !any(Outcome::failed) && !any(Outcome::cant_tell))
          << listed(verdicts);
      break;
    case Expected::inapplicable:
      EXPECT_TRUE(verdicts.empty()) << listed(verdicts);
      break;
  }
}

// Every message exists, and every placeholder has a value, in both languages.
void expect_words(const Rule& rule, const Verdicts& verdicts) {
  for (const Verdict& verdict : verdicts) {
    if (verdict.message.empty()) {
      EXPECT_EQ(verdict.outcome, Outcome::passed) << "only a pass needs no message";
      continue;
    }
    for (Language language : {Language::en, Language::es}) {
      const std::string_view pattern = message(rule, language, verdict.message);
      EXPECT_FALSE(pattern.empty()) << "no message '" << verdict.message << "'";
      for (const std::string& placeholder : placeholders(pattern)) {
        EXPECT_NE(std::ranges::find(verdict.values, placeholder, &Value::name), verdict.values.end())
            << "no value for {" << placeholder << "} of '" << verdict.message << "'";
      }
    }
  }
}

class RuleCases : public testing::TestWithParam<const Rule*> {};

TEST_P(RuleCases, Hold) {
  const Rule& rule = *GetParam();
  const std::string file = "rules/" + std::string(rule.id) + "/cases.md";
  catalog::Problems problems;
  const catalog::Markdown markdown =
      catalog::read_markdown(std::filesystem::path(VEEDOR_SOURCE_DIR) / file, file, problems);
  std::set<std::string_view> produced;
  std::set<Expected> expected;
  for (const Case& test : catalog::read_cases(markdown, problems)) {
    SCOPED_TRACE(file + ":" + std::to_string(test.line) + ": " + test.description);
    const auto subject = cases::subject_of(test);
    ASSERT_TRUE(subject.ok()) << subject.error().message;
    const Verdicts verdicts = run(rule, *subject);
    expect_outcome(test, verdicts);
    expect_words(rule, verdicts);
    for (const Verdict& verdict : verdicts) produced.insert(verdict.message);
    expected.insert(test.expected);
  }
  for (const catalog::Problem& problem : problems) ADD_FAILURE() << describe(problem);
  // A rule that only ever asks somebody to look has undecided cases where others have failed ones.
  EXPECT_TRUE(expected.contains(Expected::failed) || expected.contains(Expected::cant_tell))
      << "failed or cant_tell needs a case";
  for (const Expected outcome : {Expected::passed, Expected::inapplicable}) {
    EXPECT_TRUE(expected.contains(outcome)) << "passed and inapplicable each need a case";
  }
  for (const Message& message : texts(rule, Language::en).messages) {
    EXPECT_TRUE(produced.contains(message.key)) << "no case produces the message '" << message.key << "'";
  }
}

std::string test_name(const testing::TestParamInfo<const Rule*>& info) {
  std::string name(info.param->id);
  std::ranges::replace_if(
      name, [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Every, RuleCases, testing::ValuesIn(all_rules().begin(), all_rules().end()),
                         test_name);

}  // namespace
}  // namespace veedor::rules
