// A headers attribute that names something other than cells of its table: the cell is read without its
// headers.
#include "rules/rule.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "rules/support/content.h"
#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxFindings = 200;  // of one page: more of them say nothing new

bool is_cell(html::Element element) { return element.is("td") || element.is("th"); }

bool applies(html::Element table, const a11y::Tree& tree) {
  return is_table_role(tree.role(table)) && tree.is_in_sight(table) && !tree.is_excluded(table);
}

// The ids of each table's cells; ids that are used twice belong to both tables.
class CellIds {
 public:
  explicit CellIds(const html::Document& document) {
    for (html::Element element : document.with_attribute("id")) {
      if (is_cell(element)) ids_[table_around(element).id()].insert(element.attribute_or("id", ""));
    }
  }
  bool has(html::Element table, std::string_view id) const {
    const auto found = ids_.find(table.id());
    return found != ids_.end() && found->second.contains(id);
  }

 private:
  std::unordered_map<const void*, std::unordered_set<std::string_view>> ids_;
};

// What is wrong with one of the ids; "" where it is a cell of the table.
std::string_view fault(html::Element cell, html::Element table, std::string_view id, const CellIds& cells,
                       const html::Document& document) {
  if (id == cell.attribute_or("id", "")) return "itself";
  if (cells.has(table, id)) return "";
  const html::Element target = document.by_id(id);
  if (!target) return "missing";
  return is_cell(target) ? "other-table" : "no-cell";
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const auto holders = document.with_attribute("headers");
  if (holders.empty()) return {};
  const a11y::Tree& tree = page.tree();
  const CellIds cells(document);
  Verdicts verdicts;
  bool passed = false;
  for (html::Element cell : holders) {
    const html::Element table = is_cell(cell) ? table_around(cell) : html::Element();
    if (!table || !applies(table, tree)) continue;
    bool right = true;
    for (std::string_view id : split_whitespace(cell.attribute_or("headers", ""))) {
      const std::string_view key = fault(cell, table, id, cells, document);
      if (key.empty()) continue;
      right = false;
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = key,
                          .element = cell,
                          .values = {{"id", shown(id, 40)}, {"cell", shown(tree.name(cell), 60)}}});
      break;  // one a cell
    }
    if (right && !passed) verdicts.push_back({Outcome::passed});
    passed |= right;
    if (verdicts.size() >= kMaxFindings) break;
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule headers_attribute_broken = define({
    .id = "wcag/headers-attribute-broken",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}, .act = {"a25f45"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
