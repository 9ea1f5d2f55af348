// Findings by rule, cause and place, with the texts of the rule.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "reports/html/markdown.h"
#include "reports/html/view.h"
#include "reports/speech.h"
#include "reports/summary.h"
#include "rules/catalogue.h"
#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kPlaces = 20;      // shown of one finding
constexpr std::size_t kCauses = 40;      // shown of one rule
constexpr std::size_t kOpenPlaces = 5;   // a single cause with so few places is shown unfolded
constexpr std::size_t kReferences = 40;  // chips of one rule

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_ascii_digit); }

// Where a reference can be read; "" where its text does not have the expected form.
std::string address_of(std::string_view kind, std::string_view reference) {
  if (kind == "wcag") {
    const std::optional<rules::WcagCriterion> criterion = rules::wcag_criterion(reference);
    return criterion ? "https://www.w3.org/WAI/WCAG22/Understanding/" + std::string(criterion->page) : "";
  }
  if (kind == "act" && reference.size() == 6 && std::ranges::all_of(reference, is_ascii_alnum))
    return "https://www.w3.org/WAI/standards-guidelines/act/rules/" + std::string(reference) + "/";
  if (kind == "cwe" && reference.starts_with("CWE-") && all_digits(reference.substr(4)))
    return "https://cwe.mitre.org/data/definitions/" + std::string(reference.substr(4)) + ".html";
  if (kind == "rfc" && reference.starts_with("RFC ")) {
    const std::string_view rest = reference.substr(4);
    const std::string_view number = rest.substr(0, rest.find(' '));
    if (all_digits(number)) return "https://www.rfc-editor.org/rfc/rfc" + std::string(number);
  }
  return "";
}

std::string label_of(std::string_view kind, std::string_view reference) {
  static const std::map<std::string_view, std::string_view> kPrefixes = {{"wcag", "WCAG "},
                                                                         {"act", "ACT "},
                                                                         {"owasp", "OWASP "},
                                                                         {"asvs", "ASVS "},
                                                                         {"en301549", "EN 301 549 "}};
  const auto prefix = kPrefixes.find(kind);
  return (prefix == kPrefixes.end() ? "" : std::string(prefix->second)) + shown(reference, 60);
}

View references_view(const Finding& finding) {
  View out = view_list();
  std::size_t count = 0;
  for (const auto& [kind, items] : finding.references) {
    for (const std::string& item : items) {
      if (++count > kReferences) return out;
      View chip{"label", label_of(kind, item)};
      const std::string address = address_of(kind, item);
      if (!address.empty()) chip.set("href", address);
      out << chip;
    }
  }
  return out;
}

View sections_view(std::span<const rules::Section> sections, Language language) {
  View out = view_list();
  for (const rules::Section& section : sections) {
    std::string heading(section.heading);
    if (heading == "Who is hurt") heading = say(Word::html_who_is_hurt, language);
    if (heading == "What an attacker does") heading = say(Word::html_what_an_attacker_does, language);
    if (heading == "How to show it") heading = say(Word::html_how_to_show_it, language);
    View view{"html", markdown_to_html(section.body)};
    if (!heading.empty()) view.set("heading", heading);
    out << view;
  }
  return out;
}

View place_view(const Occurrence& occurrence, const Finding& finding, Language language) {
  View view{"url", link_view(occurrence.url)};
  if (occurrence.line > 0)
    view.set("line", say(Word::line, language, {{"line", std::to_string(occurrence.line)}}));
  if (!occurrence.selector.empty()) view.set("selector", shown(occurrence.selector));
  if (!occurrence.snippet.empty()) view.set("snippet", shown(occurrence.snippet));
  if (occurrence.message != finding.message || occurrence.snippet.empty())
    view.set("detail", shown(occurrence.message, 600));
  return view;
}

View cause_view(const Finding& finding, bool alone, Language language) {
  const std::size_t count = std::min(kPlaces, finding.occurrences.size());
  View places = view_list();
  for (std::size_t i = 0; i < count; ++i) places << place_view(finding.occurrences[i], finding, language);
  View view{"id", shown(finding.id, 40)};
  view.set("message", shown(finding.message, 600));
  view.set("count", counted(finding.count, Word::occurrences_one, Word::occurrences, language));
  if (finding.status != "new")  // without a baseline everything is
    view.set("status", status_word(finding.status, language));
  view.set("places", places);
  view.set("open", alone && count <= kOpenPlaces);
  const int more = finding.count - static_cast<int>(count);
  if (more > 0) view.set("more", say(Word::more_places, language, {{"count", std::to_string(more)}}));
  return view;
}

