// The rules that exist and their texts in both languages, compiled from the rule folders.
#pragma once

#include <span>
#include <string_view>

#include "rules/rule.h"

namespace veedor::rules {

// Every rule of rules/CMakeLists.txt, sorted by id. A rule's index in this span is its number in a run.
std::span<const Rule* const> all_rules();
// By full id or by name alone ("hsts-missing"); null if there is none.
const Rule* find_rule(std::string_view id);

struct Section {
  std::string_view heading;  // "nginx", "Who is hurt"; "" for the text before the first sub-heading
  std::string_view body;     // Markdown: paragraphs, lists, fenced code, `code`, **strong**
};
struct Message {
  std::string_view key;
  std::string_view text;  // a sentence with {placeholders}
};
struct Texts {
  std::string_view title;
  std::string_view why;
  std::span<const Section> fix;  // the first has no heading and starts with one sentence that stands alone
  std::span<const Section> trainers;  // Who is hurt / What an attacker does / How to show it
  std::span<const Message> messages;  // sorted by key
};

// Views into constant memory.
const Texts& texts(const Rule& rule, Language language);
// The pattern of a message; empty for an unknown key.
std::string_view message(const Rule& rule, Language language, std::string_view key);
// The first sentence of the fix.
std::string_view fix_summary(const Rule& rule, Language language);

}  // namespace veedor::rules
