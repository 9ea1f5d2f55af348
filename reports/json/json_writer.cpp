#include <map>
#include <string>

#include "data/scan_schema.h"
#include "reports/json/enum_names.h"
#include "reports/json/json_report.h"
#include "reports/json/json_value.h"

namespace veedor::reports {
namespace {

Json number_or_null(const std::optional<int>& number) { return number ? Json(*number) : Json(nullptr); }

Json write(const Scan& scan) {
  return {{"started_at", iso8601(scan.started_at)},
          {"finished_at", iso8601(scan.finished_at)},
          {"profile", inert(scan.profile)},
          {"language", name(scan.language)},
          {"complete", scan.complete},
          {"interrupted", scan.interrupted},
          {"limits_hit", texts(scan.limits_hit)},
          {"requests", scan.requests},
          {"bytes", scan.bytes}};
}

Json write(const AreaScore& area) {
  return {{"area", rules::name(area.area)},  {"base", area.base},  {"score", area.score}, {"cap", area.cap},
          {"cap_reason", name(area.reason)}, {"rules", area.rules}};
}

Json write(const Scores& scores) {
  return {{"model", inert(scores.model)},
          {"overall", number_or_null(scores.overall)},
          {"overall_base", number_or_null(scores.overall_base)},
          {"grade", inert(scores.grade)},
          {"withheld", name(scores.withheld)},
          {"pages_read", scores.pages_read},
          {"pages_sampled", scores.pages_sampled},
          {"areas", list(scores.areas, [](const AreaScore& area) { return write(area); })}};
}

Json write(const facts::Response& response) {
  auto hop = [](const facts::Hop& item) {
    return Json{{"url", inert(item.url.display())}, {"status", item.status}};
  };
  return {{"requested", inert(response.requested.display())},
          {"final_url", inert(response.final_url.display())},
          {"outcome", facts::name(response.outcome)},
          {"status", response.status},
          {"redirects", list(response.redirects, hop)}};
}

Json write(const facts::Host& host) {
  return {{"name", inert(host.name)},        {"http_port", host.http_port},
          {"https_port", host.https_port},   {"addresses", texts(host.addresses)},
          {"probed_at", iso8601(host.now)},  {"tls", reports::write(host.tls)},
          {"dns", reports::write(host.dns)}, {"plain", host.plain ? write(*host.plain) : Json(nullptr)}};
}

Json write(const facts::Component& component) {
  return {{"name", inert(component.name)},           {"version", inert(component.version)},
          {"kind", facts::name(component.kind)},     {"certainty", facts::name(component.certainty)},
          {"method", facts::name(component.method)}, {"location", inert(component.location)},
          {"evidence", inert(component.evidence)},   {"distribution", component.distribution}};
}

Json write(const Template& group) {
  return {{"id", inert(group.id)}, {"pages", group.pages}, {"example", inert(group.example)}};
}

Json write(const Decided& decided) {
  return {{"rule", inert(decided.rule)},
          {"area", rules::name(decided.area)},
          {"severity", rules::name(decided.severity)},
          {"templates", decided.templates},
          {"failed", decided.failed},
          {"standing", rules::name(decided.standing)}};
}

Json write(const facts::MissingSheet& sheet) {
  return {{"url", inert(sheet.url)}, {"reason", inert(sheet.reason)}, {"pages", sheet.pages}};
}

Json write(const CriterionRow& row) {
  return {{"criterion", inert(row.criterion)}, {"result", name(row.result)}, {"rules", texts(row.rules)}};
}

Json write(const Site& site) {
  return {{"origin", inert(site.origin)},
          {"scores", write(site.scores)},
          {"hosts", list(site.hosts, [](const facts::Host& item) { return write(item); })},
          {"components", list(site.components, [](const facts::Component& item) { return write(item); })},
          {"templates", list(site.templates, [](const Template& item) { return write(item); })},
          {"decided", list(site.decided, [](const Decided& item) { return write(item); })},
          {"style_sheets_missing",
           list(site.style_sheets_missing, [](const facts::MissingSheet& item) { return write(item); })},
          {"criteria", list(site.criteria, [](const CriterionRow& item) { return write(item); })}};
}

Json write(const facts::Redirect& redirect) {
  return {{"url", inert(redirect.url)}, {"status", redirect.status}};
}

Json write(const Page& page) {
  return {{"url", inert(page.url)},
          {"final_url", inert(page.final_url)},
          {"status", page.status},
          {"redirects", list(page.redirects, [](const facts::Redirect& item) { return write(item); })},
          {"template", inert(page.template_id)},
          {"outcome", inert(page.outcome)},
          {"title", inert(page.title)},
          {"language", inert(page.language)},
          {"encoding", inert(page.encoding)},
          {"canonical", inert(page.canonical)},
          {"robots", inert(page.robots)},
          {"depth", page.depth},
          {"partly_judged", texts(page.partly_judged)}};
}

Json write(const RuleCounts& rule) {
  return {{"id", inert(rule.id)},
          {"passed", rule.passed},
          {"failed", rule.failed},
          {"cant_tell", rule.cant_tell},
          {"inapplicable", rule.inapplicable},
          {"not_tested", rule.not_tested}};
}

Json write(const Occurrence& occurrence) {
  std::map<std::string, std::string> values;  // by name: what is read back is written the same
  for (const Value& value : occurrence.values) values.emplace(inert(value.name), inert(value.text));
  return {{"url", inert(occurrence.url)},
          {"selector", inert(occurrence.selector)},
          {"line", occurrence.line},
          {"column", occurrence.column},
          {"snippet", inert(occurrence.snippet)},
          {"message", inert(occurrence.message)},
          {"key", inert(occurrence.key)},
          {"values", values}};
}

Json write(const Finding& finding) {
  Json references = Json::object();
  for (const auto& [kind, items] : finding.references) references[inert(kind)] = texts(items);
  return {{"id", inert(finding.id)},
          {"rule", inert(finding.rule)},
          {"site", inert(finding.site)},
          {"area", rules::name(finding.area)},
          {"severity", rules::name(finding.severity)},
          {"confidence", rules::name(finding.confidence)},
          {"outcome", rules::name(finding.outcome)},
          {"standing", rules::name(finding.standing)},
          {"title", inert(finding.title)},
          {"message", inert(finding.message)},
          {"fix", inert(finding.fix)},
          {"status", inert(finding.status)},
          {"references", std::move(references)},
          {"count", finding.count},
          {"pages", finding.pages},
          {"templates", finding.templates},
          {"occurrences", list(finding.occurrences, [](const Occurrence& item) { return write(item); })}};
}

}  // namespace

std::string write_json(const Report& report) {
  const Json json = {{"schema_version", report.schema_version},
                     {"tool",
                      {{"name", inert(report.tool.name)},
                       {"version", inert(report.tool.version)},
                       {"ruleset", inert(report.tool.ruleset)}}},
                     {"scan", write(report.scan)},
                     {"sites", list(report.sites, [](const Site& item) { return write(item); })},
                     {"pages", list(report.pages, [](const Page& item) { return write(item); })},
                     {"rules", list(report.rules, [](const RuleCounts& item) { return write(item); })},
                     {"findings", list(report.findings, [](const Finding& item) { return write(item); })}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string_view json_schema() { return data::scan_schema; }

}  // namespace veedor::reports
