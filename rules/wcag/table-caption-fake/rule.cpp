// A caption made of a cell over the whole table: it is read as data, or as the header of every column.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/element_text.h"
#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMinRows = 3;
constexpr std::size_t kMaxText = 150;  // bytes of a caption

// The only cell of the first row, over all columns; null for none.
html::Element cell_on_top(const TableTraits& table) {
  const TableModel model(table.table);
  const auto cells = model.cells();
  if (model.is_cut() || cells.empty() || model.columns() < 2) return {};
  const bool whole = cells[0].row == 0 && cells[0].width == model.columns() && cells[0].height == 1;
  return whole ? cells[0].element : html::Element();
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    passed |= bool(table.caption);
    if (table.caption || table.rows < kMinRows || table.arranged > 0) continue;
    const TableUse use = table_use(table);
    if (use != TableUse::data && use != TableUse::perhaps_data) continue;
    const html::Element top = cell_on_top(table);
    if (!top) continue;
    const std::string text = text_beginning(top);
    if (text.empty() || text.size() > kMaxText) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "cell",
                        .element = top,
                        .values = {{"text", shown(text, 60)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_caption_fake = define({
    .id = "wcag/table-caption-fake",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
