// scan.json: the schema it keeps to, and that it survives being read back.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "reports/json/enum_names.h"
#include "reports/json/json_report.h"
#include "sample.h"
#include "scanner/base/text.h"
#include "tls_sample.h"

namespace veedor::reports {
namespace {

using Json = nlohmann::json;

// What the schema objects to, one line each.
std::string objections(const Json& document) {
  const Json source = Json::parse(json_schema());
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(source), schema);
  valijson::ValidationResults results;
  valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results);
  std::string out;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& part : error.context) out += part;
    out += ": " + error.description + "\n";
  }
  return out;
}

TEST(Json, ReportsKeepToTheSchema) {
  EXPECT_EQ(objections(Json::parse(write_json(sample::institution()))), "");
  EXPECT_EQ(objections(Json::parse(write_json(sample::institution(Language::es)))), "");
  EXPECT_EQ(objections(Json::parse(write_json(sample::with_known_host()))), "");
  EXPECT_EQ(objections(Json::parse(write_json(assemble({}, {})))), "");
}

TEST(Json, TheSchemaIsStrict) {
  Json document = Json::parse(write_json(sample::institution()));
  document["findings"][0]["severity"] = "terrible";
  EXPECT_NE(objections(document), "");
  document = Json::parse(write_json(sample::institution()));
  document["pages"][0]["extra"] = 1;
  EXPECT_NE(objections(document), "");
  const Json known = Json::parse(write_json(sample::with_known_host()));
  for (const auto& [pointer, value] :
       std::vector<std::pair<const char*, Json>>{{"/tls/features/tolerance/grease", "perhaps"},
                                                 {"/tls/vulnerabilities/heartbleed/extra", 1},
                                                 {"/tls/grade/score", 101},
                                                 {"/tls/offers/tls1_4", Json::object()},
                                                 {"/dns/tlsa", "lost"}}) {
    document = known;
    document["sites"][0]["hosts"][0][Json::json_pointer(pointer)] = value;
    EXPECT_NE(objections(document), "") << pointer;
  }
}

TEST(Json, TheSchemaNamesEveryOutcome) {
  const Json schema = Json::parse(json_schema());
  const Json& names = schema["definitions"]["outcome"]["enum"];
  ASSERT_EQ(names.size(), static_cast<std::size_t>(facts::kOutcomeCount));
  for (std::size_t i = 0; i < names.size(); ++i)
    EXPECT_EQ(names[i].get<std::string>(), facts::name(static_cast<facts::Outcome>(i)));
}

TEST(Json, IsReadBackByteForByte) {
  for (const Report& report : {sample::institution(), sample::institution(Language::es), sample::hostile(),
                               sample::with_known_host(), assemble({}, {})}) {
    const std::string text = write_json(report);
    Result<Report> read = read_json(text);
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(write_json(*read), text);
  }
}

TEST(Json, NamesWhatPagesWereJudgedWithout) {
  const Json json = Json::parse(write_json(sample::institution()));
  const Json& page = json["pages"][1];  // "/contacto"
  EXPECT_EQ(page["partly_judged"], Json::array({"style_sheet_missing", "style_sheet_truncated"}));
  const Json& sheet = json["sites"][0]["style_sheets_missing"][0];
  EXPECT_EQ(sheet, Json({{"url", "https://cdn.example/a.css"}, {"reason", "other_host"}, {"pages", 2}}));
}

TEST(Json, AFileFromBeforeStyleSheetsIsStillRead) {
  Json document = Json::parse(write_json(sample::institution()));
  for (Json& page : document["pages"]) page.erase("partly_judged");
  for (Json& site : document["sites"]) site.erase("style_sheets_missing");
  const Result<Report> report = read_json(document.dump());
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_TRUE(report->pages[0].partly_judged.empty());
}

TEST(Json, SameFactsGiveTheSameBytes) {
  EXPECT_EQ(write_json(sample::institution()), write_json(sample::institution()));
}

