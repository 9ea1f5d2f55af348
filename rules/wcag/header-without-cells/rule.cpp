// A header cell that heads nothing: what it announces is lost, or belongs to cells that are told apart from
// it.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/header_cells.h"
#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

// ACT d0f69e: what is seen and heard alike.
bool applies(html::Element header, const a11y::Tree& tree) {
  return tree.is_in_sight(header) && !tree.is_excluded(header);
}

void judge(const std::vector<HeaderCell>& headers, const a11y::Tree& tree, Verdicts& verdicts) {
  for (const HeaderCell& header : headers) {
    const bool passed = !verdicts.empty() && verdicts.front().outcome == Outcome::passed;
    if ((header.assigned && passed) || !applies(header.element, tree)) continue;
    if (header.assigned) {
      verdicts.insert(verdicts.begin(), {Outcome::passed});
      continue;
    }
    const std::string name = shown(tree.name(header.element), 60);
    const std::string_view line = header.of_row ? "row" : "column";
    verdicts.push_back({.outcome = header.to_empty ? Outcome::cant_tell : Outcome::failed,
                        .message = header.to_empty ? "empty-cells" : line,
                        .element = header.element,
                        .values = {{"header", name.empty() ? shown_tag(header.element) : name}}});
  }
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element table : page.document().all("table")) {
    if (is_table_role(tree.role(table)) && !tree.is_excluded(table))
      judge(header_cells(table, tree), tree, verdicts);
  }
  judge(aria_header_cells(tree), tree, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule header_without_cells = define({
    .id = "wcag/header-without-cells",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}, .act = {"d0f69e"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
