#include "rules/catalogue.h"

#include <algorithm>
#include <cassert>

#include "rules/compiled.h"

namespace veedor::rules {

std::span<const Rule* const> all_rules() { return compiled.rules; }

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::find_if(
      compiled.rules, [id](const Rule* rule) { return rule->id == id || rule->name() == id; });
  return found == compiled.rules.end() ? nullptr : *found;
}

const Texts& texts(const Rule& rule, Language language) {
  const auto found = std::ranges::lower_bound(compiled.rules, rule.id, {}, &Rule::id);
  assert(found != compiled.rules.end() && *found == &rule);
  const auto index = static_cast<std::size_t>(found - compiled.rules.begin());
  return language == Language::es ? compiled.spanish[index] : compiled.english[index];
}

std::string_view message(const Rule& rule, Language language, std::string_view key) {
  const std::span<const Message> messages = texts(rule, language).messages;
  const auto found = std::ranges::lower_bound(messages, key, {}, &Message::key);
  return found != messages.end() && found->key == key ? found->text : std::string_view();
}

std::string_view fix_summary(const Rule& rule, Language language) {
  const std::string_view text = texts(rule, language).fix.front().body;
  return text.substr(0, text.find('\n'));  // veedor_catalog puts the first paragraph on one line
}

}  // namespace veedor::rules