TEST(Json, HostileTextIsValidUtf8WithoutControls) {
  const std::string text = write_json(sample::hostile());
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("\\u001b"), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);  // U+202E
}

TEST(Json, ErrorsNameTheTrouble) {
  const std::string good = write_json(sample::institution());
  const auto with = [&](const char* pointer, const Json& value) {
    Json document = Json::parse(good);
    document[Json::json_pointer(pointer)] = value;
    return document.dump();
  };
  Json without = Json::parse(good);
  without["findings"][0].erase("rule");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "not JSON"},
      {"{\"schema_version\": 1", "not JSON"},
      {"[]", "no schema_version"},
      {"{}", "no schema_version"},
      {with("/schema_version", 2), "schema_version is 2"},
      {with("/schema_version", "1"), "schema_version is not"},
      {without.dump(), "findings[0].rule is missing"},
      {with("/findings/0/occurrences", 7), "findings[0].occurrences is not"},
      {with("/findings/0/severity", "bad"), "findings[0].severity is not"},
      {with("/findings/0/outcome", "passed"), "findings[0].outcome is not"},
      {with("/findings/0/count", -1), "findings[0].count is not"},
      {with("/findings/0/count", 1e30), "findings[0].count is not"},
      {with("/scan/bytes", 18446744073709551615ULL), "scan.bytes is not"},
      {with("/scan/started_at", "yesterday"), "scan.started_at is not"},
      {with("/sites/0/hosts/0/plain/final_url", "no url"), "sites[0].hosts[0].plain.final_url is not"},
      {with("/sites", nullptr), "sites is not"},
  };
  for (const auto& [text, expected] : cases) {
    Result<Report> report = read_json(text);
    ASSERT_FALSE(report.ok()) << expected;
    EXPECT_NE(report.error().message.find(expected), std::string::npos) << report.error().message;
  }
  EXPECT_EQ(read_json("{}", Language::es).error().message, "no tiene schema_version");
}

TEST(Json, DeepNestingIsHarmless) {
  EXPECT_FALSE(read_json(std::string(2'000'000, '[')).ok());
  EXPECT_FALSE(
      read_json("{\"schema_version\":1,\"x\":" + std::string(500'000, '[') + std::string(500'000, ']') + "}")
          .ok());
}

TEST(Report, TranslationRendersMessagesAgain) {
  Report report = sample::institution(Language::en);
  translate(report, Language::es);
  EXPECT_EQ(write_json(report), write_json(sample::institution(Language::es)));
  Result<Report> stored = read_json(write_json(sample::institution(Language::es)));
  ASSERT_TRUE(stored.ok());
  translate(*stored, Language::en);
  EXPECT_EQ(write_json(*stored), write_json(sample::institution(Language::en)));
}

TEST(Report, TranslationLeavesUnknownRulesAlone) {
  Report report = sample::institution();
  report.findings.front().rule = "wcag/of-another-version";
  const std::string title = report.findings.front().title;
  translate(report, Language::es);
  EXPECT_EQ(report.findings.front().title, title);
}

TEST(Report, CountsAndKeepsWhatTheReportPromises) {
  const Report report = sample::institution();
  EXPECT_TRUE(std::ranges::is_sorted(report.pages, {}, &Page::url));
  EXPECT_TRUE(std::ranges::is_sorted(report.rules, {}, &RuleCounts::id));
  EXPECT_TRUE(std::ranges::is_sorted(report.findings, {}, &Finding::severity));
  EXPECT_EQ(report.scan.limits_hit, (std::vector<std::string>{"over_page_limit", "too_many_queries"}));
  EXPECT_EQ(report.sites.front().scores.pages_read, 23);
  EXPECT_EQ(report.sites.front().scores.pages_sampled, 24);
  EXPECT_EQ(report.sites.front().hosts.front().plain->body, "");
  for (const Finding& finding : report.findings) {
    EXPECT_FALSE(finding.title.empty());
    EXPECT_FALSE(finding.message.empty());
    EXPECT_FALSE(finding.fix.empty());
  }
}

}  // namespace
}  // namespace veedor::reports
