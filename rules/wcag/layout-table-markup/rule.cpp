// A table marked as layout that has headers, a caption or a summary: it is one or the other.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/element_text.h"
#include "rules/support/table_traits.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// The first thing in it that only tables of data have (WCAG failure F46); "" for none.
std::string_view sign_of_data(const TableTraits& table) {
  if (table.caption && !text_beginning(table.caption).empty()) return "caption";
  if (!trim(table.table.attribute_or("summary", "")).empty()) return "summary";
  return table.headers > 0 ? "headers" : "";
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element table : page.document().all("table")) {
    if (!table.has("role") || tree.role(table) != "none" || tree.is_excluded(table)) continue;
    const std::string_view sign = sign_of_data(read_table_traits(table, tree));
    passed |= sign.empty();
    if (sign.empty()) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = sign,
                        .element = table,
                        .values = {{"table", table_label(table, tree)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule layout_table_markup = define({
    .id = "wcag/layout-table-markup",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
