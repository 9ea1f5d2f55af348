// Colours in all syntaxes, as sRGB.
#include "scanner/css/value/colour.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/value/compute.h"
#include "tests/css/declared.h"

namespace veedor::css {
namespace {

std::string colour(std::string_view text, const ComputeContext& context = {}) {
  const std::optional<Colour> parsed = parse_colour(text, context);
  return parsed ? to_string(*parsed) : "invalid";
}

struct Case {
  std::string_view text, expected;
};

void expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(colour(c.text), c.expected) << c.text;
}

TEST(Colour, NamesAndHexadecimalDigits) {
  expect({
      {"red", "rgb(255, 0, 0)"},
      {"ReD", "rgb(255, 0, 0)"},
      {"rebeccapurple", "rgb(102, 51, 153)"},
      {"lightgoldenrodyellow", "rgb(250, 250, 210)"},
      {"aliceblue", "rgb(240, 248, 255)"},
      {"yellowgreen", "rgb(154, 205, 50)"},
      {"grey", "rgb(128, 128, 128)"},
      {"transparent", "rgba(0, 0, 0, 0)"},
      {"#fff", "rgb(255, 255, 255)"},
      {"#F0f8", "rgba(255, 0, 255, 0.533)"},
      {"#12345678", "rgba(18, 52, 86, 0.47)"},
      {"#123456", "rgb(18, 52, 86)"},
      {"#12", "invalid"},
      {"#12345", "invalid"},
      {"#1234567", "invalid"},
      {"#ggg", "invalid"},
      {"reddish", "invalid"},
      {"", "invalid"},
      {"red red", "invalid"},
      {"auto", "invalid"},
  });
}

TEST(Colour, RgbInOldAndNewSyntax) {
  expect({
      {"rgb(1, 2, 3)", "rgb(1, 2, 3)"},
      {"rgba(1,2,3,.5)", "rgba(1, 2, 3, 0.5)"},
      {"rgb(1, 2, 3, 50%)", "rgba(1, 2, 3, 0.5)"},
      {"rgb(10%, 20%, 30%)", "rgb(26, 51, 77)"},
      {"rgb(300, -5, 0)", "rgb(255, 0, 0)"},
      {"rgb(1 2 3)", "rgb(1, 2, 3)"},
      {"rgb(1 2 3 / 25%)", "rgba(1, 2, 3, 0.25)"},
      {"rgba(10% 20 none / none)", "rgba(26, 20, 0, 0)"},
      {"rgb(calc(1 + 1) 2 3)", "rgb(2, 2, 3)"},
      {"rgb(calc(infinity), 0, 0)", "rgb(255, 0, 0)"},
      {"rgb(calc(0/0), 0, 0)", "rgb(0, 0, 0)"},
      {"rgb(1, 2%, 3)", "invalid"},
      {"rgb(1, 2, none)", "invalid"},
      {"rgb(1 2, 3)", "invalid"},
      {"rgb(1, 2)", "invalid"},
      {"rgb(1, 2, 3 / 1)", "invalid"},
      {"rgb(1 2 3 1)", "invalid"},
      {"rgb(1, 2, 3, 4, 5)", "invalid"},
      {"rgb(1 2 3 /)", "invalid"},
      {"rgb(1deg 2 3)", "invalid"},
      {"rgb()", "invalid"},
      {"rgb (1, 2, 3)", "invalid"},
  });
}

TEST(Colour, HslAndHwb) {
  expect({
      {"hsl(120, 100%, 50%)", "rgb(0, 255, 0)"},
      {"hsl(120deg 100% 25%)", "rgb(0, 128, 0)"},
      {"hsl(0.5turn 100 50)", "rgb(0, 255, 255)"},
      {"hsl(-120 100% 50%)", "rgb(0, 0, 255)"},
      {"hsl(480 100% 50%)", "rgb(0, 255, 0)"},
      {"hsla(240, 100%, 50%, 0.25)", "rgba(0, 0, 255, 0.25)"},
      {"hsl(30 60% 70%)", "rgb(224, 179, 133)"},
      {"hsl(none none 50%)", "rgb(128, 128, 128)"},
      {"hsl(120, 100, 50)", "invalid"},
      {"hsl(120%, 100%, 50%)", "invalid"},
      {"hwb(195 0% 0%)", "rgb(0, 191, 255)"},
      {"hwb(195 0% 0% / .5)", "rgba(0, 191, 255, 0.5)"},
      {"hwb(120deg 20% 20%)", "rgb(51, 204, 51)"},
      {"hwb(0 60% 60%)", "rgb(128, 128, 128)"},
      {"hwb(0, 0%, 0%)", "invalid"},
  });
}

// CSS Color 4 §9 and §10 examples, and the colour that each names in sRGB.
TEST(Colour, LabAndItsKin) {
  expect({
      {"lab(46.277% -47.552 48.5861)", "rgb(0, 128, 0)"},
      {"lab(0 0 0)", "rgb(0, 0, 0)"},
      {"lab(100% 0 0)", "rgb(255, 255, 255)"},
      {"lab(150 0 0)", "rgb(255, 255, 255)"},
      {"lab(54.2905 80.8049 69.8910)", "rgb(255, 0, 0)"},
      {"lch(46.277 67.9892 134.3912)", "rgb(0, 128, 0)"},
      {"lch(50% 0 0)", "rgb(119, 119, 119)"},
      {"oklab(51.975% -0.1403 0.10768)", "rgb(0, 128, 0)"},
      {"oklab(0.627966 0.22488 0.125859)", "rgb(255, 0, 0)"},
      {"oklab(1 0 0)", "rgb(255, 255, 255)"},
      {"oklch(51.975% 0.17686 142.495)", "rgb(0, 128, 0)"},
      {"oklch(0.627966 0.257704 29.2346)", "rgb(255, 0, 0)"},
      {"oklch(70% none none)", "rgb(158, 158, 158)"},
      {"oklch(1 2, 3)", "invalid"},
      {"lab(1, 2, 3)", "invalid"},
  });
}

TEST(Colour, PredefinedSpaces) {
  expect({
      {"color(srgb 1 0.5 0)", "rgb(255, 128, 0)"},
      {"color(srgb 100% 50% 0% / 50%)", "rgba(255, 128, 0, 0.5)"},
      {"color(srgb-linear 0.2140 0.2140 0.2140)", "rgb(127, 127, 127)"},
      {"color(display-p3 0.21604 0.49418 0.13151)", "rgb(0, 128, 0)"},
      {"color(display-p3 0.9175 0.2003 0.1386)", "rgb(255, 0, 0)"},
      {"color(a98-rgb 0.281363 0.498012 0.116746)", "rgb(0, 128, 0)"},
      {"color(prophoto-rgb 0.230479 0.395789 0.129968)", "rgb(0, 128, 0)"},
      {"color(rec2020 0.235202 0.431704 0.085432)", "rgb(0, 128, 0)"},
      {"color(xyz 0.07719 0.15438 0.02573)", "rgb(0, 128, 0)"},
      {"color(xyz-d50 0.08314 0.154751 0.020956)", "rgb(0, 128, 0)"},
      {"color(xyz-d65 0.07719 0.15438 0.02573)", "rgb(0, 128, 0)"},
      {"color(hsl 1 1 1)", "invalid"},
      {"color(unknown 1 1 1)", "invalid"},
      {"color(srgb 1 1)", "invalid"},
      {"color(srgb, 1, 1, 1)", "invalid"},
  });
  // Beyond the gamut of sRGB, and kept there.
  const std::optional<Colour> p3 = parse_colour("color(display-p3 1 0 0)", {});
  ASSERT_TRUE(p3);
  EXPECT_NEAR(p3->red, 1.0930, 0.001);
  EXPECT_NEAR(p3->green, -0.2267, 0.001);
  EXPECT_NEAR(p3->blue, -0.1501, 0.001);
}

TEST(Colour, Mixing) {
  expect({
      {"color-mix(in srgb, red, blue)", "rgb(128, 0, 128)"},
      {"color-mix(in srgb, red 25%, blue)", "rgb(64, 0, 191)"},
      {"color-mix(in srgb, red, 25% blue)", "rgb(191, 0, 64)"},
      {"color-mix(in srgb, red 100%, blue)", "rgb(255, 0, 0)"},
      {"color-mix(in srgb, red 20%, blue 20%)", "rgba(128, 0, 128, 0.4)"},
      {"color-mix(in srgb, red 150%, blue)", "invalid"},
      {"color-mix(in srgb, red 0%, blue 0%)", "invalid"},
      {"color-mix(in srgb, red -1%, blue)", "invalid"},
      {"color-mix(in srgb, red calc(50% + 25%), blue)", "rgb(191, 0, 64)"},
      {"color-mix(in srgb, red, transparent)", "rgba(255, 0, 0, 0.5)"},
      {"color-mix(in srgb, rgb(100% 0% 0% / 0.7) 25%, rgb(0% 100% 0% / 0.2))", "rgba(137, 118, 0, 0.325)"},
      {"color-mix(in hsl, hsl(120deg 10% 20%), hsl(30deg 30% 40%))", "rgb(84, 92, 61)"},
      {"color-mix(in hsl, hsl(120deg 10% 20%) 25%, hsl(30deg 30% 40%))", "rgb(112, 106, 67)"},
      {"color-mix(in hsl, hsl(40deg 50% 50%), hsl(330deg 50% 50%))", "rgb(191, 74, 64)"},
      {"color-mix(in hsl longer hue, hsl(40deg 50% 50%), hsl(330deg 50% 50%))", "rgb(64, 181, 191)"},
      {"color-mix(in hsl increasing hue, hsl(40deg 50% 50%), hsl(330deg 50% 50%))", "rgb(64, 181, 191)"},
      {"color-mix(in hsl decreasing hue, hsl(40deg 50% 50%), hsl(330deg 50% 50%))", "rgb(191, 74, 64)"},
      {"color-mix(in hsl, white, blue)", "rgb(159, 159, 223)"},
      {"color-mix(in hwb, hwb(120deg 10% 20%), hwb(30deg 30% 40%))", "rgb(147, 179, 51)"},
      {"color-mix(in oklab, red, blue)", "rgb(140, 83, 162)"},
      {"color-mix(in oklab, white, black)", "rgb(99, 99, 99)"},
      {"color-mix(in lch, white, blue)", "rgb(175, 137, 255)"},
      {"color-mix(in srgb, rgb(none 0 0), rgb(255 0 0))", "rgb(255, 0, 0)"},
      {"color-mix(in srgb longer hue, red, blue)", "invalid"},
      {"color-mix(in nowhere, red, blue)", "invalid"},
      {"color-mix(red, blue)", "invalid"},
      {"color-mix(in srgb, red)", "invalid"},
      {"color-mix(in srgb, red, blue, green)", "invalid"},
      {"color-mix(in srgb, 10% red 10%, blue)", "invalid"},
  });
}

TEST(Colour, Relative) {
  expect({
      {"rgb(from red r g b / 50%)", "rgba(255, 0, 0, 0.5)"},
      {"rgb(from #123456 b g r)", "rgb(86, 52, 18)"},
      {"rgb(from #808080 calc(r + 10) calc(g - 10) 0)", "rgb(138, 118, 0)"},
      {"rgb(from rgba(1, 2, 3, .4) r g b)", "rgba(1, 2, 3, 0.4)"},
      {"rgb(from rgba(1, 2, 3, .4) r g b / calc(alpha * 2))", "rgba(1, 2, 3, 0.8)"},
      {"hsl(from red calc(h + 120) s l)", "rgb(0, 255, 0)"},
      {"hsl(from #0f0 h s 25%)", "rgb(0, 128, 0)"},
      {"hwb(from red h 50% b)", "rgb(255, 128, 128)"},
      {"oklch(from red l 0 h)", "rgb(136, 136, 136)"},
      {"lab(from white l a b)", "rgb(255, 255, 255)"},
      {"color(from red srgb b g r)", "rgb(0, 0, 255)"},
      {"color(from green xyz x y z)", "rgb(0, 128, 0)"},
      {"rgb(from rgb(from red g r b) b r g)", "rgb(0, 0, 255)"},
      {"rgb(from red, 1, 2, 3)", "invalid"},
      {"rgb(from red h g b)", "invalid"},
      {"rgb(from r g b)", "invalid"},
      {"rgb(from red r g b c)", "invalid"},
  });
}

TEST(Colour, DependsOnItsContext) {
  ComputeContext dark;
  dark.scheme = ColourScheme::dark;
  dark.current_colour = Colour::rgb8(1, 2, 3);
  EXPECT_EQ(colour("currentColor", dark), "rgb(1, 2, 3)");
  EXPECT_EQ(colour("color-mix(in srgb, currentcolor 50%, white)", dark), "rgb(128, 129, 129)");
  EXPECT_EQ(colour("light-dark(red, blue)"), "rgb(255, 0, 0)");
  EXPECT_EQ(colour("light-dark(red, blue)", dark), "rgb(0, 0, 255)");
  EXPECT_EQ(colour("light-dark(red, wrong)"), "invalid");
  EXPECT_EQ(colour("Canvas"), "rgb(255, 255, 255)");
  EXPECT_EQ(colour("canvas", dark), "rgb(18, 18, 18)");
  EXPECT_EQ(colour("CanvasText", dark), "rgb(255, 255, 255)");
  EXPECT_EQ(colour("LinkText"), "rgb(0, 0, 238)");
  EXPECT_EQ(colour("VisitedText"), "rgb(85, 26, 139)");
  EXPECT_EQ(colour("ButtonFace"), "rgb(239, 239, 239)");
  EXPECT_EQ(colour("ThreeDFace"), "rgb(239, 239, 239)");
  EXPECT_EQ(colour("WindowText"), "rgb(0, 0, 0)");
  EXPECT_EQ(colour("contrast-color(black)"), "rgb(255, 255, 255)");
  EXPECT_EQ(colour("contrast-color(yellow)"), "rgb(0, 0, 0)");
}

TEST(Colour, DeclaredColoursWaitForTheirContext) {
  EXPECT_EQ(value_of("color", "rgb(1 2 3)"), "rgb(1, 2, 3)");
  EXPECT_EQ(value_of("color", "currentColor"), "expression(currentcolor)");
  EXPECT_EQ(value_of("color", "CANVASTEXT"), "expression(canvastext)");
  EXPECT_EQ(value_of("color", "light-dark(red, blue)"), "expression(light-dark(red, blue))");
  EXPECT_EQ(value_of("color", "color-mix(in srgb, currentcolor, red)"),
            "expression(color-mix(in srgb, currentcolor, red))");
  EXPECT_EQ(value_of("color", "rgb(calc(1em / 1px) 0 0)"), "expression(rgb(calc(1em / 1px) 0 0))");
  EXPECT_EQ(value_of("color", "color-mix(in srgb, red, blue)"), "rgb(128, 0, 128)");
  EXPECT_EQ(value_of("color", "rgb(1 2)"), "invalid");
  const Value mixed = compute(Property::color, Value::colour_expression("rgb(calc(1em / 1px) 0 0)"), {});
  EXPECT_EQ(told(mixed), "rgb(16, 0, 0)");
  EXPECT_EQ(told(compute(Property::color, Value::colour_expression("nonsense"), {})), "nothing");
}

TEST(Colour, IsToldAsCssomTellsIt) {
  EXPECT_EQ(to_string(Colour{}), "rgb(0, 0, 0)");
  EXPECT_EQ(to_string(Colour::rgb8(16, 16, 16, 0.3F)), "rgba(16, 16, 16, 0.3)");
  EXPECT_EQ(to_string(Colour::rgb8(0, 0, 0, 0.5F)), "rgba(0, 0, 0, 0.5)");
  EXPECT_EQ(to_string(Colour::rgb8(0, 0, 0, 1.0F / 255)), "rgba(0, 0, 0, 0.004)");
  EXPECT_EQ(to_string(Colour::rgb8(0, 0, 0, 0.001F)), "rgba(0, 0, 0, 0)");
  EXPECT_EQ(to_string(Colour::rgb8(0, 0, 0, 0.05F)), "rgba(0, 0, 0, 0.05)");
  EXPECT_EQ(to_string(Colour{2, -1, 0.5F, 1}), "rgb(255, 0, 128)");
  EXPECT_EQ(to_string(Colour{std::numeric_limits<float>::quiet_NaN(), 0, 0, 1}), "rgb(0, 0, 0)");
}

}  // namespace
}  // namespace veedor::css