void add_texts(const Finding& finding, Language language, View& view) {
  const rules::Rule* rule = rules::find_rule(finding.rule);
  if (rule == nullptr) return;
  const rules::Texts& texts = rules::texts(*rule, language);
  view.set("has_why", true);
  view.set("has_trainers", !texts.trainers.empty());
  view.set("why", markdown_to_html(texts.why));
  view.set("fixes", sections_view(texts.fix, language));
  view.set("trainers", sections_view(texts.trainers, language));
}

void add_severity(rules::Severity severity, Language language, View& view) {
  view.set("severity_key", std::string(rules::name(severity)));
  view.set("severity", say(word_of(severity), language));
  view.set("symbol", std::string(symbol(severity)));
}

int distinct_pages(const std::vector<const Finding*>& causes) {
  int most = 0;  // causes may share pages, so their sum would count some twice
  for (const Finding* cause : causes) most = std::max(most, cause->pages);
  return most;
}

View rule_view(const std::vector<const Finding*>& causes, const Report& report) {
  const Language language = report.scan.language;
  const Finding& first = *causes.front();
  View view{"title", shown(first.title)};
  add_severity(first.severity, language, view);
  view.set("rule", shown(first.rule, 80));
  view.set("area", say(word_of(first.area), language));
  view.set("confidence", say(word_of(first.confidence), language));
  if (first.outcome == rules::Outcome::failed) {
    const RuleCounts* counts = nullptr;
    for (const RuleCounts& rule : report.rules) {
      if (rule.id == first.rule) counts = &rule;
    }
    int templates = 0;
    for (const Site& site : report.sites) {
      for (const Decided& rule : site.decided) templates += rule.rule == first.rule ? rule.failed : 0;
    }
    const int subjects = counts == nullptr ? distinct_pages(causes) : counts->failed;
    view.set("extent", extent({&first, subjects, templates, {}}, language));
  }
  view.set("fix", markdown_to_html(shown(first.fix, 600)));
  const View references = references_view(first);
  view.set("references", references);
  view.set("has_references", !references.list_value().empty());
  add_texts(first, language, view);
  View list = view_list();
  for (std::size_t i = 0; i < std::min(kCauses, causes.size()); ++i)
    list << cause_view(*causes[i], causes.size() == 1, language);
  view.set("causes", list);
  if (causes.size() > kCauses)
    view.set("more_causes",
             say(Word::more_places, language, {{"count", std::to_string(causes.size() - kCauses)}}));
  return view;
}

FindingsSection section_of(const Finding& finding) {
  if (finding.outcome == rules::Outcome::cant_tell) return FindingsSection::undecided;
  return finding.standing == rules::Standing::best_practice ? FindingsSection::best_practices
                                                            : FindingsSection::failed;
}

}  // namespace

View first_view(const Report& report, std::size_t count) {
  const Language language = report.scan.language;
  View out = view_list();
  for (const Priority& priority : priorities(report)) {
    if (count-- == 0) break;
    View view{"id", shown(priority.finding->id, 40)};
    add_severity(priority.finding->severity, language, view);
    view.set("title", shown(priority.finding->title));
    view.set("extent", shown(extent_with_sites(priority, report)));
    view.set("message", shown(priority.finding->message, 300));
    if (!priority.finding->occurrences.empty()) {
      const Occurrence& occurrence = priority.finding->occurrences.front();
      View place{"url", link_view(occurrence.url)};
      if (occurrence.line > 0)
        place.set("line", say(Word::line, language, {{"line", std::to_string(occurrence.line)}}));
      view.set("place", place);
    }
    view.set("fix", markdown_to_html(shown(priority.finding->fix, 600)));
    out << view;
  }
  return out;
}

View findings_view(const Report& report, FindingsSection section) {
  View out = view_list();
  for (const std::vector<const Finding*>& causes : by_rule(report)) {
    if (section_of(*causes.front()) == section) out << rule_view(causes, report);
  }
  return out;
}

}  // namespace veedor::reports
