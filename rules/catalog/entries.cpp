// The lists of "- key: text" that messages and interface words are written as.
#include <algorithm>
#include <string_view>

#include "rules/catalog/markdown.h"
#include "scanner/base/message.h"
#include "scanner/base/text.h"

namespace veedor::catalog {
namespace {

bool is_kebab_case(std::string_view key) {
  if (key.empty() || !is_ascii_alpha(key.front()) || key.back() == '-') return false;
  return std::ranges::all_of(key,
                             [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-'; });
}

// An opening brace that starts no {placeholder}: "{ days }", "{días}".
bool has_broken_placeholder(std::string_view text) {
  std::string rest(text);
  for (const std::string& name : placeholders(text)) {
    const std::string whole = "{" + name + "}";
    for (std::size_t at = rest.find(whole); at != std::string::npos; at = rest.find(whole)) {
      rest.erase(at, whole.size());
    }
  }
  return rest.find_first_of("{}") != std::string::npos;
}

void check_entry(const Entry& entry, const std::string& file, Problems& problems) {
  if (!is_kebab_case(entry.key)) {
    problems.push_back({file, entry.line, "the key '" + entry.key + "' is not kebab-case"});
  }
  if (entry.text.empty()) problems.push_back({file, entry.line, "the text of '" + entry.key + "' is empty"});
  if (has_broken_placeholder(entry.text)) {
    problems.push_back(
        {file, entry.line,
         "a brace of '" + entry.key + "' is not part of a {placeholder} of letters, digits and _"});
  }
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "{" : ", {") + name + "}";
  return out.empty() ? "none" : out;
}

// Keys of `wanted` that `present` lacks.
void report_missing(const std::vector<Entry>& wanted, const std::vector<Entry>& present,
                    const std::string& file, Problems& problems) {
  for (const Entry& entry : wanted) {
    if (!std::ranges::binary_search(present, entry.key, {}, &Entry::key)) {
      problems.push_back({file, 0, "the text '" + entry.key + "' is missing; the other language has it"});
    }
  }
}

}  // namespace

std::vector<Entry> read_entries(std::span<const Line> lines, const std::string& file, Problems& problems) {
  std::vector<Entry> entries;
  for (const Line& line : lines) {
    const std::string_view text = line.text;
    if (line.blank()) continue;
    if (line.kind == LineKind::text && text.starts_with("- ")) {
      const std::size_t colon = std::min(text.find(':'), text.size());
      const std::string_view value = trim(text.substr(std::min(colon + 1, text.size())));
      entries.push_back({std::string(trim(text.substr(2, colon - 2))), std::string(value), line.number});
    } else if (line.kind == LineKind::text && text.starts_with("  ") && !entries.empty()) {
      std::string& last = entries.back().text;
      if (!last.empty()) last += ' ';
      last += trim(text);
    } else {
      problems.push_back(
          {file, line.number, "expected '- key: text', or a continuation indented by two spaces"});
    }
  }
  for (const Entry& entry : entries) check_entry(entry, file, problems);
  return entries;
}

void sort_entries(std::vector<Entry>& entries, const std::string& file, Problems& problems) {
  std::ranges::stable_sort(entries, {}, &Entry::key);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (entries[i].key != entries[i - 1].key) continue;
    problems.push_back(
        {file, entries[i].line,
         "the key '" + entries[i].key + "' was used before, in line " + std::to_string(entries[i - 1].line)});
  }
}

void compare_entries(const std::vector<Entry>& first, const std::string& first_file,
                     const std::vector<Entry>& second, const std::string& second_file, Problems& problems) {
  report_missing(first, second, second_file, problems);
  report_missing(second, first, first_file, problems);
  for (const Entry& entry : first) {
    const auto other = std::ranges::lower_bound(second, entry.key, {}, &Entry::key);
    if (other == second.end() || other->key != entry.key) continue;
    const auto here = placeholders(entry.text);
    const auto there = placeholders(other->text);
    if (here == there) continue;
    problems.push_back({second_file, other->line,
                        "the placeholders of '" + entry.key + "' differ: " + listed(there) + " here, " +
                            listed(here) + " in the other language"});
  }
}

}  // namespace veedor::catalog
