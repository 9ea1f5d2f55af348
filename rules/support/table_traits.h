// What a <table> is for, as far as its markup tells: data in rows and columns, or the arrangement of a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "scanner/a11y/tree.h"
#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// Read in one walk over the cells, each cell bounded; what is inside nested tables does not count.
struct TableTraits {
  html::Element table;
  html::Element caption;
  std::size_t rows = 0;
  std::size_t columns = 0;   // of the longest row, colspan included
  std::size_t headers = 0;   // <th>, header roles, and <td scope>
  std::size_t data = 0;      // other cells
  std::size_t empty = 0;     // data cells with nothing in them
  std::size_t figures = 0;   // short data cells with a digit, outside of the first column
  std::size_t arranged = 0;  // data cells that hold headings, lists, forms, tables or several paragraphs
  std::size_t longest = 0;   // bytes of text of the longest data cell
  std::size_t text = 0;      // and of all of them
  bool even = true;          // all rows have as many columns
  bool grouped = false;      // <thead> or <tfoot>
  bool named = false;        // a caption with text; a summary says nothing: layout tables have one, too
  bool bold_top = false;     // every cell of the first row is bold, and below at most the first one
  bool nested = false;       // it stands in a cell of another table
};
TableTraits read_table_traits(html::Element table, const a11y::Tree& tree);

enum class TableUse : std::uint8_t { unknown, data, perhaps_data, layout };
TableUse table_use(const TableTraits& traits);

// Those of all tables that assistive technologies get as tables; read once a page: page.shared<Tables>().
struct Tables {
  explicit Tables(const facts::Page& page);
  std::vector<TableTraits> semantic;
};

bool is_table_role(std::string_view role);  // table, grid, treegrid

// How messages speak of a table: its caption or other name, or else its first text; "" for none.
std::string table_label(html::Element table, const a11y::Tree& tree);

}  // namespace veedor::rules
