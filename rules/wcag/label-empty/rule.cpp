// A label without text beside a field.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool is_named_otherwise(html::Element field, const a11y::Tree& tree) {
  return field && !tree.name(field).empty();
}

// What the label is about: the element of its for attribute, or the first control in it.
html::Element control_of(html::Element label, const html::Document& document) {
  if (const auto id = label.attribute("for")) return document.by_id(*id);
  int seen = 0;
  for (html::Element inner = label.next_in(label); inner && seen < 50; inner = inner.next_in(label), ++seen) {
    if (a11y::is_labelable(inner)) return inner;
  }
  return {};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element label : page.document().all("label")) {
    if (tree.is_excluded(label)) continue;
    const html::Element control = control_of(label, page.document());
    // A switch drawn with style sheets is an empty label beside a field that is named otherwise.
    if (inside(label) != Inside::nothing || !a11y::is_blank(label.text()) ||
        is_named_otherwise(control, tree)) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    if (unread && class_says_hidden(label)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "empty",
                        .element = label,
                        .values = {{"field", control ? field_key(control) : shown_tag(label)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule label_empty = define({
    .id = "wcag/label-empty",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"3.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
