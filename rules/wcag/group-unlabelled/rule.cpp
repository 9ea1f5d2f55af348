// Radio buttons that answer one question, and nothing that names the question.
#include "rules/rule.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// The nearest fieldset, group or list of radio buttons that has a name.
bool has_named_group(html::Element field, const a11y::Tree& tree) {
  int level = 0;
  for (html::Element up = field.parent(); up && level < a11y::kMaxLevels; up = up.parent(), ++level) {
    const bool group =
        up.is("fieldset") || (up.has("role") && (tree.role(up) == "group" || tree.role(up) == "radiogroup"));
    if (group && !tree.name(up).empty()) return true;
    if (up.is("form")) return false;
  }
  return false;
}

// In a row of a table the headers name the question.
bool is_in_row(html::Element field) { return group_of(field).is("tr"); }

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::map<std::pair<const void*, std::string_view>, std::vector<html::Element>> groups;
  for (html::Element input : page.document().all("input")) {
    const std::string_view name = input.attribute_or("name", "");
    if (name.empty() || a11y::input_type(input) != "radio" || tree.is_excluded(input)) continue;
    groups[{form_of(input).id(), name}].push_back(input);
  }
  Verdicts verdicts;
  for (const auto& [key, buttons] : groups) {
    if (buttons.size() < 2 || is_in_row(buttons.front())) continue;
    // aria-labelledby or aria-describedby may say the question at each button.
    const html::Element first = buttons.front();
    if (has_named_group(first, tree) || first.has("aria-labelledby") || !tree.description(first).empty()) {
      verdicts.push_back({Outcome::passed});
    } else {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "no-group",
                          .element = first,
                          .values = {{"name", shown(key.second, 60)},
                                     {"count", std::to_string(buttons.size())},
                                     {"first", shown(tree.name(first), 60)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule group_unlabelled = define({
    .id = "wcag/group-unlabelled",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
