// Checks every rule folder and compiles the texts of all rules into one source.
#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog/cases.h"
#include "rules/catalog/commands.h"
#include "rules/catalog/rule_texts.h"
#include "rules/catalog/source.h"
#include "scanner/base/text.h"

namespace veedor::catalog {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kGroups = {"tls",        "headers", "exposure",
                                                     "components", "wcag",    "function"};

struct RuleFolder {
  std::string id;
  RuleTexts en;
  RuleTexts es;
};

std::set<std::string> read_list(const fs::path& path, Problems& problems) {
  std::ifstream in(path);
  if (!in) problems.push_back({path.string(), 0, "the list of rules cannot be read"});
  std::set<std::string> ids;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::string id(trim(line));
    const std::size_t slash = std::min(id.find('/'), id.size());
    if (id.empty()) continue;
    if (std::ranges::find(kGroups, std::string_view(id).substr(0, slash)) == kGroups.end() ||
        slash + 1 >= id.size()) {
      problems.push_back({path.string(), number, "'" + id + "' is not group/name with a known group"});
    } else if (!ids.insert(id).second) {
      problems.push_back({path.string(), number, "'" + id + "' is listed twice"});
    }
  }
  return ids;
}

// A folder that holds a rule and is not listed would silently not run.
void find_unlisted(const fs::path& rules, const std::string& shown, const std::set<std::string>& listed,
                   Problems& problems) {
  std::set<std::string> found;
  for (std::string_view group : kGroups) {
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(rules / group, none)) {
      const bool rule = fs::exists(entry.path() / "rule.cpp") || fs::exists(entry.path() / "en.md");
      if (rule) found.insert((fs::path(group) / entry.path().filename()).string());
    }
  }
  for (const std::string& id : found) {
    if (!listed.contains(id))
      problems.push_back(
          {fmt::format("{}/{}", shown, id), 0, "the rule is not listed in rules/CMakeLists.txt"});
  }
}

RuleFolder read_folder(const fs::path& rules, const std::string& shown, const std::string& id,
                       Problems& problems) {
  const fs::path folder = rules / id;
  const std::string name = shown + "/" + id;
  RuleFolder rule{.id = id, .en = {}, .es = {}};
  if (!fs::is_directory(folder)) {
    problems.push_back({name, 0, "the rule is listed in rules/CMakeLists.txt but has no folder"});
    return rule;
  }
  if (!fs::exists(folder / "rule.cpp")) problems.push_back({name + "/rule.cpp", 0, "the file is missing"});
  bool both = true;  // could be read
  for (const auto& [file, texts] : {std::pair{"en.md", &rule.en}, std::pair{"es.md", &rule.es}}) {
    const std::size_t before = problems.size();
    const Markdown markdown = read_markdown(folder / file, name + "/" + file, problems);
    both = both && problems.size() == before;
    if (problems.size() == before) *texts = read_rule_texts(markdown, problems);
  }
  if (both) compare_rule_texts(rule.en, rule.es, problems);

  const std::size_t before = problems.size();
  const Markdown markdown = read_markdown(folder / "cases.md", name + "/cases.md", problems);
  if (problems.size() == before && both) {
    check_cases(read_cases(markdown, problems), markdown.file, rule.en.messages, problems);
  }
  return rule;
}

std::string sections(const std::string& name, const std::vector<TextSection>& texts) {
  std::string out = "constexpr Section " + name + "[] = {\n";
  for (const TextSection& text : texts)
    out += "    {" + literal(text.heading) + ",\n" + literal(text.body) + "},\n";
  return out + "};\n";
}

// The arrays of one language of one rule; `prefix` makes their names unique.
std::string arrays(const std::string& prefix, const RuleTexts& texts) {
  std::string out = sections(prefix + "_fix", texts.fix) + sections(prefix + "_trainers", texts.trainers);
  out += "constexpr Message " + prefix + "_messages[] = {\n";
  for (const Entry& entry : texts.messages)
    out += "    {" + literal(entry.key) + ",\n" + literal(entry.text) + "},\n";
  return out + "};\n";
}

std::string row(const std::string& prefix, const RuleTexts& texts) {
  return "    {.title = " + literal(texts.title) + ",\n.why = " + literal(texts.why) + ",\n.fix = " + prefix +
         "_fix,\n.trainers = " + prefix + "_trainers,\n.messages = " + prefix + "_messages},\n";
}

std::string generate(const std::vector<RuleFolder>& rules) {
  std::string declarations, pointers, data, english, spanish;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string group = rules[i].id.substr(0, rules[i].id.find('/'));
    const std::string variable = identifier(rules[i].id.substr(group.size() + 1));
    const std::string number = "rule" + std::to_string(i);
    declarations += fmt::format("namespace {} {{\nextern const Rule {};\n}}\n", group, variable);
    pointers += fmt::format("    &{}::{},\n", group, variable);
    data += fmt::format("\n// {}\n{}{}", rules[i].id, arrays(number + "_en", rules[i].en),
                        arrays(number + "_es", rules[i].es));
    english += row(number + "_en", rules[i].en);
    spanish += row(number + "_es", rules[i].es);
  }
  const std::string count = std::to_string(rules.size());
  const auto table = [&count](const std::string& type, const std::string& name, const std::string& rows) {
    return "\nconstexpr std::array<" + type + ", " + count + "> " + name + " = {{\n" + rows + "}};\n";
  };
  return "// Generated by veedor_catalog from the rule folders. Do not edit.\n#include <array>\n\n"
         "#include \"rules/compiled.h\"\n\nnamespace veedor::rules {\n\n" +
         declarations + "\nnamespace {\n" + data + table("const Rule*", "kRules", pointers) +
         table("Texts", "kEnglish", english) + table("Texts", "kSpanish", spanish) +
         "\n}  // namespace\n\nconstinit const Compiled compiled = {kRules, kEnglish, kSpanish};\n\n"
         "}  // namespace veedor::rules\n";
}

}  // namespace

Problems compile_rules(const fs::path& list, const fs::path& rules, const fs::path& out) {
  Problems problems;
  const std::string shown = rules.filename().string();
  const std::set<std::string> ids = read_list(list, problems);
  find_unlisted(rules, shown, ids, problems);
  std::vector<RuleFolder> folders;
  folders.reserve(ids.size());
  for (const std::string& id : ids) folders.push_back(read_folder(rules, shown, id, problems));
  if (problems.empty()) write_if_changed(out, generate(folders), problems);
  return problems;
}

}  // namespace veedor::catalog
