// What refers to itself or to more and more of its like: custom properties and imports.
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "scanner/css/value/variables.h"
#include "tests/css/hostile.h"

namespace veedor::css {
namespace {

void expect_within_bounds(const Ordeal& ordeal) {
  EXPECT_LT(ordeal.cpu_seconds, kMostCpuSeconds);
  EXPECT_LT(ordeal.megabytes, kMostMegabytes);
}

std::string v(const std::string& number) { return "--v" + number; }
std::string next(const std::string& number) {
  return "var(--v" + std::to_string(std::stoi(number) + 1) + ")";
}

// The style of the only paragraph of a page with this sheet.
struct Paragraph {
  explicit Paragraph(std::string css)
      : document(
            parse_page("<!doctype html><link rel=stylesheet href=a.css><p style='color:var(--v0,green)'>x")),
        sheet(parse_sheet(std::move(css), "")),
        styles(document, [this](std::string_view, std::string_view) { return sheet; }),
        style(styles.of(document.first("p"))) {}
  html::Document document;
  std::shared_ptr<const Sheet> sheet;
  Styles styles;
  const Style& style;
};

TEST(HostileVariables, ACycleIsInvalidForAllOfItsMembers) {
  for (const int length : {1, 2, 3, 100, 10'000}) {
    const std::string css =
        "p{" +
        numbered(
            length,
            [&](auto n) { return v(n) + ":" + (std::stoi(n) + 1 == length ? "var(--v0)" : next(n)) + ";"; }) +
        "--out:var(--v0,safe)}";
    const Paragraph p(css);
    EXPECT_EQ(p.styles.custom_property(p.style, "--v0"), "") << length;
    EXPECT_EQ(p.styles.custom_property(p.style, "--out"), "safe") << length;
    EXPECT_EQ(p.style.colour(), Colour::rgb8(0, 128, 0)) << length;
  }
}

TEST(HostileVariables, ALongChainEnds) {
  for (const int length : {10, 100'000}) {
    const Paragraph p("p{" + numbered(length, [](auto n) { return v(n) + ":" + next(n) + ";"; }) +
                      v(std::to_string(length)) + ":red}");
    const std::string_view end = p.styles.custom_property(p.style, "--v0");
    if (length == 10) {
      EXPECT_EQ(end, "red");
    }
    EXPECT_TRUE(end == "red" || end.empty()) << length;
  }
}

TEST(HostileVariables, LaughterStopsAtTheBoundOfOneValue) {
  const Paragraph p("p{" + numbered(30, [](auto n) { return v(n) + ":" + repeat(next(n) + " ", 10) + ";"; }) +
                    "--v30:ha;--long:var(--v26)}");
  EXPECT_EQ(p.styles.custom_property(p.style, "--v0"), "");
  EXPECT_EQ(p.style.colour(), Colour::rgb8(0, 128, 0));
  EXPECT_LE(p.styles.custom_property(p.style, "--long").size(), kMaxSubstituted);
  EXPECT_FALSE(p.styles.custom_property(p.style, "--long").empty());
}

TEST(HostileVariables, ManyOfThemOnDeepAndWideTrees) {
  const std::string many = ":root{" + numbered(100'000, [](auto n) { return v(n) + ":" + n + ";"; }) + "}";
  expect_within_bounds(undergo(repeat("<b>", 5'000) + "x", many + "b{--v1:2;top:var(--v99999)}"));
  expect_within_bounds(
      undergo(numbered(5'000, [](auto n) { return "<i style='--v" + n + ":x;left:var(--v7)'></i>"; }), many));
  expect_within_bounds(
      undergo(numbered(5'000, [](auto n) { return "<b style='--w" + n + ":x'>"; }), "b{top:var(--w0)}"));
}

TEST(HostileVariables, LongValuesOnManyElements) {
  const std::string laughs = numbered(4, [](auto n) { return v(n) + ":" + repeat(next(n) + " ", 10) + ";"; });
  expect_within_bounds(undergo(repeat("<i></i>", 20'000),
                               "i{" + laughs + "--v4:hahaha;background:var(--v0);content:var(--v0)}"));
}

// Sheets that import each other, by name. Counts how often they are asked for.
struct Library {
  std::map<std::string, std::shared_ptr<const Sheet>, std::less<>> sheets;
  int asked = 0;
  void add(const std::string& name, const std::string& css) {
    sheets[name] = parse_sheet(css, "http://localhost/" + name);
  }
  SheetFinder finder() {
    return [this](std::string_view reference, std::string_view) -> std::shared_ptr<const Sheet> {
      ++asked;
      const auto found = sheets.find(reference);
      return found == sheets.end() ? nullptr : found->second;
    };
  }
};

TEST(HostileImports, LoopsEnd) {
  Library library;
  library.add("a.css", "@import 'b.css';@import 'a.css';p{top:1px}");
  library.add("b.css", "@import url(c.css);p{top:2px;left:2px}");
  library.add("c.css", "@import 'a.css' layer(x);p{right:3px}");
  const html::Document document = parse_page("<link rel=stylesheet href=a.css><p>x");
  const Styles styles(document, library.finder());
  const Style& style = styles.of(document.first("p"));
  EXPECT_EQ(style[Property::top], Value::length(1));
  EXPECT_EQ(style[Property::left], Value::length(2));
  EXPECT_EQ(style[Property::right], Value::length(3));
  EXPECT_LT(library.asked, 1'000);
}

TEST(HostileImports, FansAndChainsEnd) {
  Library library;
  const int kSheets = 40;
  const std::string imports = numbered(kSheets, [](auto n) { return "@import 's" + n + "';"; });
  for (int i = 0; i < kSheets; ++i) library.add("s" + std::to_string(i), imports + "p{top:1px}");
  library.add("self", repeat("@import 'self';", 10'000) + "p{left:1px}");
  for (int i = 0; i < 20'000; ++i)
    library.add("c" + std::to_string(i), "@import 'c" + std::to_string(i + 1) + "';p{right:1px}");
  for (const char* first : {"s0", "self", "c0"}) {
    library.asked = 0;
    const html::Document document =
        parse_page("<link rel=stylesheet href=" + std::string(first) + "><p style='bottom:1px'>x");
    const Styles styles(document, library.finder());
    EXPECT_EQ(styles.of(document.first("p"))[Property::bottom], Value::length(1)) << first;
    EXPECT_LT(library.asked, 50'000) << first;
  }
}

}  // namespace
}  // namespace veedor::css
