#include <limits>

#include "reports/json/enum_names.h"
#include "reports/json/json_node.h"
#include "reports/json/json_report.h"
#include "reports/json/json_tls_reader.h"
#include "reports/speech.h"
#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

constexpr int kSchemaVersion = 1;
constexpr long long kMost = std::numeric_limits<long long>::max();

rules::Area area_of(const Node& node) {
  return node.one_of(rules::Area::function, [](rules::Area area) { return rules::name(area); });
}

rules::Severity severity_of(const Node& node) {
  return node.one_of(rules::Severity::info, [](rules::Severity severity) { return rules::name(severity); });
}

std::optional<int> number_or_null(const Node& node) {
  return node.is_null() ? std::nullopt : std::optional(static_cast<int>(node.number(0, 100)));
}

int percentage(const Node& node) { return static_cast<int>(node.number(0, 100)); }
int status(const Node& node) { return static_cast<int>(node.number(0, 999)); }
std::uint16_t port(const Node& node) { return static_cast<std::uint16_t>(node.number(0, 65535)); }

url::Url url_of(const Node& node) {
  const std::string text = node.text();
  if (text.empty()) return {};
  Result<url::Url> url = url::Url::parse(text);
  if (!url) node.mismatch();
  return *url;
}

Tool read_tool(const Node& node) {
  return {.name = node["name"].text(), .version = node["version"].text(), .ruleset = node["ruleset"].text()};
}

Scan read_scan(const Node& node) {
  return {.started_at = node["started_at"].time(),
          .finished_at = node["finished_at"].time(),
          .profile = node["profile"].text(),
          .language = node["language"].one_of(Language::es, [](Language value) { return name(value); }),
          .complete = node["complete"].boolean(),
          .interrupted = node["interrupted"].boolean(),
          .limits_hit = node["limits_hit"].texts(),
          .requests = node["requests"].number(0, kMost),
          .bytes = node["bytes"].number(0, kMost)};
}

AreaScore read_area(const Node& node) {
  return {.area = area_of(node["area"]),
          .base = percentage(node["base"]),
          .score = percentage(node["score"]),
          .cap = percentage(node["cap"]),
          .reason =
              node["cap_reason"].one_of(CapReason::open_serious, [](CapReason value) { return name(value); }),
          .rules = node["rules"].count()};
}

Scores read_scores(const Node& node) {
  return {.model = node["model"].text(),
          .overall = number_or_null(node["overall"]),
          .overall_base = number_or_null(node["overall_base"]),
          .grade = node["grade"].text(),
          .areas = node["areas"].list(read_area),
          .withheld =
              node["withheld"].one_of(Withheld::nothing_decided, [](Withheld value) { return name(value); }),
          .pages_read = node["pages_read"].count(),
          .pages_sampled = node["pages_sampled"].count()};
}

facts::Response read_plain(const Node& node) {
  facts::Response response;
  response.requested = url_of(node["requested"]);
  response.final_url = url_of(node["final_url"]);
  response.outcome = read_outcome(node["outcome"]);
  response.status = status(node["status"]);
  response.redirects = node["redirects"].list([](const Node& hop) {
    return facts::Hop{
        .url = url_of(hop["url"]), .status = status(hop["status"]), .headers = {}, .address = {}};
  });
  return response;
}

facts::Host read_host(const Node& node) {
  const Node plain = node["plain"];
  facts::Host host{.name = node["name"].text(),
                   .http_port = port(node["http_port"]),
                   .https_port = port(node["https_port"]),
                   .addresses = node["addresses"].texts(),
                   .tls = read_tls(node["tls"]),
                   .dns = {},
                   .plain = plain.is_null() ? std::nullopt : std::optional(read_plain(plain)),
                   .now = node["probed_at"].time()};
  node.read_if("dns", host.dns, read_dns);
  return host;
}

facts::Component read_component(const Node& node) {
  return {.name = node["name"].text(),
          .version = node["version"].text(),
          .kind = node["kind"].one_of(facts::ComponentKind::framework,
                                      [](facts::ComponentKind value) { return facts::name(value); }),
          .certainty = node["certainty"].one_of(facts::Certainty::confirmed,
                                                [](facts::Certainty value) { return facts::name(value); }),
          .method = node["method"].one_of(facts::Method::markup,
                                          [](facts::Method value) { return facts::name(value); }),
          .location = node["location"].text(),
          .evidence = node["evidence"].text(),
          .distribution = node["distribution"].boolean()};
}

// What is not said is of a time when everything was required.
rules::Standing standing_of(const Node& node) {
  if (!node.has("standing")) return rules::Standing::required;
  return node["standing"].one_of(rules::Standing::best_practice,
                                 [](rules::Standing value) { return rules::name(value); });
}

std::vector<CriterionRow> read_criteria(const Node& site) {
  if (!site.has("criteria")) return {};
  return site["criteria"].list([](const Node& row) {
    return CriterionRow{.criterion = row["criterion"].text(),
                        .result = row["result"].one_of(CriterionResult::not_present,
                                                       [](CriterionResult value) { return name(value); }),
                        .rules = row["rules"].texts()};
  });
}

std::vector<facts::MissingSheet> read_missing_sheets(const Node& site) {
  if (!site.has("style_sheets_missing")) return {};
  return site["style_sheets_missing"].list([](const Node& sheet) {
    return facts::MissingSheet{
        .url = sheet["url"].text(), .reason = sheet["reason"].text(), .pages = sheet["pages"].count()};
  });
}

