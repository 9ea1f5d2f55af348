// Columns that are made with spaces or strokes in preformatted text: a table for the eyes only.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/table_columns.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxText = 20'000;  // bytes of one element

// Programs and what they print have rows and columns of their own.
bool is_program_text(html::Element element) {
  if (element.first_child() || element.has("class") || element.has("role")) return true;
  return element.parent().has("class") && (element.parent().is("div") || element.parent().is("figure"));
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element element : page.document().all("pre")) {
    if (is_program_text(element) || !page.tree().is_in_sight(element)) continue;
    const std::string_view text = element.first_child_node().text().substr(0, kMaxText);
    const std::string_view row = row_of_text_table(text);
    if (row.empty()) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "columns",
                        .element = element,
                        .values = {{"row", shown(row, 60)}}});
  }
  if (verdicts.empty() && !page.document().all("pre").empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule text_table = define({
    .id = "wcag/text-table",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1", "1.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
