// Declarations: keywords, raw values, custom properties, quirks, @supports.
#include "scanner/css/value/declaration.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/declared.h"

namespace veedor::css {
namespace {

struct Case {
  std::string_view name, value, expected;
};

void expect_values(std::initializer_list<Case> cases, ParserMode mode = ParserMode::standard) {
  for (const Case& c : cases) {
    EXPECT_EQ(value_of(c.name, c.value, mode), c.expected) << c.name << ": " << c.value;
  }
}

TEST(Declaration, KeywordsAreLowerCaseAndOfTheProperty) {
  expect_values({
      {"display", " BLOCK ", "block"},
      {"DISPLAY", "none", "none"},
      {"display", "bloc", "invalid"},
      {"display", "block block", "invalid"},
      {"display", "", "invalid"},
      {"display", "block 5", "invalid"},
      {"visibility", "collapse", "collapse"},
      {"position", "-webkit-sticky", "sticky"},
      {"position", "sticky", "sticky"},
      {"overflow-x", "overlay", "auto"},
      {"text-align", "-webkit-center", "-webkit-center"},
      {"text-align", "match-parent", "match-parent"},
      {"float", "inline-start", "inline-start"},
      {"white-space", "preserve nowrap", "pre"},
      {"white-space", "nowrap", "nowrap"},
      {"white-space", "wrap", "normal"},
      {"text-decoration-line", "line-through underline", "underline line-through"},
      {"text-decoration-line", "underline underline", "invalid"},
      {"text-decoration-line", "none underline", "invalid"},
      {"cursor", "-webkit-grab", "grab"},
      {"d\\69splay", "block", "invalid"},
  });
}

TEST(Declaration, DisplayHasTwoValuesThatComeToOne) {
  expect_values({
      {"display", "block flow-root", "flow-root"},
      {"display", "inline flow-root", "inline-block"},
      {"display", "flow-root inline", "inline-block"},
      {"display", "inline flex", "inline-flex"},
      {"display", "block flex", "flex"},
      {"display", "grid block", "grid"},
      {"display", "flow", "block"},
      {"display", "inline flow", "inline"},
      {"display", "block ruby", "block ruby"},
      {"display", "inline ruby", "ruby"},
      {"display", "block flow list-item", "list-item"},
      {"display", "list-item", "list-item"},
      {"display", "inline list-item", "inline list-item"},
      {"display", "flex list-item", "invalid"},
      {"display", "none block", "invalid"},
      {"display", "-webkit-box", "-webkit-box"},
      {"display", "-webkit-flex", "flex"},
      {"display", "-ms-flexbox", "invalid"},
      {"display", "-moz-box", "invalid"},
  });
}

TEST(Declaration, NumbersAreWithinTheirRange) {
  expect_values({
      {"font-weight", "700", "700"},
      {"font-weight", "1000", "1000"},
      {"font-weight", "1001", "invalid"},
      {"font-weight", "0", "invalid"},
      {"font-weight", "550.5", "550.5"},
      {"font-weight", "calc(2000)", "1000"},
      {"font-size", "-1px", "invalid"},
      {"font-size", "0", "0px"},
      {"font-size", "5", "invalid"},
      {"font-size", "1.5EM", "1.5em"},
      {"font-size", "120%", "120%"},
      {"font-size", "xx-large", "xx-large"},
      {"font-size", "calc(-1px)", "0px"},
      {"line-height", "1.5", "1.5"},
      {"line-height", "0", "0"},
      {"line-height", "-1", "invalid"},
      {"line-height", "150%", "150%"},
      {"opacity", "50%", "0.5"},
      {"opacity", "-1", "0"},
      {"opacity", "7", "1"},
      {"opacity", ".5", "0.5"},
      {"opacity", "1px", "invalid"},
      {"z-index", "-1", "-1"},
      {"z-index", "1.5", "invalid"},
      {"z-index", "calc(1.5)", "2"},
      {"z-index", "99999999999999999999", "1e+20"},
      {"width", "-5px", "invalid"},
      {"width", "5q", "5q"},
      {"width", "5foo", "invalid"},
      {"width", "-webkit-fit-content", "fit-content"},
      {"margin-left", "-5px", "-5px"},
      {"padding-left", "auto", "invalid"},
      {"column-count", "0", "invalid"},
      {"-webkit-line-clamp", "3", "3"},
      {"border-top-width", "thick", "5px"},
      {"border-top-width", "5%", "invalid"},
      {"letter-spacing", "-.05em", "-0.05em"},
      {"flex-grow", "1e3", "1000"},
      {"zoom", "150%", "1.5"},
      {"zoom", "normal", "1"},
  });
}

TEST(Declaration, RawValuesKeepTheirTextWhenTheirGrammarHolds) {
  expect_values({
      {"transform", "translate( -50% , 1px ) rotate(45deg)", "raw(translate( -50% , 1px ) rotate(45deg))"},
      {"transform", "NONE", "none"},
      {"transform", "5", "invalid"},
      {"transform", "rotate(5)", "invalid"},
      {"transform", "rotate(0)", "raw(rotate(0))"},
      {"transform", "scale(2,2,2)", "invalid"},
      {"transform", "scale(50%)", "raw(scale(50%))"},
      {"transform", "unknown(1)", "invalid"},
      {"transform", "translate()", "invalid"},
      {"transform", "none none", "invalid"},
      {"filter", "blur(5px) opacity(50%)", "raw(blur(5px) opacity(50%))"},
      {"filter", "alpha(opacity=50)", "invalid"},
      {"filter", "progid:DXImageTransform.Microsoft.gradient(enabled=false)", "invalid"},
      {"filter", "drop-shadow(0 0 2px red)", "raw(drop-shadow(0 0 2px red))"},
      {"clip", "rect(0 0 0 0)", "raw(rect(0 0 0 0))"},
      {"clip", "rect(1px, 1px, 1px, 1px)", "raw(rect(1px, 1px, 1px, 1px))"},
      {"clip", "rect(1px, 1px 1px, 1px)", "invalid"},
      {"clip", "rect(1px)", "invalid"},
      {"clip-path", "inset(50%)", "raw(inset(50%))"},
      {"clip-path", "circle() border-box", "raw(circle() border-box)"},
      {"clip-path", "inset()", "invalid"},
      {"box-shadow", "inset 0 0 0 1px red, 1px 1px", "raw(inset 0 0 0 1px red, 1px 1px)"},
      {"box-shadow", "0 0 -1px red", "invalid"},
      {"box-shadow", "red", "invalid"},
      {"text-shadow", "1px 1px 2px rgb(0 0 0 / 50%)", "raw(1px 1px 2px rgb(0 0 0 / 50%))"},
      {"text-shadow", "1px 1px 2px 3px red", "invalid"},
      {"content", "'a' counter(x) attr(title)", "raw('a' counter(x) attr(title))"},
      {"content", "url(a.png) / \"text\"", "raw(url(a.png) / \"text\")"},
      {"content", "none", "none"},
      {"content", "foo", "invalid"},
      {"content", "'a' /", "invalid"},
      {"quotes", "'a' 'b'", "raw('a' 'b')"},
      {"quotes", "'a'", "invalid"},
      {"font-family", "Arial", "raw(Arial)"},
      {"font-family", "\"Times New Roman\", Times New, serif", "raw(\"Times New Roman\", Times New, serif)"},
      {"font-family", "a, inherit", "invalid"},
      {"font-family", "a,, b", "invalid"},
      {"font-family", "5a", "invalid"},
      {"font-style", "oblique 10deg", "raw(oblique 10deg)"},
      {"font-style", "oblique 100deg", "invalid"},
      {"cursor", "url(a.cur) 2 3, auto", "raw(url(a.cur) 2 3, auto)"},
      {"cursor", "url(a.cur)", "invalid"},
      {"list-style-type", "Lower-Roman", "lower-roman"},
      {"list-style-type", "MyOwn", "raw(MyOwn)"},
      {"list-style-type", "'- '", "raw('- ')"},
      {"aspect-ratio", "16 / 9", "raw(16 / 9)"},
      {"aspect-ratio", "16/", "invalid"},
      {"color-scheme", "dark light", "raw(dark light)"},
      {"color-scheme", "dark", "dark"},
      {"animation-duration", "1s, 200ms", "raw(1s, 200ms)"},
      {"animation-duration", "-1s", "invalid"},
      {"animation-duration", "0", "invalid"},
      {"animation-iteration-count", "infinite", "infinite"},
      {"transition-property", "color, none", "invalid"},
      {"fill", "url(#a) red", "raw(url(#a) red)"},
      {"fill", "red", "rgb(255, 0, 0)"},
      {"justify-content", "safe center", "raw(safe center)"},
      {"align-items", "first baseline", "baseline"},
      {"grid-auto-flow", "dense row", "dense"},
      {"border-spacing", "1px 1px", "1px"},
      {"border-spacing", "1px 2px", "raw(1px 2px)"},
      {"width", "fit-content(10em)", "raw(fit-content(10em))"},
      {"translate", "10px 20%", "raw(10px 20%)"},
      {"rotate", "x 45deg", "raw(x 45deg)"},
      {"scale", "1.5", "raw(1.5)"},
  });
}

TEST(Declaration, ImagesAreCheckedAsBrowsersDo) {
  expect_values({
      {"background-image", "url( a.png )", "raw(url( a.png ))"},
      {"background-image", "url('a.png'), none", "raw(url('a.png'), none)"},
      {"background-image", "linear-gradient(to right, red, blue 50%)",
       "raw(linear-gradient(to right, red, blue 50%))"},
      {"background-image", "linear-gradient(45deg, #fff8 10%, 30%, rgba(0,0,0,.5))",
       "raw(linear-gradient(45deg, #fff8 10%, 30%, rgba(0,0,0,.5)))"},
      {"background-image", "linear-gradient(top, red, blue)", "invalid"},
      {"background-image", "-webkit-linear-gradient(top, red, blue)",
       "raw(-webkit-linear-gradient(top, red, blue))"},
      {"background-image", "-moz-linear-gradient(top, red, blue)", "invalid"},
      {"background-image", "linear-gradient(red, bleu)", "invalid"},
      {"background-image", "linear-gradient()", "invalid"},
      {"background-image", "linear-gradient(red,)", "invalid"},
      {"background-image", "linear-gradient(in oklch longer hue, red, blue)",
       "raw(linear-gradient(in oklch longer hue, red, blue))"},
      {"background-image", "radial-gradient(circle at 50% 50%, red, blue)",
       "raw(radial-gradient(circle at 50% 50%, red, blue))"},
      {"background-image", "-webkit-radial-gradient(center, ellipse cover, red 0%, blue 100%)",
       "raw(-webkit-radial-gradient(center, ellipse cover, red 0%, blue 100%))"},
      {"background-image", "conic-gradient(from 45deg, red 0 25%, blue 0)",
       "raw(conic-gradient(from 45deg, red 0 25%, blue 0))"},
      {"background-image", "image-set('a.png' 1x)", "raw(image-set('a.png' 1x))"},
      {"background-image", "red", "invalid"},
      {"mask-image", "none", "none"},
      {"-webkit-mask-image", "url(a)", "raw(url(a))"},
  });
}

TEST(Declaration, WideKeywordsStandAlone) {
  expect_values({
      {"color", "inherit", "wide(inherit)"},
      {"color", "REVERT-layer", "wide(revert-layer)"},
      {"color", "inherit red", "invalid"},
      {"animation-name", "initial", "wide(initial)"},
      {"animation-name", "a, initial", "invalid"},
  });
  EXPECT_EQ(declared("margin", "unset"),
            "margin-top: wide(unset); margin-right: wide(unset); margin-bottom: wide(unset); margin-left: "
            "wide(unset)");
  EXPECT_EQ(declared("all", "red"), "invalid");
  const std::string all = declared("all", "revert");
  EXPECT_NE(all.find("color: wide(revert)"), std::string::npos);
  EXPECT_EQ(all.find("; direction:"), std::string::npos);
  EXPECT_EQ(all.find("unicode-bidi"), std::string::npos);
}

TEST(Declaration, CustomPropertiesKeepAnyText) {
  EXPECT_EQ(declared("--Gap", "  1px  2px "), "--Gap: raw(1px  2px)");
  EXPECT_EQ(declared("--x", ""), "--x: raw()");
  EXPECT_EQ(declared("--x", "   "), "--x: raw()");
  EXPECT_EQ(declared("--x", "{ a: b; c }"), "--x: raw({ a: b; c })");
  EXPECT_EQ(declared("--x", "inherit"), "--x: wide(inherit)");
  EXPECT_EQ(declared("--x", "var(--y, 1)"), "--x: var(var(--y, 1)) of --*");
  EXPECT_EQ(declared("--x", "a; b"), "invalid");
  EXPECT_EQ(declared("--x", ")"), "invalid");
  EXPECT_EQ(declared("--x", "(]"), "invalid");
  EXPECT_EQ(declared("--x", "a !b"), "invalid");
  EXPECT_EQ(declared("--x", "url(a b"), "invalid");
  EXPECT_EQ(declared("--", "a"), "invalid");
}

TEST(Declaration, VariablesMakeAnyValueValid) {
  expect_values({
      {"color", "var(--a)", "var(var(--a)) of color"},
      {"color", " rgb(var(--a), .5) ", "var(rgb(var(--a), .5)) of color"},
      {"color", "VAR(--a,)", "var(VAR(--a,)) of color"},
      {"width", "env(safe-area-inset-top 0 1, 5px)", "var(env(safe-area-inset-top 0 1, 5px)) of width"},
      {"color", "var(a)", "invalid"},
      {"color", "var()", "invalid"},
      {"color", "var(--a b)", "invalid"},
      {"color", "var(--)", "invalid"},
      {"color", "'var(--a)'", "invalid"},
  });
  EXPECT_EQ(declared("gap", "var(--a) 1px"),
            "row-gap: var(var(--a) 1px) of gap; column-gap: var(var(--a) 1px) of gap");
}

TEST(Declaration, QuirksModeForgivesUnitsAndHashes) {
  const auto quirks = ParserMode::quirks;
  expect_values(
      {
          {"width", "5", "5px"},
          {"font-size", "20", "20px"},
          {"line-height", "20", "20"},
          {"color", "ff0000", "rgb(255, 0, 0)"},
          {"color", "f00", "rgb(255, 0, 0)"},
          {"color", "123456", "rgb(18, 52, 86)"},
          {"color", "1", "rgb(0, 0, 1)"},
          {"color", "12ab", "rgb(0, 18, 171)"},
          {"color", "1234567", "invalid"},
          {"color", "fffff", "invalid"},
          {"background-color", "ffffff", "rgb(255, 255, 255)"},
          {"outline-color", "ff0000", "invalid"},
          {"row-gap", "5", "invalid"},
          {"padding-top", "-5", "invalid"},
          {"top", "-5", "-5px"},
          {"clip", "rect(1,2,3,4)", "raw(rect(1,2,3,4))"},
          {"width", "calc(5)", "invalid"},
      },
      quirks);
  EXPECT_EQ(declared("margin", "1 2", quirks),
            "margin-top: 1px; margin-right: 2px; margin-bottom: 1px; margin-left: 2px");
  EXPECT_EQ(declared("background", "ffffff", quirks), "invalid");
  EXPECT_EQ(declared("border", "1 solid red", quirks), "invalid");
  EXPECT_EQ(declared("width", "5"), "invalid");
  EXPECT_EQ(declared("color", "ff0000"), "invalid");
}

TEST(Declaration, SupportsKnowsWhatBrowsersKnow) {
  EXPECT_TRUE(supports("display", "grid"));
  EXPECT_TRUE(supports("position", "sticky"));
  EXPECT_TRUE(supports("--x", "1"));
  EXPECT_TRUE(supports("backdrop-filter", "blur(1px)"));
  EXPECT_TRUE(supports("Object-Fit", "cover"));
  EXPECT_TRUE(supports("color", "oklch(50% 0.1 20)"));
  EXPECT_TRUE(supports("width", "var(--x)"));
  EXPECT_TRUE(supports("-webkit-appearance", "none"));
  EXPECT_FALSE(supports("display", "-ms-grid"));
  EXPECT_FALSE(supports("-moz-appearance", "none"));
  EXPECT_FALSE(supports("-ms-ime-align", "auto"));
  EXPECT_FALSE(supports("-webkit-touch-callout", "none"));
  EXPECT_FALSE(supports("object-fit", ""));
  EXPECT_FALSE(supports("color", ""));
  EXPECT_FALSE(supports("nonsense", "1"));
}

TEST(Declaration, HostileValuesAreRefusedInTime) {
  const auto repeated = [](std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  EXPECT_EQ(value_of("width", repeated("calc(", 100'000)), "invalid");
  EXPECT_EQ(value_of("width", "calc(" + repeated("(", 100'000)), "invalid");
  EXPECT_EQ(value_of("color", repeated("color-mix(in srgb,", 100'000)), "invalid");
  EXPECT_EQ(value_of("color", repeated("rgb(from ", 100'000)), "invalid");
  EXPECT_EQ(value_of("color", repeated("light-dark(red,", 100'000)), "invalid");
  EXPECT_EQ(value_of("background-image", repeated("linear-gradient(", 100'000)), "invalid");
  EXPECT_EQ(value_of("width", "calc(1px" + repeated(" * 1px", 100'000) + ")"), "invalid");
  EXPECT_EQ(value_of("width", "calc(1px" + repeated(" + 1px", 100'000) + ")"), "100001px");
  EXPECT_EQ(value_of("background", repeated("none,", 100'000) + "none"), "invalid");
  EXPECT_EQ(value_of("transform", repeated("[", 100'000)), "invalid");
  for (const std::string_view junk :
       {"\\", "\"", "'", "url(", "(", "calc(", "rgb(", "#", "/*", "!", "\xFF"}) {
    for (const std::string_view property : {"color", "width", "font", "background", "content", "transform"}) {
      EXPECT_NE(declared(property, junk), "invalid, yet something was appended");
    }
  }
}

}  // namespace
}  // namespace veedor::css
