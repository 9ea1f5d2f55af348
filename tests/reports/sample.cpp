#include "sample.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "rules/engine.h"
#include "rules/findings.h"
#include "tls_sample.h"

namespace veedor::reports::sample {
namespace {

const Time kNow = *parse_iso8601("2026-11-23T04:05:06Z");
constexpr std::string_view kOrigin = "https://www.example.org";

url::Url url_of(const std::string& text) { return *url::Url::parse(text); }

facts::Page page(const std::string& url, const std::string& html) {
  facts::Response response;
  response.requested = response.final_url = url_of(url);
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.headers.add("content-type", "text/html; charset=utf-8");
  response.body = html;
  Result<html::Document> document = html::Document::parse(html);
  return {std::move(response), std::move(*document), "UTF-8"};
}

void add_page(const std::string& path, const std::string& html, rules::Findings& findings,
              facts::SiteSummary& site) {
  const facts::Page read = page(std::string(kOrigin) + path, html);
  findings.add(rules::judge(read));
  site.pages.push_back(facts::summarise(read));
}

void add_unread(const std::string& path, facts::Outcome outcome, int status, rules::Findings& findings,
                facts::SiteSummary& site) {
  facts::PageSummary summary;
  summary.url = summary.final_url = std::string(kOrigin) + path;
  summary.outcome = outcome;
  summary.status = status;
  findings.add_untested_page(summary.url);
  site.pages.push_back(summary);
}

facts::Host host() {
  facts::Host host{
      .name = "www.example.org", .addresses = {"203.0.113.7"}, .tls = {}, .plain = {}, .now = kNow};
  host.tls.outcome = facts::Outcome::read;
  host.tls.address = "203.0.113.7";
  host.tls.trust = facts::Trust::trusted;
  host.tls.name_matches = true;
  host.tls.cipher = "TLS_AES_128_GCM_SHA256";
  host.tls.versions = {{facts::TlsVersion::tls1_0, facts::Support::refused},
                       {facts::TlsVersion::tls1_2, facts::Support::offered},
                       {facts::TlsVersion::tls1_3, facts::Support::offered}};
  host.tls.chain = {{.subject = "CN=www.example.org",
                     .issuer = "CN=Example CA",
                     .common_name = "www.example.org",
                     .names = {"www.example.org"},
                     .not_before = kNow - std::chrono::days(400),
                     .not_after = kNow - std::chrono::days(3),
                     .key = facts::KeyKind::rsa,
                     .key_bits = 2048,
                     .signature_algorithm = "RSA-SHA256",
                     .sha256 = std::string(64, 'a')}};
  facts::Response plain;
  plain.requested = url_of("http://www.example.org/");
  plain.final_url = url_of("https://www.example.org/");
  plain.outcome = facts::Outcome::read;
  plain.status = 200;
  plain.body = "not kept";
  plain.redirects.push_back({.url = plain.requested, .status = 301, .headers = {}, .address = "203.0.113.7"});
  host.plain = plain;
  return host;
}

std::string html(const std::string& body) {
  return "<!DOCTYPE html><html lang=\"es\"><head><title>Página</title></head><body><main>" + body +
         "</main></body></html>";
}

SiteResult examine() {
  rules::Findings findings{std::string(kOrigin), 50};
  facts::SiteSummary site{.origin = std::string(kOrigin), .now = kNow};
  add_page("/", html("<h1>Inicio</h1><img src=\"a.png\"><img src=\"b.png\">"), findings, site);
  add_page("/contacto", html("<h1>Contacto</h1><p>Texto</p><ul><li>a</ul>"), findings, site);
  add_page("/mapa", html("<h1>Mapa</h1><table><tr><td><img src=\"map.png\"></table>"), findings, site);
  for (int i = 0; i < 20; ++i)
    add_page("/noticias/" + std::to_string(i), html("<h1>Noticia</h1><p>Texto</p><article><p>b</article>"),
             findings, site);
  add_unread("/privado", facts::Outcome::disallowed_by_robots, 0, findings, site);
  add_unread("/perdida", facts::Outcome::http_error, 404, findings, site);
  add_unread("/lenta", facts::Outcome::timed_out, 0, findings, site);
  site.hosts.push_back(host());
  site.components.push_back({.name = "jquery",
                             .version = "1.12.4",
                             .kind = facts::ComponentKind::library,
                             .certainty = facts::Certainty::likely,
                             .method = facts::Method::url,
                             .location = std::string(kOrigin) + "/jquery-1.12.4.min.js",
                             .evidence = "jquery-1.12.4.min.js"});
  for (std::size_t i = 0; i < 2; ++i) site.pages[i].gaps.add(css::Gap::sheet_missing);
  site.pages[1].gaps.add(css::Gap::sheet_truncated);
  site.missing_sheets = {
      {.url = "https://cdn.example/a.css", .reason = "other_host", .pages = 2},
      {.url = "https://cdn.example/b.css", .reason = "other_host"},
      {.url = std::string(kOrigin) + "/gone.css", .reason = "broken_link"},
      {.url = std::string(kOrigin) + "/slow.css", .reason = "timed_out"},
  };
  std::ranges::sort(site.pages, {}, &facts::PageSummary::url);
  facts::assign_templates(site.pages);
  std::map<std::string, std::string> templates;
  for (const facts::PageSummary& summary : site.pages) {
    if (!summary.template_id.empty()) templates.emplace(summary.final_url, summary.template_id);
  }
  findings.set_templates(std::move(templates));
  findings.add(rules::judge(site.hosts.front()));
  findings.add(rules::judge(site));
  return {std::move(site), findings.findings(), findings.results()};
}

}  // namespace

Report institution(Language language) {
  Scan scan;
  scan.started_at = kNow;
  scan.finished_at = kNow + std::chrono::seconds(75);
  scan.language = language;
  scan.limits_hit = {"too_many_queries", "over_page_limit", "over_page_limit"};
  scan.requests = 40;
  scan.bytes = 123456;
  return assemble(std::move(scan), {examine()});
}

std::string poison() {
  return "<script>alert(1)</script>\"'&{{x}}\x1b[31mred\x1b[0m\xE2\x80\xAE"
         "drawkcab\xFF\xC0\x80\n\x07" +
         std::string(10 * 1024, 'A');
}

Report hostile() {
  Report report = institution();
  const std::string bad = poison();
  for (Page& page : report.pages) {
    page.title = page.template_id = page.outcome = bad;
    page.partly_judged = {bad};
    page.final_url = page.url = "javascript:alert(1)//" + bad;
  }
  for (Finding& finding : report.findings) {
    finding.title = finding.message = finding.fix = finding.status = finding.site = bad;
    finding.references["wcag"].push_back(bad);
    for (Occurrence& occurrence : finding.occurrences) {
      occurrence = {.url = "javascript:alert(1)//" + bad,
                    .selector = bad,
                    .snippet = bad,
                    .message = bad,
                    .key = bad,
                    .values = {{bad, bad}}};
    }
  }
  report.scan.limits_hit = {bad};
  report.tool.version = report.tool.ruleset = bad;
  for (Site& site : report.sites) {
    site.origin = site.scores.model = site.scores.grade = bad;
    for (facts::Host& host : site.hosts) {
      std::optional<facts::Response> plain = std::move(host.plain);
      host = hostile_host(bad);
      host.plain = std::move(plain);
    }
    for (facts::Component& component : site.components)
      component.name = component.version = component.location = component.evidence = bad;
    for (Template& group : site.templates) group.id = group.example = bad;
    for (Decided& rule : site.decided) rule.rule = bad;
    for (facts::MissingSheet& sheet : site.style_sheets_missing) sheet.url = sheet.reason = bad;
  }
  return report;
}

}  // namespace veedor::reports::sample
