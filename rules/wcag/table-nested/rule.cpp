// A table of data within a cell of another one.
#include "rules/rule.h"

#include <unordered_set>

#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

bool holds_data(const TableTraits& table) { return table.headers > 0 && table.data > 0; }

Verdicts check(const facts::Page& page) {
  std::unordered_set<const void*> outer;
  Verdicts verdicts;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    if (table.headers == 0) continue;
    outer.insert(table.table.id());
    const html::Element around = table.nested ? table_around(table.table) : html::Element();
    if (!holds_data(table) || !around || !outer.contains(around.id())) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "nested",
                        .element = table.table,
                        .values = {{"table", table_label(table.table, page.tree())},
                                   {"outer", table_label(around, page.tree())}}});
  }
  if (verdicts.empty() && !outer.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_nested = define({
    .id = "wcag/table-nested",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
