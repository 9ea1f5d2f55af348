// A label that belongs to no field.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool holds_control(html::Element label) {
  constexpr int kMaxNodes = 100;
  int seen = 0;
  for (html::Element inner = label.next_in(label); inner && seen < kMaxNodes;
       inner = inner.next_in(label), ++seen) {
    if (a11y::is_labelable(inner) || inner.has("role") || inner.tag().find('-') != std::string_view::npos)
      return true;
  }
  return seen == kMaxNodes;
}

// Referred to by aria-labelledby, it names something all the same.
bool is_referred_to(html::Element label, const html::Document& document) {
  const std::string_view id = label.attribute_or("id", "");
  if (id.empty()) return false;
  int seen = 0;
  for (html::Element element : document.with_attribute("aria-labelledby")) {
    if (++seen > 200) return true;  // too many to look at: no alarm
    for (std::string_view reference : split_whitespace(element.attribute_or("aria-labelledby", ""))) {
      if (reference == id) return true;
    }
  }
  return false;
}

// "": it labels something.
std::string_view problem(html::Element label, const html::Document& document) {
  const auto id = label.attribute("for");
  if (!id) return holds_control(label) ? "" : "no-for";
  const html::Element control = document.by_id(*id);
  if (!control) return "no-such-id";
  const bool custom = control.tag().find('-') != std::string_view::npos || control.has("role");
  return a11y::is_labelable(control) || custom ? "" : "no-field";
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element label : document.all("label")) {
    if (tree.is_excluded(label) || a11y::is_blank(label.text())) continue;
    const std::string_view key = problem(label, document);
    if (key.empty()) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    if (is_referred_to(label, document)) continue;
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = key,
         .element = label,
         .values = {{"label", shown(label.text(), 60)}, {"id", shown(label.attribute_or("for", ""), 60)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule label_orphan = define({
    .id = "wcag/label-orphan",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
