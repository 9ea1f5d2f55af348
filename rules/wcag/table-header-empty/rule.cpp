// A header cell without text, above or beside data.
#include "rules/rule.h"

#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

// The corner between the headers above and beside the data heads nothing.
bool is_corner(const TableCell& cell) { return cell.row == 0 && cell.column == 0; }

bool has_text(html::Element header, const a11y::Tree& tree) {
  return !is_empty_cell(header) || !tree.name(header).empty();
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    if (table.headers == 0 || table.data == 0) continue;
    const TableModel model(table.table);
    for (const TableCell& cell : model.cells()) {
      if (!cell.element.is("th")) continue;
      if (has_text(cell.element, tree)) {
        passed = true;
      } else if (!is_corner(cell) && !tree.is_excluded(cell.element)) {
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = cell.row == 0 ? "column" : "other",
                            .element = cell.element,
                            .values = {{"table", table_label(table.table, tree)}}});
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_header_empty = define({
    .id = "wcag/table-header-empty",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
