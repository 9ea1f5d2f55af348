// Tables and texts that fold away behind a summary, as the partial blocks.mustache shows them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/html/view.h"

namespace veedor::reports {

// How what a cell says is to be taken: shown by a symbol and a colour beside the words, never instead.
enum class Tone : std::uint8_t { plain, good, fair, bad };
enum class Form : std::uint8_t { text, code, number, english };  // english: whatever the report's language

struct Cell {
  std::string text;  // inert; empty: shown as a dash
  Form form = Form::text;
  Tone tone = Tone::plain;
};

struct Column {
  std::string title;
  bool number = false;
};

class Table {
 public:
  // `caption` names the table for everybody, so it differs from that of any other.
  Table(std::string caption, std::vector<Column> columns);
  // The first cell is the head of the row; as many cells as there are columns.
  void add(std::vector<Cell> cells);
  bool empty() const { return rows_.empty(); }
  View view() const;

 private:
  std::string caption_;
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

// Folded until a reader opens it.
struct Block {
  std::string title;
  std::string note;  // beside the title; may be empty
  std::vector<std::string> texts;
  std::vector<Table> tables;  // those without rows are left out

  bool empty() const;
  View view() const;
};

}  // namespace veedor::reports
