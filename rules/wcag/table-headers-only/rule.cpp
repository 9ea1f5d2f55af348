// A table in which every cell is a header: headers without anything that they head.
#include "rules/rule.h"

#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

// One row of headers may wait for a script that brings the data.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    if (table.headers == 0) continue;
    passed |= table.data > 0;
    if (table.data > 0) continue;
    const bool waits = table.rows == 1;
    verdicts.push_back({.outcome = waits ? Outcome::cant_tell : Outcome::failed,
                        .message = waits ? "one-row" : "rows",
                        .element = table.table,
                        .values = {{"table", table_label(table.table, page.tree())}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_headers_only = define({
    .id = "wcag/table-headers-only",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
