// Headings that skip a level on the way down.
#include "rules/rule.h"

#include <charconv>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// HTML-AAM and ARIA 1.2 §6.6: h1 to h6, or aria-level; 2 where a heading has none.
int level_of(html::Element heading) {
  int level = 0;
  const std::string_view stated = trim(heading.attribute_or("aria-level", ""));
  if (std::from_chars(stated.data(), stated.data() + stated.size(), level).ec == std::errc() && level > 0)
    return level;
  const std::string_view tag = heading.tag();
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 2;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  int before = 0;
  for (html::Element heading : tree.with_role("heading")) {
    if (tree.is_excluded(heading)) continue;
    const int level = level_of(heading);
    if (before > 0 && level > before + 1) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "skipped",
                          .element = heading,
                          .values = {{"heading", shown(tree.name(heading), 60)},
                                     {"level", std::to_string(level)},
                                     {"before", std::to_string(before)}},
                          .cause = "skipped " + std::to_string(before) + " " + std::to_string(level)});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
    before = level;
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule heading_order = define({
    .id = "wcag/heading-order",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
