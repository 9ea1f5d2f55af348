// A table of data with some empty cells: it is not said whether there is nothing, or nobody knows.
#include "rules/rule.h"

#include <string>

#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMinCells = 6;
constexpr std::size_t kSparse = 3;  // where more than a third is empty, that is how the table works

// The corner above headers beside the data is empty in most tables.
std::size_t empty_corner(html::Element table) {
  for (html::Element row = table.next_in(table); row; row = row.next_in(table)) {
    if (!row.is("tr")) continue;
    const html::Element first = row.first_child();
    return first && first.is("td") && is_empty_cell(first) ? 1 : 0;
  }
  return 0;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    if (table.headers == 0 || table.data < kMinCells || table.arranged > 0) continue;
    const std::size_t empty = table.empty - (table.empty > 0 ? empty_corner(table.table) : 0);
    passed |= empty == 0;
    if (empty == 0 || empty * kSparse > table.data) continue;
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "some",
         .element = table.table,
         .values = {{"table", table_label(table.table, page.tree())}, {"count", std::to_string(empty)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_cells_empty = define({
    .id = "wcag/table-cells-empty",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
