#include "reports/html/blocks.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace veedor::reports {
namespace {

// Every name is set in every cell: mustache would else look for it in what stands around.
View cell_view(const Cell& cell) {
  constexpr std::array<const char*, 4> kSymbols = {"", "✔", "▲", "✖"};
  constexpr std::array<const char*, 4> kTones = {"", "good", "fair", "bad"};
  const auto tone = static_cast<std::size_t>(cell.tone);
  View view{"cell", cell.text.empty() ? "–" : cell.text};
  const bool code = cell.form == Form::code && !cell.text.empty();
  const bool english = cell.form == Form::english && !cell.text.empty();
  view.set("cell_code", code);
  view.set("cell_english", english);
  view.set("cell_plain", !code && !english);
  view.set("cell_number", cell.form == Form::number);
  view.set("cell_toned", cell.tone != Tone::plain);
  view.set("cell_symbol", kSymbols[tone]);
  view.set("cell_tone", kTones[tone]);
  return view;
}

}  // namespace

Table::Table(std::string caption, std::vector<Column> columns)
    : caption_(std::move(caption)), columns_(std::move(columns)) {}

void Table::add(std::vector<Cell> cells) {
  assert(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

View Table::view() const {
  View view{"table_caption", caption_};
  View columns = view_list();
  for (const Column& column : columns_) {
    View title{"column", column.title};
    title.set("column_number", column.number);
    columns << title;
  }
  view.set("columns", columns);
  View rows = view_list();
  for (const std::vector<Cell>& cells : rows_) {
    View row{"head", cell_view(cells.front())};
    View rest = view_list();
    for (std::size_t i = 1; i < cells.size(); ++i) rest << cell_view(cells[i]);
    row.set("cells", rest);
    rows << row;
  }
  view.set("rows", rows);
  return view;
}

bool Block::empty() const {
  return texts.empty() && std::ranges::all_of(tables, [](const Table& table) { return table.empty(); });
}

View Block::view() const {
  View view{"block_title", title};
  view.set("block_note", note.empty() ? View(false) : View(note));  // an empty text would count as one
  View text_views = view_list();
  for (const std::string& text : texts) text_views << View{"block_text", text};
  view.set("block_texts", text_views);
  View table_views = view_list();
  for (const Table& table : tables) {
    if (!table.empty()) table_views << table.view();
  }
  view.set("block_tables", table_views);
  return view;
}

}  // namespace veedor::reports
