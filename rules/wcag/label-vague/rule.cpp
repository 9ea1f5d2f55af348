// A label that does not say what belongs into the field: "Field", "Text", "Menu".
#include "rules/rule.h"

#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "rules/support/visible_text.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// The labels that can be seen: a hidden one helps nobody who looks.
std::vector<std::string> visible_labels(html::Element field, const a11y::Labels& labels,
                                        const facts::Page& page) {
  std::vector<std::string> texts;
  for (html::Element label : label_elements(field, labels, page.document())) {
    if (!page.tree().is_in_sight(label)) continue;
    std::string text = collapse_whitespace(visible_text(label, page.tree()));
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

Verdicts check(const facts::Page& page) {
  const std::vector<html::Element> fields = form_fields(page);
  Verdicts verdicts;
  if (fields.empty()) return verdicts;
  const a11y::Labels labels(page.document());
  for (html::Element field : fields) {
    const std::vector<std::string> texts = visible_labels(field, labels, page);
    if (texts.empty()) continue;
    bool vague = true;
    for (const std::string& text : texts) vague = vague && is_vague_label(text);
    if (vague) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "vague",
                          .element = field,
                          .values = {{"label", shown(texts.front(), 60)}, {"field", field_key(field)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule label_vague = define({
    .id = "wcag/label-vague",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.6"}, .act = {"cc0f0a"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
