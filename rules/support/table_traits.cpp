#include "rules/support/table_traits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/element_text.h"
#include "rules/support/table_model.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr int kMaxInside = 100;           // nodes of one cell
constexpr std::size_t kMaxFigure = 24;    // bytes: "1.204.566,00 (48,1 %)"
constexpr std::size_t kBlanks = 20;       // bytes of no-break spaces in an empty cell
constexpr std::size_t kMaxTables = 1000;  // of one page
constexpr std::size_t kShortOnAverage = 40;
constexpr std::size_t kLongest = 120;

struct CellText {
  std::size_t bytes = 0;
  bool digit = false;
  bool bold = true;  // all of it
  bool arranged = false;
};

bool is_bold(html::Element element) { return element.is("b") || element.is("strong"); }

bool arranges(html::Element element) {
  constexpr auto kTags =
      std::to_array<std::string_view>({"article", "aside", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
                                       "iframe", "nav", "ol", "section", "table", "ul"});
  return std::ranges::binary_search(kTags, element.tag());
}

CellText read_cell(html::Element cell) {
  CellText text;
  int paragraphs = 0;
  html::Element bold;
  html::Node node = cell.first_child_node();
  for (int seen = 0; node && seen < kMaxInside; ++seen) {
    if (const html::Element inner = node.element()) {
      text.arranged |= arranges(inner) || (inner.is("p") && ++paragraphs > 1);
      if (is_bold(inner) && !bold) bold = inner;
      if (is_bold(inner)) {
        const std::string inside = text_beginning(inner);
        text.bytes += inside.size();
        text.digit |= std::ranges::any_of(inside, is_ascii_digit);
        node = node.next_in_skipping_children(cell);
        continue;
      }
    } else if (const std::string_view words = trim(node.text()); !words.empty()) {
      text.bytes += words.size();
      text.digit |= std::ranges::any_of(words, is_ascii_digit);
      text.bold = false;
    }
    node = node.next_in(cell);
  }
  text.bold &= bool(bold);
  return text;
}

std::size_t colspan(html::Element cell) {
  const std::string_view text = trim(cell.attribute_or("colspan", ""));
  std::size_t span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return std::clamp<std::size_t>(span, 1, 1000);
}

bool is_header(html::Element cell, const a11y::Tree& tree) {
  if (cell.is("th")) return true;
  if (!cell.has("role")) return cell.has("scope");
  const std::string_view role = tree.role(cell);
  return role == "columnheader" || role == "rowheader";
}

struct Row {
  std::size_t cells = 0;
  std::size_t columns = 0;
  std::size_t bold = 0;
};

Row read_row(html::Element row, const a11y::Tree& tree, TableTraits& traits) {
  Row read;
  for (html::Element cell = row.first_child(); cell; cell = cell.next_sibling()) {
    if (!cell.is("td") && !cell.is("th")) continue;
    const bool first = read.columns == 0;
    ++read.cells;
    read.columns += colspan(cell);
    if (is_header(cell, tree)) {
      ++traits.headers;
      continue;
    }
    ++traits.data;
    const CellText text = read_cell(cell);
    traits.text += text.bytes;
    traits.longest = std::max(traits.longest, text.bytes);
    traits.arranged += text.arranged ? 1 : 0;
    traits.figures += !first && text.digit && text.bytes <= kMaxFigure ? 1 : 0;
    traits.empty += text.bytes <= kBlanks && is_empty_cell(cell) ? 1 : 0;
    read.bold += text.bold ? 1 : 0;
  }
  return read;
}

void add_row(html::Element element, const a11y::Tree& tree, TableTraits& traits) {
  const Row row = read_row(element, tree, traits);
  if (row.cells == 0) return;
  if (traits.rows == 0) {
    traits.bold_top = row.cells > 1 && row.bold == row.cells;
  } else {
    traits.even &= row.columns == traits.columns;
    if (traits.rows == 1) traits.bold_top &= row.bold <= 1 && row.bold < row.cells;
  }
  traits.columns = std::max(traits.columns, row.columns);
  ++traits.rows;
}

}  // namespace

bool is_table_role(std::string_view role) { return role == "table" || role == "grid" || role == "treegrid"; }

TableTraits read_table_traits(html::Element table, const a11y::Tree& tree) {
  TableTraits traits{.table = table};
  const html::Element around = table.parent();
  traits.nested = around && (around.is("td") || around.is("th") || bool(table_around(table)));
  for (html::Element child = table.first_child(); child; child = child.next_sibling()) {
    if (child.is("caption") && !traits.caption) {
      traits.caption = child;
      traits.named |= !text_beginning(child).empty();
    }
    if (child.is("tr")) add_row(child, tree, traits);
    const bool group = child.is("thead") || child.is("tfoot");
    if (!group && !child.is("tbody")) continue;
    traits.grouped |= group && bool(child.first_child());
    for (html::Element row = child.first_child(); row; row = row.next_sibling()) {
      if (row.is("tr")) add_row(row, tree, traits);
    }
  }
  return traits;
}

TableUse table_use(const TableTraits& traits) {
  const bool marked = traits.headers > 0 || traits.named || traits.grouped;
  if (marked) return 2 * traits.arranged > traits.data ? TableUse::unknown : TableUse::data;
  if (traits.data == 0) return TableUse::unknown;
  if (traits.arranged > 0 || traits.rows == 1 || traits.columns == 1) return TableUse::layout;
  const bool short_texts = traits.longest <= kLongest && traits.text <= kShortOnAverage * traits.data;
  const std::size_t beside = traits.data - std::min(traits.data, traits.rows);  // outside of the first column
  const bool figures = 4 * traits.figures >= beside && traits.figures > 2;
  const bool filled = 5 * traits.empty <= traits.data;
  if (traits.rows >= 3 && traits.columns >= 2 && traits.even && short_texts && figures && filled)
    return TableUse::perhaps_data;
  return TableUse::unknown;
}

Tables::Tables(const facts::Page& page) {
  for (html::Element table : page.document().all("table")) {
    const a11y::Tree& tree = page.tree();
    if (semantic.size() >= kMaxTables) break;
    if (is_table_role(tree.role(table)) && !tree.is_excluded(table))
      semantic.push_back(read_table_traits(table, tree));
  }
}

std::string table_label(html::Element table, const a11y::Tree& tree) {
  if (const std::string name = shown(tree.name(table), 60); !name.empty()) return name;
  html::Node node = table.first_child_node();
  for (int seen = 0; node && seen < kMaxInside; ++seen, node = node.next_in(table)) {
    if (node.is_text() && !trim(node.text()).empty()) return shown(trim(node.text()), 60);
  }
  return shown_tag(table);
}

}  // namespace veedor::rules
