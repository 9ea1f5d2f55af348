// Which header cells of a table have cells that they head (ACT, assigned cell), in a <table> or in one made
// of ARIA roles.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "scanner/a11y/tree.h"
#include "scanner/html/document.h"

namespace veedor::rules {

struct HeaderCell {
  html::Element element;
  bool of_row = false;    // else of a column
  bool assigned = false;  // to a cell that is not empty
  bool to_empty = false;  // only to empty cells
};

// Empty where the table has no cells with data, or its places are not known: then nothing can be said.
// `table` is a <table> whose role is table, grid or treegrid.
std::vector<HeaderCell> header_cells(html::Element table, const a11y::Tree& tree);

// Of all tables, grids and treegrids whose cells are made by role="".
std::vector<HeaderCell> aria_header_cells(const a11y::Tree& tree);

}  // namespace veedor::rules
