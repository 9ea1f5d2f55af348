// role="button" on a <button>: it says what the element is anyway.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

// Said twice for good reasons: landmarks, articles and figures for old browsers, lists and tables because
// styles can take their meaning away (list-style: none in Safari, display: block on a table).
constexpr auto kUseful = std::to_array<std::string_view>({
    "article",      "banner", "cell", "columnheader", "complementary", "contentinfo", "figure",     "form",
    "gridcell",     "group",  "img",  "list",         "listitem",      "main",        "navigation", "none",
    "presentation", "region", "row",  "rowgroup",     "rowheader",     "search",      "table",
});
static_assert(std::ranges::is_sorted(kUseful));

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("role")) {
    const a11y::AriaRole* const role = written_role(element);
    if (role == nullptr || !element.in_html_namespace() || tree.is_excluded(element)) continue;
    if (!repeats_native_role(element, *role, tree) || std::ranges::binary_search(kUseful, role->name)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "redundant",
                        .element = element,
                        .values = {{"tag", std::string(element.tag())}, {"role", std::string(role->name)}},
                        .cause = std::string(role->name).append(" on ").append(element.tag())});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule role_redundant = define({
    .id = "wcag/role-redundant",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
