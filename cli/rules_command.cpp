// veedor rules and veedor explain: the catalogue on the terminal.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/gate.h"
#include "cli/severity_words.h"
#include "cli/speech.h"
#include "reports/text/layout.h"
#include "rules/catalogue.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

Exit list_rules(Language language) {
  std::size_t id_width = 0;
  std::size_t severity_width = 0;
  for (const rules::Rule* rule : rules::all_rules()) {
    id_width = std::max(id_width, rule->id.size());
    severity_width = std::max(severity_width, reports::display_width(say(word_of(rule->severity), language)));
  }
  for (const rules::Rule* rule : rules::all_rules()) {
    const std::string severity = say(word_of(rule->severity), language);
    std::printf("%s  %s  %s\n", reports::pad_right(rule->id, id_width).c_str(),
                reports::pad_right(severity, severity_width).c_str(),
                std::string(rules::texts(*rule, language).title).c_str());
  }
  return Exit::passed;
}

// The fixed English headings of the trainers' sections in the user's language; the others (nginx, Apache) are
// names.
std::string heading_words(std::string_view heading, Language language) {
  if (heading == "Who is hurt") return say(Word::subheading_who_is_hurt, language);
  if (heading == "What an attacker does") return say(Word::subheading_what_an_attacker_does, language);
  if (heading == "How to show it") return say(Word::subheading_how_to_show_it, language);
  return std::string(heading);
}

void print_heading(const std::string& text) { std::printf("\n%s\n\n", text.c_str()); }

void print_sections(std::span<const rules::Section> sections, Language language) {
  for (const rules::Section& section : sections) {
    if (!section.heading.empty()) std::printf("\n%s:\n\n", heading_words(section.heading, language).c_str());
    std::printf("%s\n", std::string(trim(section.body)).c_str());
  }
}

void print_references(const rules::References& references) {
  const std::pair<const char*, const rules::List*> lists[] = {
      {"WCAG 2.2", &references.wcag},      {"ACT", &references.act},       {"CWE", &references.cwe},
      {"OWASP", &references.owasp},        {"ASVS 5.0", &references.asvs}, {"RFC", &references.rfc},
      {"EN 301 549", &references.en301549}};
  for (const auto& [name, list] : lists) {
    if (list->empty()) continue;
    std::string line;
    for (std::string_view item : *list) line.append(line.empty() ? "" : ", ").append(item);
    std::printf("%s: %s\n", name, line.c_str());
  }
}

Exit no_such_rule(const std::string& id, Language language) {
  const bool by_name = id.find('/') == std::string::npos;
  std::vector<std::string> names;
  for (const rules::Rule* known : rules::all_rules()) names.emplace_back(by_name ? known->name() : known->id);
  const std::string near(nearest(id, names));
  const Word word = near.empty() ? Word::error_no_rule : Word::error_no_rule_near;
  return fail(complain(word, language, {{"rule", printable(id)}, {"suggestion", near}}), language);
}

Exit explain(const std::string& id, Language language) {
  const rules::Rule* rule = rules::find_rule(id);
  if (rule == nullptr) return no_such_rule(id, language);
  const rules::Texts& texts = rules::texts(*rule, language);
  std::printf(
      "%s\n%s · %s · %s\n", std::string(texts.title).c_str(), std::string(rule->id).c_str(),
      say(word_of(rule->severity), language).c_str(),
      say(Word::confidence, language, {{"confidence", say(word_of(rule->confidence), language)}}).c_str());
  print_heading(say(Word::heading_why, language));
  std::printf("%s\n", std::string(trim(texts.why)).c_str());
  print_heading(say(Word::heading_fix, language));
  print_sections(texts.fix, language);
  print_heading(say(Word::heading_trainers, language));
  print_sections(texts.trainers, language);
  print_heading(say(Word::heading_references, language));
  print_references(rule->references);
  return Exit::passed;
}

}  // namespace

Action add_rules(CLI::App& app, Language& language) {
  app.add_subcommand("rules", say(Word::about_rules, language));
  return [&language] { return list_rules(language); };
}

Action add_explain(CLI::App& app, Language& language) {
  CLI::App* command = app.add_subcommand("explain", say(Word::about_explain, language));
  auto id = std::make_shared<std::string>();  // shared by the parser's callback and the action, which outlive
                                              // this function
  command->add_option("rule", *id, say(Word::option_rule, language))->type_name("RULE")->required();
  return [id, &language] { return explain(*id, language); };
}

}  // namespace veedor::cli
