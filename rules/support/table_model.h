// A <table> as the HTML Standard forms it (§4.9.12.1): its cells and the slots that they cover.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "scanner/html/document.h"

namespace veedor::rules {

struct TableCell {
  html::Element element;  // a <td> or <th>
  std::size_t row = 0;    // of its first slot, from 0; rows of <tfoot> come last
  std::size_t column = 0;
  std::size_t width = 1;  // in slots
  std::size_t height = 1;
  std::size_t last_row() const { return row + height - 1; }
  std::size_t last_column() const { return column + width - 1; }
};

// Linear in the number of cells, whatever colspan and rowspan say: spans are cut where they are hostile, and
// then is_cut() is true and nothing should be concluded from the places of the cells.
class TableModel {
 public:
  explicit TableModel(html::Element table);

  std::span<const TableCell> cells() const { return cells_; }  // row by row, from left to right
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  bool is_cut() const { return cut_; }

 private:
  void add_group(html::Element group);
  void add_row(html::Element row);
  void add_cell(html::Element element, std::size_t& column);

  std::vector<TableCell> cells_;
  std::vector<std::size_t> free_from_;  // by column: the first row that no cell from above covers
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::size_t slots_ = 0;
  bool cut_ = false;
};

// The table whose cell, caption or other part an element is: the nearest one around it; null for none.
html::Element table_around(html::Element part);

// Nothing to see or to hear in it: no text, no image, no control, nothing that a style sheet could make an
// icon of.
bool is_empty_cell(html::Element cell);

}  // namespace veedor::rules
