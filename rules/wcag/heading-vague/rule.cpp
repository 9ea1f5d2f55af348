// A heading that does not say what follows: "Heading 1", "Lorem ipsum".
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element heading : tree.with_role("heading")) {
    const std::string_view name = tree.name(heading);
    if (name.empty() || tree.is_excluded(heading)) continue;
    if (is_vague_heading(name)) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "vague",
                          .element = heading,
                          .values = {{"heading", shown(name, 60)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule heading_vague = define({
    .id = "wcag/heading-vague",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.6"}, .act = {"b49b2e"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
