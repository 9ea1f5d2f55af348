#include "rules/support/header_cells.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>

#include "rules/support/table_model.h"
#include "rules/support/table_traits.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

struct Cell {
  TableCell place;
  std::string_view role;
  bool is_header() const { return role == "columnheader" || role == "rowheader"; }
};

// The first and the last line (row or column) that has something: enough to know whether one other than a
// given line has it.
class Lines {
 public:
  void add(std::size_t line) {
    first_ = std::min(first_, line);
    last_ = std::max(last_, line);
    any_ = true;
  }
  bool has_other_than(std::size_t line) const { return any_ && (first_ != line || last_ != line); }

 private:
  std::size_t first_ = SIZE_MAX;
  std::size_t last_ = 0;
  bool any_ = false;
};

// By column, the rows that have a cell there; by row, the columns.
struct Occupied {
  std::vector<Lines> columns;
  std::vector<Lines> rows;
  void add(const TableCell& cell) {
    if (columns.size() <= cell.last_column()) columns.resize(cell.last_column() + 1);
    if (rows.size() <= cell.row) rows.resize(cell.row + 1);
    for (std::size_t i = cell.column; i <= cell.last_column(); ++i) columns[i].add(cell.row);
    rows[cell.row].add(cell.column);
  }
  bool below(const TableCell& header) const {
    for (std::size_t i = header.column; i <= header.last_column() && i < columns.size(); ++i) {
      if (columns[i].has_other_than(header.row)) return true;
    }
    return false;
  }
  bool beside(const TableCell& header) const {
    for (std::size_t i = header.row; i <= header.last_row() && i < rows.size(); ++i) {
      if (rows[i].has_other_than(header.column)) return true;
    }
    return false;
  }
};

// The bound keeps a header over a thousand rows from reading them all again for each such header.
constexpr std::size_t kMaxHeight = 64;

std::vector<HeaderCell> judge_cells(std::vector<Cell>& cells) {
  Occupied filled;
  Occupied all;
  std::unordered_set<std::string_view> referenced;
  bool any_data = false;
  for (const Cell& cell : cells) {
    any_data |= !cell.is_header();
    // Where headers="" names them, the place has no say (HTML Standard §4.9.12.2).
    if (const auto ids = cell.place.element.attribute("headers")) {
      for (std::string_view id : split_whitespace(*ids)) referenced.insert(id);
      continue;
    }
    all.add(cell.place);
    if (!is_empty_cell(cell.place.element)) filled.add(cell.place);
  }
  std::vector<HeaderCell> headers;
  if (!any_data) return headers;
  for (Cell& cell : cells) {
    if (!cell.is_header() || is_empty_cell(cell.place.element)) continue;
    cell.place.height = std::min(cell.place.height, kMaxHeight);
    const bool of_row = cell.role == "rowheader";
    const std::string_view id = cell.place.element.attribute_or("id", "");
    const bool assigned = (of_row ? filled.beside(cell.place) : filled.below(cell.place)) ||
                          (!id.empty() && referenced.contains(id));
    const bool to_empty = !assigned && (of_row ? all.beside(cell.place) : all.below(cell.place));
    headers.push_back({cell.place.element, of_row, assigned, to_empty});
  }
  return headers;
}

bool is_cell_role(std::string_view role) {
  return role == "cell" || role == "gridcell" || role == "columnheader" || role == "rowheader";
}

std::size_t number_of(html::Element element, std::string_view attribute, std::size_t fallback) {
  const std::string_view text = trim(element.attribute_or(attribute, ""));
  std::size_t number = fallback;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number == 0 || number > 400 ? fallback : number;
}

// The table around a row: its rowgroup may be between them. Null for a row of something else, and where only
// some rows or columns are on the page, or aria-owns moves them: their places are not known.
html::Element aria_table_of(html::Element row, const a11y::Tree& tree) {
  html::Element table = tree.context(row);
  if (tree.role(table) == "rowgroup") table = tree.context(table);
  if (!table || !is_table_role(tree.role(table)) || table.is("table")) return {};
  const bool partial = table.has("aria-rowcount") || table.has("aria-colcount");
  return partial || !tree.owned(row).empty() || !tree.owned(table).empty() ? html::Element() : table;
}

}  // namespace

std::vector<HeaderCell> header_cells(html::Element table, const a11y::Tree& tree) {
  const TableModel model(table);
  std::vector<Cell> cells;
  if (model.is_cut()) return {};
  for (const TableCell& place : model.cells()) {
    const std::string_view role = tree.role(place.element);
    if (is_cell_role(role) && !tree.is_excluded(place.element)) cells.push_back({place, role});
  }
  return judge_cells(cells);
}

std::vector<HeaderCell> aria_header_cells(const a11y::Tree& tree) {
  std::vector<html::Element> elements;
  if (tree.with_role("columnheader").empty() && tree.with_role("rowheader").empty()) return {};
  for (std::string_view role : {"cell", "gridcell", "columnheader", "rowheader"}) {
    for (html::Element element : tree.with_role(role)) {
      const bool native = element.is("td") || element.is("th");
      if (!native && !tree.is_excluded(element)) elements.push_back(element);
    }
  }
  std::ranges::sort(elements, {}, &html::Element::index);
  struct Row {
    html::Element table;
    std::size_t number = 0;
    std::size_t next_column = 0;
  };
  std::unordered_map<const void*, Row> rows;
  std::unordered_map<const void*, std::size_t> row_counts;
  std::unordered_map<const void*, std::vector<Cell>> tables;
  std::vector<const void*> order;
  for (html::Element element : elements) {
    const html::Element row = tree.context(element);
    if (tree.role(row) != "row") continue;
    const auto [found, fresh] = rows.try_emplace(row.id());
    Row& known = found->second;
    if (fresh) {
      known.table = aria_table_of(row, tree);
      if (known.table) known.number = row_counts[known.table.id()]++;
    }
    if (!known.table) continue;
    const std::size_t width = number_of(element, "aria-colspan", 1);
    const std::size_t column = number_of(element, "aria-colindex", known.next_column + 1) - 1;
    known.next_column = column + width;
    if (known.next_column > 400) continue;
    auto& cells = tables[known.table.id()];
    if (cells.empty()) order.push_back(known.table.id());
    cells.push_back({{element, known.number, column, width, 1}, tree.role(element)});
  }
  std::vector<HeaderCell> headers;
  for (const void* table : order) {
    const auto judged = judge_cells(tables[table]);
    headers.insert(headers.end(), judged.begin(), judged.end());
  }
  return headers;
}

}  // namespace veedor::rules
