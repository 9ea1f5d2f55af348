// A table of data without header cells: each figure is read alone, and nobody hears what it stands for.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMinRows = 2;  // one row has nothing to head

// The message for a table that needs headers and has none; "" where nothing can be said.
std::string_view fault(const TableTraits& table) {
  if (table.headers > 0 || table.rows < kMinRows || table.columns < 2) return "";
  if (table.arranged > 0) return "";
  if (table.bold_top) return "bold";
  switch (table_use(table)) {
    case TableUse::data:
      return "none";
    case TableUse::perhaps_data:
      return "perhaps";
    default:
      return "";
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    passed |= table.headers > 0;
    const std::string_view message = fault(table);
    if (message.empty()) continue;
    verdicts.push_back({.outcome = message == "perhaps" ? Outcome::cant_tell : Outcome::failed,
                        .message = message,
                        .element = table.table,
                        .values = {{"table", table_label(table.table, page.tree())},
                                   {"rows", std::to_string(table.rows)},
                                   {"columns", std::to_string(table.columns)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_headers_missing = define({
    .id = "wcag/table-headers-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