Site read_site(const Node& node) {
  return {.origin = node["origin"].text(),
          .scores = read_scores(node["scores"]),
          .hosts = node["hosts"].list(read_host),
          .components = node["components"].list(read_component),
          .templates = node["templates"].list([](const Node& group) {
            return Template{.id = group["id"].text(),
                            .pages = group["pages"].count(),
                            .example = group["example"].text()};
          }),
          .decided = node["decided"].list([](const Node& rule) {
            return Decided{.rule = rule["rule"].text(),
                           .area = area_of(rule["area"]),
                           .severity = severity_of(rule["severity"]),
                           .templates = rule["templates"].count(),
                           .failed = rule["failed"].count(),
                           .standing = standing_of(rule)};
          }),
          .style_sheets_missing = read_missing_sheets(node),
          .criteria = read_criteria(node)};
}

facts::Redirect read_redirect(const Node& node) {
  return {.url = node["url"].text(), .status = status(node["status"])};
}

Page read_page(const Node& node) {
  return {.url = node["url"].text(),
          .final_url = node["final_url"].text(),
          .status = status(node["status"]),
          .redirects = node["redirects"].list(read_redirect),
          .outcome = node["outcome"].text(),
          .template_id = node["template"].text(),
          .title = node["title"].text(),
          .language = node["language"].text(),
          .encoding = node["encoding"].text(),
          .canonical = node["canonical"].text(),
          .robots = node["robots"].text(),
          .depth = node["depth"].count(),
          .partly_judged =
              node.has("partly_judged") ? node["partly_judged"].texts() : std::vector<std::string>()};
}

RuleCounts read_rule(const Node& node) {
  return {.id = node["id"].text(),
          .passed = node["passed"].count(),
          .failed = node["failed"].count(),
          .cant_tell = node["cant_tell"].count(),
          .inapplicable = node["inapplicable"].count(),
          .not_tested = node["not_tested"].count()};
}

Occurrence read_occurrence(const Node& node) {
  Values values;
  node["values"].members([&values](const std::string& key, const Node& value) {
    values.push_back({key, value.text()});
  });
  return {.url = node["url"].text(),
          .selector = node["selector"].text(),
          .snippet = node["snippet"].text(),
          .line = static_cast<unsigned>(node["line"].count()),
          .column = static_cast<unsigned>(node["column"].count()),
          .message = node["message"].text(),
          .key = node["key"].text(),
          .values = std::move(values)};
}

rules::Outcome finding_outcome(const Node& node) {
  const auto outcome =
      node.one_of(rules::Outcome::cant_tell, [](rules::Outcome value) { return rules::name(value); });
  if (outcome == rules::Outcome::passed) node.mismatch();
  return outcome;
}

Finding read_finding(const Node& node) {
  Finding finding{.id = node["id"].text(),
                  .rule = node["rule"].text(),
                  .site = node["site"].text(),
                  .area = area_of(node["area"]),
                  .severity = severity_of(node["severity"]),
                  .confidence = node["confidence"].one_of(
                      rules::Confidence::low, [](rules::Confidence value) { return rules::name(value); }),
                  .outcome = finding_outcome(node["outcome"]),
                  .standing = standing_of(node),
                  .title = node["title"].text(),
                  .message = node["message"].text(),
                  .fix = node["fix"].text(),
                  .status = node["status"].text(),
                  .references = {},
                  .count = node["count"].count(),
                  .pages = node["pages"].count(),
                  .templates = node["templates"].count(),
                  .occurrences = node["occurrences"].list(read_occurrence)};
  node["references"].members(
      [&finding](const std::string& key, const Node& items) { finding.references[key] = items.texts(); });
  return finding;
}

Report read_report(const Node& node) {
  return {.schema_version = kSchemaVersion,
          .tool = read_tool(node["tool"]),
          .scan = read_scan(node["scan"]),
          .sites = node["sites"].list(read_site),
          .pages = node["pages"].list(read_page),
          .rules = node["rules"].list(read_rule),
          .findings = node["findings"].list(read_finding)};
}

Result<Report> read(std::string_view text, Language language) {
  const nlohmann::json json = nlohmann::json::parse(text);
  const Node root(json);
  if (!json.is_object() || !json.contains("schema_version"))
    return Error{say(Word::json_no_version, language)};
  const long long version = root["schema_version"].number(0, kMost);
  if (version != kSchemaVersion) {
    return Error{say(Word::json_other_version, language,
                     {{"version", std::to_string(version)}, {"known", std::to_string(kSchemaVersion)}})};
  }
  return read_report(root);
}

}  // namespace

Result<Report> read_json(std::string_view text, Language language) {
  try {
    return read(text, language);
  } catch (const nlohmann::json::parse_error& error) {
    return Error{say(Word::json_not_json, language, {{"byte", std::to_string(error.byte)}})};
  } catch (const nlohmann::json::exception&) {
    return Error{say(Word::json_no_version, language)};
  } catch (const Mismatch& mismatch) {
    return Error{say(mismatch.missing ? Word::json_missing : Word::json_unexpected, language,
                     {{"path", printable(mismatch.path)}})};
  }
}

}  // namespace veedor::reports
