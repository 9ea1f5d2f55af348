// A field whose only name is its placeholder or its tooltip: it disappears, or is not there until one points
// at it.
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
    const a11y::NameSource source = tree.name_source(field);
    const bool placeholder = source == a11y::NameSource::placeholder;
    if (placeholder || source == a11y::NameSource::title) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = placeholder ? "placeholder" : "title",
                          .element = field,
                          .values = {{"name", shown(tree.name(field), 60)}, {"field", field_key(field)}}});
    } else if (verdicts.empty() && source != a11y::NameSource::none) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule label_not_visible = define({
    .id = "wcag/label-not-visible",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
