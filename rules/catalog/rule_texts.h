// The text of one rule in one language, read from its en.md or es.md.
#pragma once

#include <string>
#include <vector>

#include "rules/catalog/markdown.h"

namespace veedor::catalog {

struct TextSection {
  std::string heading;  // "" for the text before the first sub-heading
  std::string body;
};

struct RuleTexts {
  std::string file;
  std::string title;
  std::string why;
  std::vector<TextSection> fix;  // the first has no heading
  std::vector<TextSection> trainers;
  std::vector<Entry> messages;  // sorted by key
};

// What is missing, unknown, empty or said twice is a problem.
RuleTexts read_rule_texts(const Markdown& markdown, Problems& problems);
// What must be the same in both languages: sub-headings of the fix, sections for trainers, messages and
// placeholders.
void compare_rule_texts(const RuleTexts& en, const RuleTexts& es, Problems& problems);

}  // namespace veedor::catalog
