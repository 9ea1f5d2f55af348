// A table that arranges the page: screen readers announce rows and columns that mean nothing.
#include "rules/rule.h"

#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMinCells = 2;

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    const TableUse use = table_use(table);
    passed |= use == TableUse::data;
    // One column of short texts may be a list of something; it is only certain with blocks in the cells.
    if (use != TableUse::layout || table.arranged == 0 || table.data < kMinCells) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "arranges",
                        .element = table.table,
                        .values = {{"table", table_label(table.table, page.tree())}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_layout = define({
    .id = "wcag/table-layout",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1", "1.3.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
