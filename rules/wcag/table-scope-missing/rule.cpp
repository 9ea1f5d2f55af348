// Headers above and beside the data, none of which says what it heads.
#include "rules/rule.h"

#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

struct Places {
  bool of_column = false;   // a header in the first row
  bool of_row = false;      // a header that begins a later row, beside data
  bool levels = false;      // two headers before the data of a row, or over other headers
  bool associated = false;  // by scope or headers
};

Places places_of(const TableModel& model) {
  Places places;
  html::Element leading;  // the header that began the row
  std::size_t leading_row = 0;
  for (const TableCell& cell : model.cells()) {
    places.associated |= cell.element.has("scope") || cell.element.has("headers");
    const bool header = cell.element.is("th");
    const bool behind_leading = leading && leading_row == cell.row;
    if (!header) {
      places.of_row |= behind_leading && cell.row > 0;
      continue;
    }
    places.of_column |= cell.row == 0 && cell.column > 0;
    places.levels |= cell.row == 0 && cell.width > 1 && cell.width < model.columns();
    if (cell.column == 0) {
      leading = cell.element;
      leading_row = cell.row;
    }
  }
  return places;
}

// Two headers, then data, in a row below the first.
bool has_double_row_headers(const TableModel& model) {
  const auto cells = model.cells();
  for (std::size_t i = 0; i + 2 < cells.size(); ++i) {
    const bool begins = cells[i].column == 0 && cells[i].row > 0 && cells[i].row == cells[i + 2].row;
    if (begins && cells[i].element.is("th") && cells[i + 1].element.is("th") && cells[i + 2].element.is("td"))
      return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    if (table.headers < 2 || table.data == 0) continue;
    const TableModel model(table.table);
    if (model.is_cut()) continue;
    const Places places = places_of(model);
    const bool levels = places.levels || has_double_row_headers(model);
    if (!levels && !(places.of_column && places.of_row)) continue;
    passed |= places.associated;
    if (places.associated) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = levels ? "levels" : "both",
                        .element = table.table,
                        .values = {{"table", table_label(table.table, page.tree())}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_scope_missing = define({
    .id = "wcag/table-scope-missing",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
