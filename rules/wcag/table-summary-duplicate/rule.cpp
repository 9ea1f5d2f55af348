// A table whose summary repeats its caption: the same sentence is read twice.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/element_text.h"
#include "rules/support/table_traits.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  if (page.document().with_attribute("summary").empty()) return verdicts;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    const std::string summary = collapse_whitespace(table.table.attribute_or("summary", ""));
    if (summary.empty() || !table.caption) continue;
    const bool same = ascii_iequals(summary, text_beginning(table.caption, summary.size()));
    verdicts.push_back({.outcome = same ? Outcome::failed : Outcome::passed,
                        .message = same ? "same" : "",
                        .element = table.table,
                        .values = {{"text", shown(summary, 60)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule table_summary_duplicate = define({
    .id = "wcag/table-summary-duplicate",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
