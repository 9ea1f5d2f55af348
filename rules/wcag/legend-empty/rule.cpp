// A legend without text: the group of fields has a frame, but no name.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element legend : page.document().all("legend")) {
    const html::Element group = legend.parent();
    if (!group.is("fieldset") || tree.is_excluded(group) || tree.role(group) == "none") continue;
    if (!tree.name(group).empty()) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
    } else {
      verdicts.push_back({.outcome = Outcome::failed, .message = "empty", .element = legend});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule legend_empty = define({
    .id = "wcag/legend-empty",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
