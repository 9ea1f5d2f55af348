// A <summary> without text: nobody knows what opens there.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

// ACT 2t702h. A presentational role has no effect, since the summary takes the focus; others have rules of
// their own.
bool applies(html::Element summary, const a11y::Tree& tree) {
  const std::string_view role = explicit_role(summary);
  const bool plain = role.empty() || role == "none" || role == "presentation";
  return plain && a11y::is_first_summary(summary) && !tree.is_excluded(summary);
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element summary : document.all("summary")) {
    if (!applies(summary, tree)) continue;
    if (!tree.name(summary).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(summary) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed, .message = inside_key(summary), .element = summary});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule summary_name = define({
    .id = "wcag/summary-name",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2"}, .act = {"2t702h"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
