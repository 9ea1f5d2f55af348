#include "rules/support/table_model.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

html::Document parse(const std::string& table) {
  return *html::Document::parse("<!doctype html><body><table>" + table + "</table>");
}

struct Place {
  std::size_t row, column, width, height;
  bool operator==(const Place&) const = default;
};

std::vector<Place> places(const std::string& table) {
  const html::Document document = parse(table);
  const TableModel model(document.first("table"));
  std::vector<Place> found;
  for (const TableCell& cell : model.cells())
    found.push_back({cell.row, cell.column, cell.width, cell.height});
  return found;
}

TEST(TableModel, CellsFromAbovePushCellsToTheRight) {
  EXPECT_EQ(places("<tr><td rowspan=2>a<td>b<tr><td>c"),
            (std::vector<Place>{{0, 0, 1, 2}, {0, 1, 1, 1}, {1, 1, 1, 1}}));
}

TEST(TableModel, RowspanEndsWithItsGroup) {
  EXPECT_EQ(places("<thead><tr><td rowspan=9>a<tbody><tr><td>b"),
            (std::vector<Place>{{0, 0, 1, 1}, {1, 0, 1, 1}}));
  EXPECT_EQ(places("<tr><td rowspan=0>a<td>b<tr><td>c"),
            (std::vector<Place>{{0, 0, 1, 2}, {0, 1, 1, 1}, {1, 1, 1, 1}}));
}

TEST(TableModel, FootersComeLast) {
  EXPECT_EQ(places("<tfoot><tr><td>f</tfoot><tbody><tr><td>b<td>c"),
            (std::vector<Place>{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}}));
}

TEST(TableModel, HostileSpansAreCut) {
  std::string row = "<tr>";
  for (int i = 0; i < 1000; ++i) row += "<td colspan=1000>";
  const html::Document document = parse(row);
  const TableModel model(document.first("table"));
  EXPECT_TRUE(model.is_cut());
  EXPECT_LE(model.columns(), 400U);
}

TEST(EmptyCell, WhatShowsNothing) {
  const html::Document document =
      parse("<tr><td> &nbsp;<td><p><br></p><td><i class=icon></i><td><img src=a><td>-");
  std::vector<bool> empty;
  for (html::Element cell : document.all("td")) empty.push_back(is_empty_cell(cell));
  EXPECT_EQ(empty, (std::vector<bool>{true, true, false, false, false}));
}

}  // namespace
}  // namespace veedor::rules
