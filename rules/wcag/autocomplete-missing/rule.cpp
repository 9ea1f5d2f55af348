// A field about the person who fills it in, without the mark by which browsers fill it in for her.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element field : form_fields(page)) {
    if (is_choice(field) || !form_of(field) || !tree.is_focusable(field)) continue;
    const std::string_view value = autocomplete_for(tree.name(field));
    if (value.empty()) continue;
    if (field.has("autocomplete")) {  // whether it is valid is another rule's question
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "missing",
                        .element = field,
                        .values = {{"label", shown(tree.name(field), 60)}, {"value", std::string(value)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule autocomplete_missing = define({
    .id = "wcag/autocomplete-missing",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.5"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
