// A scope that is none of the words that HTML knows, or that stands on a cell of data.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// HTML Standard §4.9.10; "auto" is what counts without the attribute.
bool is_scope(std::string_view value) {
  for (std::string_view word : {"row", "col", "rowgroup", "colgroup", "auto"}) {
    if (ascii_iequals(value, word)) return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element cell : page.document().with_attribute("scope")) {
    if (!cell.is("th") && !cell.is("td")) continue;
    const std::string_view value = trim(cell.attribute_or("scope", ""));
    const bool right = is_scope(value);
    if (right && cell.is("th")) {
      if (!passed) verdicts.push_back({Outcome::passed});
      passed = true;
      continue;
    }
    if (value.empty()) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = right ? "data-cell" : "unknown",
                        .element = cell,
                        .values = {{"value", shown(value, 40)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule table_scope_invalid = define({
    .id = "wcag/table-scope-invalid",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
