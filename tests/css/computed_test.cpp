// What values become: inheritance, fonts, variables, and what boxes do to display and overflow.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/styled_page.h"

namespace veedor::css {
namespace {

TEST(Computed, FontSizesFollowTheParent) {
  struct Case {
    std::string_view html;
    double px;
  };
  for (const Case& item : {
           Case{"<p id=x>", 16},
           Case{"<h1 id=x>", 32},
           Case{"<div style='font-size:20px'><p id=x style='font-size:1.5em'>", 30},
           Case{"<div style='font-size:20px'><p id=x style='font-size:150%'>", 30},
           Case{"<html style='font-size:10px'><p id=x style='font-size:2rem'>", 20},
           Case{"<p id=x style='font-size:larger'>", 19.2},
           Case{"<p id=x style='font-size:x-large'>", 24},
           Case{"<p id=x style='font-size:calc(1em + 4px)'>", 20},
           Case{"<p id=x style='font-size:10vw'>", 128},
           Case{"<p id=x style='font-size:-1px'>", 16},
           Case{"<code id=x>", 13},
           Case{"<code id=x style='font-size:1em'>", 13},
           Case{"<code id=x style='font-family:monospace,monospace'>", 16},
           Case{"<div style='font-size:20px'><code id=x>", 20},
           Case{"<code><span id=x style='font-family:serif'>", 16},
           Case{"<button id=x>", 13.3333},
           Case{"<font id=x size='+1'>", 18},
           Case{"<small id=x>", 13.3333},
       }) {
    EXPECT_NEAR(StyledPage(item.html).style("x").font_size(), item.px, 0.001) << item.html;
  }
}

TEST(Computed, WeightsAndLineHeights) {
  const StyledPage page(
      "<b id=a>a<b id=b>b</b></b><p style='font-weight:300'><b id=c>c</b></p>"
      "<div style='line-height:1.5;font-size:10px'><p id=d style='font-size:20px'></div>"
      "<div style='line-height:150%;font-size:10px'><p id=e style='font-size:20px'></div>");
  EXPECT_EQ(page.style("a").font_weight(), 700);
  EXPECT_EQ(page.style("b").font_weight(), 900);
  EXPECT_EQ(page.style("c").font_weight(), 400);
  EXPECT_EQ(page.style("d")[Property::line_height], Value::number(1.5));
  EXPECT_EQ(page.style("e")[Property::line_height], Value::length(15));
}

TEST(Computed, VariablesInheritFallBackAndFailAtComputedValueTime) {
  const StyledPage page(
      "<style>:root{--a:red;--b:var(--a);--loop1:var(--loop2);--loop2:var(--loop1, blue)}"
      "#u{color:var(--b)} #v{color:var(--none,lime)} #w{color:blue;color:var(--none)} "
      "#x{color:var(--loop1,lime)}"
      "#y{--a:blue;color:var(--b)} #z{border:var(--w) solid;--w:3px} #q{--A:lime;color:var(--a)}</style>"
      "<p id=u><p id=v><div style='color:red'><p id=w></div><p id=x><p id=y><p id=z><p id=q>");
  EXPECT_EQ(page.colour("u"), "rgb(255, 0, 0)");
  EXPECT_EQ(page.colour("v"), "rgb(0, 255, 0)");
  EXPECT_EQ(page.colour("w"), "rgb(255, 0, 0)");  // unset, not the earlier blue
  EXPECT_EQ(page.colour("x"), "rgb(0, 255, 0)");
  EXPECT_EQ(page.colour("y"), "rgb(255, 0, 0)");  // --b was substituted at the root
  EXPECT_EQ(page.px("z", Property::border_top_width), 3);
  EXPECT_EQ(page.colour("q"), "rgb(255, 0, 0)");
  EXPECT_EQ(page.styles().custom_property(page.style("y"), "--a"), "blue");
  EXPECT_EQ(page.styles().custom_property(page.style("y"), "--loop1"), "");
}

TEST(Computed, RegisteredPropertiesHaveInitialValuesAndMayNotInherit) {
  const StyledPage page(
      "<style>@property --c{syntax:'<color>';inherits:false;initial-value:red}"
      "div{--c:blue;color:var(--c)} p{color:var(--c)}</style><div id=d><p id=p></div>");
  EXPECT_EQ(page.colour("d"), "rgb(0, 0, 255)");
  EXPECT_EQ(page.colour("p"), "rgb(255, 0, 0)");
}

TEST(Computed, BoxesChangeDisplayAndOverflow) {
  struct Case {
    std::string_view html;
    Property property;
    std::string_view keyword;
  };
  for (const Case& item : {
           Case{"<span id=x style='float:left'>", Property::display, "block"},
           Case{"<span id=x style='position:absolute;float:left'>", Property::float_, "none"},
           Case{"<span id=x style='position:fixed;display:inline-flex'>", Property::display, "flex"},
           Case{"<div style='display:flex'><span id=x>", Property::display, "block"},
           Case{"<div style='display:grid'><b style='display:contents'><i id=x>", Property::display, "block"},
           Case{"<img id=x style='display:contents'>", Property::display, "none"},
           Case{"<p id=x style='overflow-x:hidden'>", Property::overflow_y, "auto"},
           Case{"<p id=x style='overflow:visible clip'>", Property::overflow_x, "visible"},
           Case{"<p id=x style='overflow:scroll clip'>", Property::overflow_y, "hidden"},
           Case{"<li id=x>", Property::display, "list-item"},
           Case{"<p id=x hidden>", Property::display, "none"},
           Case{"<dialog id=x>", Property::display, "none"},
           Case{"<dialog id=x open>", Property::display, "block"},
           Case{"<table><tr id=x>", Property::display, "table-row"},
           Case{"<style>p{text-align:right}</style><p><table><tr><th id=x>", Property::text_align, "center"},
           Case{"<table style='text-align:right'><tr><th id=x>", Property::text_align, "right"},
           Case{"<p id=x dir=rtl>", Property::direction, "rtl"},
       }) {
    EXPECT_EQ(StyledPage(item.html).keyword("x", item.property), item.keyword) << item.html;
  }
}

TEST(Computed, QuirksModeIsLenientAndTablesStartAnew) {
  const StyledPage page(
      "<quirks><style>.A{width:5;color:ff0000}</style><p id=x class=a></p>"
      "<div style='font-size:30px;color:red'><table><tr><td id=t></table></div>");
  EXPECT_EQ(page.px("x", Property::width), 5);
  EXPECT_EQ(page.colour("x"), "rgb(255, 0, 0)");
  EXPECT_EQ(page.style("t").font_size(), 16);
  const StyledPage strict("<style>.A{width:5;color:ff0000}</style><p id=x class=a></p>");
  EXPECT_EQ(strict.colour("x"), "rgb(0, 0, 0)");
}

TEST(Computed, DarkSchemesTurnSystemColours) {
  const Environment dark{.scheme = ColourScheme::dark};
  constexpr std::string_view kBoth = "<meta name=color-scheme content='light dark'><p id=x><a id=a href=/>";
  EXPECT_EQ(StyledPage(kBoth, dark).colour("x"), "rgb(255, 255, 255)");
  EXPECT_EQ(StyledPage(kBoth).colour("x"), "rgb(0, 0, 0)");
  EXPECT_EQ(StyledPage(kBoth, dark).colour("a"), "rgb(158, 158, 255)");
  EXPECT_EQ(
      StyledPage("<style>:root{color-scheme:dark}p{color:light-dark(red,blue)}</style><p id=x>").colour("x"),
      "rgb(0, 0, 255)");
  EXPECT_EQ(StyledPage("<p id=x>", dark).colour("x"), "rgb(0, 0, 0)");
}

TEST(Computed, CurrentcolorIsTheElementsOwn) {
  const StyledPage page(
      "<div style='color:red;border:1px solid'><p id=x "
      "style='color:blue;border:inherit;background:currentcolor'></div>");
  EXPECT_EQ(page.colour("x", Property::background_color), "rgb(0, 0, 255)");
  EXPECT_EQ(page.colour("x", Property::border_top_color), "rgb(0, 0, 255)");
}

}  // namespace
}  // namespace veedor::css
