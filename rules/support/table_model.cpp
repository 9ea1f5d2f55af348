#include "rules/support/table_model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxColspan = 1000;    // HTML Standard §4.9.11
constexpr std::size_t kMaxRowspan = 65'534;  // HTML Standard §4.9.11
constexpr std::size_t kMaxColumns = 400;
constexpr std::size_t kSlotsPerCell = 64;  // on average, and so many at least:
constexpr std::size_t kSpareSlots = 4096;
constexpr int kMaxAround = 8;    // from a cell to its table it takes three steps
constexpr int kMaxInside = 100;  // nodes of one cell

std::size_t span_of(html::Element cell, std::string_view attribute, std::size_t fallback) {
  const std::string_view text = trim(cell.attribute_or(attribute, ""));
  std::size_t span = fallback;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return span;
}

bool is_cell(html::Element element) { return element.is("td") || element.is("th"); }

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_whitespace(text[i])) continue;
    const bool no_break_space = text.substr(i, 2) == "\u00A0";
    if (!no_break_space) return false;
    ++i;
  }
  return true;
}

// Of itself it shows nothing.
bool is_wrapper(html::Element element) {
  constexpr auto kWrappers =
      std::to_array<std::string_view>({"b", "br", "div", "em", "font", "p", "small", "span", "strong"});
  return std::ranges::binary_search(kWrappers, element.tag()) && !element.has("class") &&
         !element.has("style") && !element.has("id");
}

}  // namespace

TableModel::TableModel(html::Element table) {
  std::vector<html::Element> feet;
  for (html::Element child = table.first_child(); child; child = child.next_sibling()) {
    if (child.is("tr")) add_row(child);
    if (child.is("thead") || child.is("tbody")) add_group(child);
    if (child.is("tfoot")) feet.push_back(child);
  }
  for (html::Element foot : feet) add_group(foot);
  columns_ = free_from_.size();
  for (TableCell& cell : cells_) cell.height = std::min(cell.height, rows_ - cell.row);
}

// A cell ends with its group of rows, however far its rowspan reaches.
void TableModel::add_group(html::Element group) {
  std::ranges::fill(free_from_, rows_);
  const std::size_t first = cells_.size();
  for (html::Element child = group.first_child(); child; child = child.next_sibling()) {
    if (child.is("tr")) add_row(child);
  }
  for (std::size_t i = first; i < cells_.size(); ++i)
    cells_[i].height = std::min(cells_[i].height, rows_ - cells_[i].row);
  std::ranges::fill(free_from_, rows_);
}

void TableModel::add_row(html::Element row) {
  std::size_t column = 0;
  for (html::Element child = row.first_child(); child; child = child.next_sibling()) {
    if (is_cell(child)) add_cell(child, column);
  }
  ++rows_;
}

void TableModel::add_cell(html::Element element, std::size_t& column) {
  while (column < free_from_.size() && free_from_[column] > rows_) ++column;
  std::size_t width = span_of(element, "colspan", 1);
  if (width == 0 || width > kMaxColspan) width = 1;
  std::size_t height = span_of(element, "rowspan", 1);
  if (height == 0 || height > kMaxRowspan) height = kMaxRowspan;  // 0: to the end of the group
  if (column + width > kMaxColumns || slots_ + width > kSlotsPerCell * cells_.size() + kSpareSlots) {
    width = 1;
    cut_ = true;
    if (column >= kMaxColumns) return;
  }
  slots_ += width;
  if (free_from_.size() < column + width) free_from_.resize(column + width, rows_);
  for (std::size_t i = column; i < column + width; ++i)
    free_from_[i] = std::max(free_from_[i], rows_ + height);
  cells_.push_back({element, rows_, column, width, height});
  column += width;
}

html::Element table_around(html::Element part) {
  int steps = 0;
  for (html::Element up = part.parent(); up && steps < kMaxAround; up = up.parent(), ++steps) {
    if (up.is("table")) return up;
  }
  return {};
}

bool is_empty_cell(html::Element cell) {
  int seen = 0;
  for (html::Node node = cell.first_child_node(); node; node = node.next_in(cell)) {
    if (++seen > kMaxInside) return false;
    if (node.is_text() ? !is_blank(node.text()) : !is_wrapper(node.element())) return false;
  }
  return true;
}

}  // namespace veedor::rules
