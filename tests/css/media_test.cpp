// Media queries: what parses, and what holds in which environment.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/media/media_query.h"

namespace veedor::css {
namespace {

bool holds(std::string_view query, const Environment& environment = {}) {
  return MediaQueryList::parse(query).matches(environment);
}

void expect_all(std::initializer_list<std::string_view> queries, bool expected,
                const Environment& environment = {}) {
  for (std::string_view query : queries) EXPECT_EQ(holds(query, environment), expected) << query;
}

TEST(Media, TheEmptyListAlwaysHolds) {
  for (std::string_view query : {"", "  ", "/* nothing */", "\n"}) {
    EXPECT_TRUE(MediaQueryList::parse(query).always()) << query;
    EXPECT_TRUE(holds(query)) << query;
  }
  EXPECT_TRUE(MediaQueryList().always());
  EXPECT_FALSE(MediaQueryList::parse("all").always());
  EXPECT_FALSE(MediaQueryList::parse(",").always());
}

TEST(Media, TypesAndTheirModifiers) {
  expect_all({"all", "screen", "SCREEN", "only screen", "ONLY all", "not print", "not tv", "not speech",
              " screen ", "print, screen", "garbage(, screen), screen", "screen, &&"},
             true);
  expect_all(
      {"print", "only print", "not all", "not screen", "tv", "handheld", "braille", "\\0screen", "print, tv"},
      false);
  const Environment print{.type = MediaType::print};
  expect_all({"print", "all", "not screen", "(min-width: 100px)"}, true, print);
  expect_all({"screen", "not print"}, false, print);
}

TEST(Media, WhatCannotBeParsedNeverHolds) {
  expect_all({"and",
              "or",
              "only",
              "not",
              "layer",
              "not only screen",
              "only not screen",
              "screen and",
              "screen and print",
              "screen and(min-width: 1px)",
              "screen or (min-width: 1px)",
              "screen and (min-width: 1px) or (color)",
              "(color) and (hover) or (grid)",
              "(color) or (hover) and (grid)",
              "(color) and",
              "(color) (hover)",
              "screen (color)",
              "not",
              "not not (color)",
              "only (color)",
              ",",
              ", ,",
              "&&",
              "1px",
              "'screen'",
              "screen; (color)"},
             false);
}

TEST(Media, TheEndOfTheTextClosesParentheses) {
  // CSS Syntax 3 §5.4.8; a sheet that ends here has no rules in it, but <link media> may.
  EXPECT_TRUE(holds("(min-width: 1px"));
  EXPECT_TRUE(holds("screen and (min-width: calc(1px"));
}

TEST(Media, OneBadQueryDoesNotSpoilTheList) {
  EXPECT_TRUE(holds("screen and print, (color)"));
  EXPECT_TRUE(holds("&&, all"));
  EXPECT_FALSE(holds("(unknown, all)"));  // the comma is within the parentheses
}

TEST(Media, WidthAndHeight) {
  expect_all({"(width: 1280px)",
              "(min-width: 1280px)",
              "(max-width: 1280px)",
              "(MIN-WIDTH:768PX)",
              "(min-width:47.9375em)",
              "(min-width: 80em)",
              "(width: 80rem)",
              "(height: 1024px)",
              "(min-width: 0)",
              "(min-width: -100px)",
              "(width)",
              "(height)",
              "(max-width: 1e4px)",
              "(min-width: 12in)",
              "(max-width: 34cm)",
              "(min-width: 900pt)",
              "(width: 100vw)",
              "(min-width: 50vmax)",
              "(height: 100dvh)",
              "(device-width: 1280px)",
              "(min-device-height: 1000px)",
              "only screen and (min-width: 62.5em) and (max-width: 90em)"},
             true);
  expect_all({"(width: 1279.98px)", "(min-width: 1281px)", "(max-width: 1279.98px)", "(max-width: -1px)",
              "(min-width: 81em)", "(max-width: 767.98px)", "(min-width: 768)", "(min-width)",
              "(min-width: auto)", "(min-width: 10%)", "(min-width: 1dppx)", "(min-width: 100px 200px)",
              "(min-width:)", "(min-width: 0\\0)", "(width 1280px)", "(max-width: 9999999999foo)"},
             false);
  const Environment phone{.width = 320, .height = 256};
  expect_all({"(max-width: 20em)", "(max-width: 767.98px)", "not all and (min-width: 48em)"}, true, phone);
}

TEST(Media, Ranges) {
  expect_all({"(width >= 1280px)", "(width > 1279px)", "(width <= 1280px)", "(width < 1281px)",
              "(width = 1280px)", "(1280px = width)", "(400px <= width)", "(2000px > width)",
              "(400px <= width <= 1280px)", "(400px < width < 1281px)", "(1281px > width >= 1280px)",
              "(400PX<=WIDTH<1300px)", "(width>=400px)", "(color >= 8)", "(aspect-ratio > 1)",
              "(1 < aspect-ratio < 16/9)", "(resolution >= 96dpi)", "(0 < width)", "(calc(1px) < width)"},
             true);
  expect_all({"(width < 1280px)",
              "(width > 1280px)",
              "(1280px < width)",
              "(400px <= width < 1280px)",
              "(400px <= width >= 700px)",
              "(400px < width = 1280px)",
              "(400px = width = 1280px)",
              "(min-width > 4px)",
              "(4px < min-width)",
              "(width < = 2000px)",
              "(width => 4px)",
              "(width == 1280px)",
              "(width <)",
              "(< width)",
              "(1px < 2px)",
              "(width > 1px > width)",
              "(1px < width < 2000px < 3000px)",
              "(orientation > portrait)",
              "(grid >= 0)",
              "(<)"},
             false);
}

TEST(Media, RatioAndOrientation) {
  const Environment wide{.width = 1600, .height = 900};
  expect_all({"(aspect-ratio: 16/9)", "(aspect-ratio: 16 / 9)", "(aspect-ratio: 32/18)",
              "(min-aspect-ratio: 1)", "(min-aspect-ratio: 0/1)", "(max-aspect-ratio: 1/0)",
              "(max-aspect-ratio: 0/0)", "(min-aspect-ratio: calc(16/10))", "(aspect-ratio)",
              "(orientation: landscape)", "(orientation)", "(device-aspect-ratio: 16/9)"},
             true, wide);
  expect_all({"(aspect-ratio: 16/10)", "(min-aspect-ratio: 2/1)", "(min-aspect-ratio: -1/1)",
              "(min-aspect-ratio: 1/-1)", "(min-aspect-ratio: 16/9/1)", "(min-aspect-ratio: 16px/9)",
              "(min-aspect-ratio: 1/0)", "(orientation: portrait)", "(orientation: square)",
              "(min-orientation: landscape)", "(orientation: 1)"},
             false, wide);
  EXPECT_TRUE(holds("(orientation: portrait)", {.width = 500, .height = 500}));
}

TEST(Media, Resolution) {
  const Environment sharp{.resolution = 2};
  expect_all({"(resolution: 2dppx)", "(resolution: 2x)", "(resolution: 192dpi)", "(min-resolution: 75dpcm)",
              "(-webkit-min-device-pixel-ratio: 1.5)", "(-webkit-device-pixel-ratio: 2)",
              "(-webkit-max-device-pixel-ratio: 2)", "(max-resolution: infinite)", "(resolution)",
              "(min--moz-device-pixel-ratio: 1.5), (min-resolution: 1.5dppx)"},
             true, sharp);
  expect_all(
      {"(min-resolution: 2.1dppx)", "(min-resolution: 2)", "(min-resolution: 2px)",
       "(min--moz-device-pixel-ratio: 1)", "(min-resolution: infinite)",
       "(-webkit-min-device-pixel-ratio: 2dppx)", "(min-device-pixel-ratio: 1)", "(-webkit-min-width: 1px)"},
      false, sharp);
}

TEST(Media, WhatTheReaderPrefers) {
  expect_all({"(prefers-color-scheme: light)", "(prefers-color-scheme)",
              "(prefers-reduced-motion: no-preference)", "(prefers-contrast: no-preference)",
              "(forced-colors: none)", "(prefers-reduced-transparency: no-preference)",
              "(prefers-reduced-data: no-preference)", "(inverted-colors: none)", "not (prefers-contrast)",
              "not (prefers-reduced-motion)", "not (forced-colors)"},
             true);
  expect_all({"(prefers-color-scheme: dark)", "(prefers-color-scheme: no-preference)",
              "(prefers-reduced-motion)", "(prefers-reduced-motion: reduce)", "(prefers-contrast: more)",
              "(forced-colors: active)", "(forced-colors)", "(inverted-colors)"},
             false);
  const Environment other{.scheme = ColourScheme::dark,
                          .motion = Motion::reduced,
                          .contrast = Contrast::more,
                          .forced_colours = ForcedColours::active};
  expect_all({"(prefers-color-scheme: dark)", "(prefers-reduced-motion: REDUCE)", "(prefers-reduced-motion)",
              "(prefers-contrast: more)", "(prefers-contrast)", "(forced-colors: active)", "(forced-colors)"},
             true, other);
  EXPECT_TRUE(holds("(prefers-contrast: less)", {.contrast = Contrast::less}));
  EXPECT_TRUE(holds("(prefers-contrast: custom)", {.forced_colours = ForcedColours::active}));
}

TEST(Media, PointersAndDevices) {
  expect_all({"(hover: hover)",
              "(hover)",
              "(any-hover: hover)",
              "(pointer: fine)",
              "(pointer)",
              "(any-pointer: fine)",
              "(color)",
              "(min-color: 8)",
              "(color-index: 0)",
              "(monochrome: 0)",
              "(color-gamut: srgb)",
              "(display-mode: browser)",
              "(display-mode)",
              "(scripting: enabled)",
              "(scripting)",
              "(update: fast)",
              "(overflow-block: scroll)",
              "(overflow-inline: scroll)",
              "(grid: 0)",
              "(scan: progressive)",
              "(dynamic-range: standard)",
              "(horizontal-viewport-segments: 1)",
              "(vertical-viewport-segments: 1)",
              "(-webkit-transform-3d)",
              "not (monochrome)",
              "not (grid)"},
             true);
  expect_all(
      {"(hover: none)", "(pointer: coarse)", "(monochrome)", "(color-gamut: p3)", "(grid)", "(grid: 1)",
       "(min-color: 1.5)", "(color: 9)", "(display-mode: standalone)", "(scripting: none)", "(update: none)",
       "(dynamic-range: high)", "(min-grid: 0)", "(horizontal-viewport-segments: 2)"},
      false);
  expect_all({"(hover: none)", "(pointer: coarse)", "not (hover)"}, true, {.pointer = Pointer::coarse});
  expect_all({"(hover: none)", "(pointer: none)", "not (pointer)"}, true, {.pointer = Pointer::none});
}

TEST(Media, ConditionsNest) {
  expect_all({"(color) and (hover)", "(monochrome) or (color)", "not (monochrome)", "((color) and (hover))",
              "(((color)))", "((monochrome) or (color)) and (hover)", "not ((monochrome) or (grid))",
              "(not (monochrome))", "(not (monochrome)) and (color)", "screen and (not (monochrome))",
              "screen and ((monochrome) or (color))", "not screen and (monochrome)",
              "not print and (monochrome)", "(color)and (hover)", "screen and not (monochrome)"},
             true);
  expect_all({"(color) and (monochrome)", "not (color)", "(not (color))", "not screen and (color)",
              "((monochrome) or (grid)) and (hover)", "not ((monochrome) or (color))"},
             false);
}

// Media Queries 4 §3.1
TEST(Media, UnknownIsNeitherTrueNorFalse) {
  expect_all(
      {"(unknown)", "not (unknown)", "not screen and (unknown)", "(unknown: 1)", "not (width: foo)",
       "not (min-width: 768)", "(unknown) and (color)", "not ((unknown) and (color))",
       "not ((unknown) or (monochrome))", "f(x)", "not f(x)", "(f(x) y)", "not ()", "()",
       "(-ms-high-contrast: none)", "not (color: red)", "not (1px < 2px)", "not print and (unknown) and"},
      false);
  expect_all({"(unknown) or (color)", "f(x) or (color)", "not ((unknown) and (monochrome))",
              "not print and (unknown)", "(unknown), (color)", "((unknown)) or (color)"},
             true);
}

TEST(Media, SumsInCalc) {
  expect_all({"(width: calc(1280px))", "(width: calc(1000px + 280px))", "(width: calc(80em))",
              "(width: calc(2 * 640px))", "(width: calc(640px * 2))", "(width: calc(2560px / 2))",
              "(width: calc(1px * (1000 + 280)))", "(width: calc(calc(40em) + 40rem))",
              "(width: calc(50vw + 640px))", "(width: calc(1290px - 10px))", "(color: calc(4 + 4))",
              "(width: calc( 1280px ))", "(width: CALC(10px*128))"},
             true);
  expect_all({"(width: calc())", "(width: calc(1280px + 1))", "(width: calc(1280px+0px))",
              "(width: calc(1280px / 0))", "(width: calc(2 / 1px))", "(width: calc(1px * 1px))",
              "(width: calc(1280px) 1px)", "(width: calc(1280px,))", "(width: calc(1280px +))",
              "(width: calc(1280px + 1dppx))", "(min-color: calc(3 / 2))", "(width: max(1px, 1280px) x)"},
             false);
}

TEST(Media, HugeNumbersAreClamped) {
  EXPECT_TRUE(holds("(max-width: 1e999px)"));
  EXPECT_FALSE(holds("(min-width: 1e999em)"));
  EXPECT_TRUE(holds("(min-width: -1e999em)"));
  EXPECT_FALSE(holds("(width: calc(1e300px * 1e300 - 1e300px * 1e300))"));
  EXPECT_FALSE(holds("(width: calc(1e38vw * 1e38))"));
  EXPECT_TRUE(holds("(max-aspect-ratio: 1e999/1e-999)"));
}

TEST(Media, DeepNestingNeverHolds) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "color" + std::string(depth, ')');
  };
  EXPECT_TRUE(holds(nested(16)));
  EXPECT_FALSE(holds(nested(17)));
  EXPECT_FALSE(holds(nested(100'000)));
  EXPECT_FALSE(holds("not " + nested(17)));
  EXPECT_FALSE(holds(nested(17) + " or (color)"));
  EXPECT_FALSE(holds(std::string(100'000, '(')));
  std::string calc;
  for (int i = 0; i < 50'000; ++i) calc += "calc(";
  EXPECT_FALSE(holds("(min-width: " + calc));
}

TEST(Media, LongListsAndChains) {
  std::string list = "print";
  std::string chain = "(color)";
  for (int i = 0; i < 50'000; ++i) {
    list += ",print";
    chain += " and (color)";
  }
  EXPECT_FALSE(holds(list));
  EXPECT_TRUE(holds(list + ",screen"));
  EXPECT_TRUE(holds(chain));
  EXPECT_FALSE(holds(chain + " and (monochrome)"));
}

TEST(Media, CopiesOutliveTheText) {
  MediaQueryList copy;
  {
    const std::string text = "(orientation: landscape) and (prefers-color-scheme: light)";
    const MediaQueryList list = MediaQueryList::parse(text);
    copy = list;
  }
  EXPECT_TRUE(copy.matches({}));
  EXPECT_FALSE(copy.matches({.scheme = ColourScheme::dark}));
}

}  // namespace
}  // namespace veedor::css
