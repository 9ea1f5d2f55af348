// A button whose name does not say what it does.
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
  for (html::Element button : tree.with_role("button")) {
    const std::string_view name = tree.name(button);
    if (name.empty() || tree.is_excluded(button)) continue;
    const bool file = is_image_file_name(name);
    if (file || is_vague_button(name)) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = file ? "file-name" : "vague",
                          .element = button,
                          .values = {{"name", shown(name, 60)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule button_vague = define({
    .id = "wcag/button-vague",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.6"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
