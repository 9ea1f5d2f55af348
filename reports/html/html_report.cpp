#include "reports/html/html_report.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include <kainjow/mustache.hpp>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include "data/host_template.h"
#include "data/report_style.h"
#include "data/report_template.h"
#include "data/rule_template.h"
#include "data/table_template.h"
#include "reports/html/tls_blocks.h"
#include "reports/html/view.h"
#include "reports/speech.h"
#include "reports/summary.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kFirst = 3;
constexpr std::size_t kPages = 1000;

// CSP 3 §6.7.2.4: the one style sheet is allowed by the hash of its text.
std::string style_hash() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  const std::string style(data::report_style);
  EVP_Digest(style.data(), style.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  std::array<unsigned char, 4 * ((SHA256_DIGEST_LENGTH + 2) / 3) + 1> base64{};
  EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(digest.size()));
  return "sha256-" + std::string(base64.begin(), base64.end() - 1);
}

// The words that a template asks for: {{t.html-skip}}.
void add_words(std::string_view rest, Language language, View& words) {
  constexpr std::string_view kOpening = "{{t.";
  for (std::size_t at = rest.find(kOpening); at != std::string_view::npos; at = rest.find(kOpening)) {
    rest.remove_prefix(at + kOpening.size());
    const std::string key(rest.substr(0, rest.find('}')));
    const auto word = words::reports::find(key);
    assert(word);
    if (word) words.set(key, say(*word, language));
  }
}

View template_words(Language language) {
  View words{View::type::object};
  add_words(data::report_template, language, words);
  add_words(data::rule_template, language, words);
  return words;
}

std::string title_of(const Report& report) {
  const Language language = report.scan.language;
  if (report.sites.size() == 1)
    return say(Word::html_title, language, {{"site", shown(report.sites.front().origin)}});
  return say(Word::html_title_many, language, {{"count", std::to_string(report.sites.size())}});
}

std::string intro_of(const Report& report) {
  const Language language = report.scan.language;
  return say(Word::html_intro, language,
             {{"date", iso_date(report.scan.started_at)},
              {"pages", joined(page_counts(report), ", ")},
              {"templates", counted(templates_seen(report), Word::templates_one, Word::templates, language)},
              {"hosts", counted(hosts_seen(report), Word::hosts_one, Word::hosts, language)}});
}

std::string tested_of(const Report& report) {
  const auto decided = std::ranges::count_if(
      report.rules, [](const RuleCounts& rule) { return rule.passed + rule.failed > 0; });
  return say(Word::html_tested, report.scan.language,
             {{"pages", joined(page_counts(report), ", ")}, {"rules", std::to_string(decided)}});
}

View person_view(const Report& report) {
  const Language language = report.scan.language;
  View out = view_list();
  const int undecided = undecided_findings(report);
  if (undecided > 0)
    out << View{"text", counted(undecided, Word::person_findings_one, Word::person_findings, language)};
  out << View{"text", criteria_counts(report)};
  const int beyond = rules_beyond(report);
  if (beyond > 0)
    out << View{"text", counted(beyond, Word::beyond_profile_one, Word::beyond_profile, language)};
  return out;
}

View method_view(const Report& report) {
  const Language language = report.scan.language;
  View out = view_list();
  out << View{"text", say(Word::html_method_scan, language,
                          {{"version", shown(report.tool.version, 40)},
                           {"ruleset", shown(report.tool.ruleset, 40)},
                           {"start", iso8601(report.scan.started_at)},
                           {"end", iso8601(report.scan.finished_at)},
                           {"requests", std::to_string(report.scan.requests)},
                           {"bytes", std::to_string(report.scan.bytes)}})};
  const std::string model = report.sites.empty() ? Scores{}.model : report.sites.front().scores.model;
  out << View{"text", say(Word::html_method_score, language, {{"model", shown(model, 40)}})};
  out << View{"text", say(Word::html_method_limits, language)};
  return out;
}

// A list and whether there is anything in it: the template shows a table only where there is.
void set_list(const char* name, const View& list, View& view) {
  view.set(name, list);
  view.set(std::string("has_") + name, !list.list_value().empty());
}

View view_of(const Report& report) {
  const Language language = report.scan.language;
  View view{"lang", std::string(language == Language::es ? "es" : "en")};
  view.set("t", template_words(language));
  view.set("rule_card", kainjow::mustache::partial([] { return std::string(data::rule_template); }));
  view.set("host_card", kainjow::mustache::partial([] { return std::string(data::host_template); }));
  view.set("table_card", kainjow::mustache::partial([] { return std::string(data::table_template); }));
  view.set("style", std::string(data::report_style));
  view.set("style_hash", style_hash());
  view.set("title", title_of(report));
  view.set("intro", intro_of(report));
  view.set("tested", tested_of(report));
  set_list("sites", grades_view(report), view);
  const View first = first_view(report, kFirst);
  view.set("first_heading",
           say(first.list_value().size() < kFirst ? Word::html_heading_first_few : Word::html_heading_first,
               language));
  set_list("first", first, view);
  set_list("untested", untested_view(report), view);
  set_list("person", person_view(report), view);
  set_list("failed", findings_view(report, FindingsSection::failed), view);
  set_list("undecided", findings_view(report, FindingsSection::undecided), view);
  set_list("practices", findings_view(report, FindingsSection::best_practices), view);
  set_list("criteria", criteria_view(report), view);
  set_list("pages", pages_view(report, kPages), view);
  if (report.pages.size() > kPages) {
    view.set("more_pages",
             say(Word::html_more_pages, language, {{"count", std::to_string(report.pages.size() - kPages)}}));
  }
  set_list("components", components_view(report), view);
  set_list("hosts", hosts_view(report), view);
  view.set("tls_hosts", tls_hosts_view(report));
  set_list("rules", rules_view(report), view);
  set_list("method", method_view(report), view);
  return view;
}

}  // namespace

std::string write_html(const Report& report) {
  kainjow::mustache::mustache page{std::string(data::report_template)};
  assert(page.is_valid());
  return page.render(view_of(report));
}

}  // namespace veedor::reports
