// The arithmetic of contrast, and what is behind a text.
#include <array>
#include <string>

#include <gtest/gtest.h>

#include "rules/support/backdrop.h"
#include "rules/support/colour_words.h"
#include "rules/support/contrast.h"
#include "rules/support/contrast_exemptions.h"
#include "rules/support/contrast_reading.h"
#include "rules/support/painted.h"

namespace veedor::rules {
namespace {

using css::Colour;

constexpr Colour kWhite = Colour::rgb8(255, 255, 255);
constexpr Colour kBlack = Colour::rgb8(0, 0, 0);

Colour grey(int level) { return Colour::rgb8(level, level, level); }

TEST(Contrast, IsThatOfWcag) {
  EXPECT_DOUBLE_EQ(contrast(kBlack, kWhite), 21);
  EXPECT_DOUBLE_EQ(contrast(kWhite, kWhite), 1);
  EXPECT_DOUBLE_EQ(contrast(kWhite, kBlack), contrast(kBlack, kWhite));
  EXPECT_NEAR(contrast(grey(0x77), kWhite), 4.478, 0.001);
  EXPECT_NEAR(contrast(grey(0x76), kWhite), 4.542, 0.001);
  EXPECT_NEAR(contrast(grey(0x95), kWhite), 2.995, 0.001);
  EXPECT_NEAR(contrast(Colour::rgb8(255, 0, 0), kWhite), 3.998, 0.001);
  EXPECT_NEAR(contrast(Colour::rgb8(0, 0, 255), kWhite), 8.592, 0.001);
}

TEST(Contrast, IsRoundedDownSoThatWhatFailsNeverLooksAsIfItPassed) {
  EXPECT_EQ(ratio_text(4.499), "4.49");
  EXPECT_EQ(ratio_text(4.4999999), "4.49");
  EXPECT_EQ(ratio_text(4.5), "4.50");
  EXPECT_EQ(ratio_text(21), "21.00");
  EXPECT_EQ(ratio_text(1.05), "1.05");
  EXPECT_EQ(ratio_text(contrast(grey(0x77), kWhite)), "4.47");
  EXPECT_EQ(required_text(4.5), "4.5");
  EXPECT_EQ(required_text(3), "3");
  EXPECT_EQ(required_text(7), "7");
}

TEST(Contrast, BlendsByAlpha) {
  EXPECT_EQ(colour_text(over({0, 0, 0, 0.5F}, kWhite)), "#808080");
  EXPECT_EQ(colour_text(over(faded(kBlack, 0.3F), kWhite)), "#b3b3b3");
  EXPECT_EQ(over(css::kTransparent, kBlack), kBlack);
  const Colour twice = over({1, 0, 0, 0.5F}, {0, 0, 1, 0.5F});
  EXPECT_FLOAT_EQ(twice.alpha, 0.75F);
  EXPECT_FLOAT_EQ(twice.red, 2.0F / 3);
  EXPECT_FLOAT_EQ(twice.blue, 1.0F / 3);
  EXPECT_EQ(over(css::kTransparent, css::kTransparent), css::kTransparent);
}

TEST(Contrast, FindsTheNearestColourThatPasses) {
  const std::array<Colour, 1> white = {kWhite};
  const std::array<Colour, 1> middle = {grey(0x80)};
  EXPECT_EQ(colour_text(*nearest_passing(grey(0x77), white, 4.5)), "#767676");
  EXPECT_EQ(colour_text(*nearest_passing(kBlack, white, 4.5)), "#000000");
  EXPECT_FALSE(nearest_passing(grey(0x77), middle, 7));
  const std::array<Colour, 3> hues = {Colour::rgb8(0, 120, 255), Colour::rgb8(255, 200, 0),
                                      Colour::rgb8(120, 200, 120)};
  for (Colour hue : hues) {
    const Colour better = *nearest_passing(hue, white, 4.5);
    EXPECT_GE(contrast(better, kWhite), 4.5);
    EXPECT_LT(contrast(better, kWhite), 4.7) << colour_text(better);  // not darker than it must be
  }
}

TEST(Contrast, ReadsTheColoursOfGradients) {
  const auto layers = image_layers("linear-gradient(90deg, transparent, #000 3em, rgb(0 0 0 / 50%)), none", kBlack);
  ASSERT_EQ(layers.size(), 2U);
  EXPECT_EQ(layers[0].colours.size(), 9U);  // three stops, three colours between two of them
  EXPECT_FALSE(layers[0].image);
  EXPECT_TRUE(layers[1].colours.empty());
  EXPECT_TRUE(image_layers("url(a.png)", kBlack)[0].image);
  EXPECT_FALSE(image_layers("radial-gradient(circle at 50% 50%, red 0%, blue)", kBlack)[0].image);
  EXPECT_TRUE(image_layers("image-set(\"a.png\" 1x)", kBlack)[0].image);
}

struct Read {
  Contrast contrast;
  std::size_t colours = 0;
};

// Of the first element with id="t".
Read read(const std::string& html) {
  auto document = html::Document::parse("<!doctype html><html><title>x</title>" + html);
  EXPECT_TRUE(document.ok());
  const css::Styles styles(*document, [](std::string_view, std::string_view) { return nullptr; });
  Backdrops backdrops(styles);
  const html::Element element = document->by_id("t");
  const css::Style& style = styles.of(element);
  const Surface& surface = backdrops.of(element);
  return {read_contrast(style, text_colour(style), surface, required_ratio(style, ContrastLevel::minimum)),
          surface.colours.size()};
}

TEST(Backdrop, AncestorsAndTheCanvas) {
  EXPECT_EQ(read("<p id=t>x").contrast.reading, Reading::passes);
  EXPECT_EQ(read("<body style='background:#222'><p id=t>x").contrast.reading, Reading::fails);
  EXPECT_EQ(read("<div style='background:#000'><p style='background:#fff'><b id=t>x").contrast.reading,
            Reading::passes);
  const Read half = read("<div style='background:#000'><p id=t style='background:rgb(255 255 255/50%)'>x");
  EXPECT_EQ(half.contrast.reading, Reading::passes);  // black on #808080
  const Read faint = read("<div style='background:#000'><p id=t style='background:rgb(255 255 255/20%)'>x");
  EXPECT_EQ(faint.contrast.reading, Reading::fails);
  EXPECT_EQ(colour_text(faint.contrast.background), "#333333");
}

TEST(Backdrop, OpacityFadesLettersAndBackgroundTogether) {
  const Read faded = read("<div style='background:#000;color:#fff;opacity:.4'><p id=t>x");
  EXPECT_EQ(faded.contrast.reading, Reading::fails);
  EXPECT_EQ(colour_text(faded.contrast.text), "#ffffff");
  EXPECT_EQ(colour_text(faded.contrast.background), "#999999");
  EXPECT_TRUE(faded.contrast.faded);
  EXPECT_FALSE(faded.contrast.better);
}

TEST(Backdrop, SaysWhatItCannotKnow) {
  EXPECT_EQ(read("<p id=t style='background:url(a.png)'>x").contrast.reading, Reading::image);
  EXPECT_EQ(read("<div style='background:url(a.png)'><p id=t style='background:#fff'>x").contrast.reading,
            Reading::passes);
  EXPECT_EQ(read("<p id=t style='color:#ccc;position:absolute'>x").contrast.reading, Reading::overlap);
  EXPECT_EQ(read("<p id=t style='color:#ccc;margin-top:-3em'>x").contrast.reading, Reading::overlap);
  EXPECT_EQ(read("<p id=t style='color:#ccc;mix-blend-mode:multiply'>x").contrast.reading, Reading::effect);
  EXPECT_EQ(read("<p id=t style='color:#fff'>x").contrast.reading, Reading::invisible);
  EXPECT_EQ(read("<p id=t style='color:transparent'>x").contrast.reading, Reading::invisible);
  EXPECT_EQ(read("<p id=t style='padding-left:20px;background:url(i.png) no-repeat left center'>x").contrast.reading,
            Reading::passes);
}

TEST(Backdrop, LargeTextNeedsLess) {
  EXPECT_EQ(read("<p id=t style='color:#888;font-size:24px'>x").contrast.reading, Reading::passes);
  EXPECT_EQ(read("<p id=t style='color:#888;font:bold 14pt serif'>x").contrast.reading, Reading::passes);
  EXPECT_EQ(read("<p id=t style='color:#888;font-size:23px'>x").contrast.reading, Reading::fails);
}

TEST(Backdrop, ManyColoursStayFew) {
  std::string layers;
  for (int i = 0; i < 6; ++i) layers += "linear-gradient(rgb(9 9 9/10%),rgb(200 0 0/20%),rgb(0 200 0/30%)),";
  EXPECT_LE(read("<p id=t style='background:" + layers + "none'>x").colours, 24U);
}

TEST(ContrastExemptions, SignsAreNoWords) {
  EXPECT_TRUE(has_words("Acta"));
  EXPECT_TRUE(has_words("7"));
  EXPECT_TRUE(has_words("選"));
  EXPECT_TRUE(has_words("Ñu"));
  EXPECT_FALSE(has_words("X"));
  EXPECT_FALSE(has_words("×"));
  EXPECT_FALSE(has_words("→ • |"));
  EXPECT_FALSE(has_words("\xEF\x80\x82\xEF\x80\x83"));  // U+F002 U+F003, private use
}

TEST(ColourWords, AreFoundWhereTheyTellThingsApart) {
  EXPECT_EQ(colour_reference("Fields marked in red are required"), "Fields marked in red");
  EXPECT_EQ(colour_reference("the green rows are open and the red rows are closed"), "the red rows");
  EXPECT_EQ(colour_reference("las casillas verdes y las casillas rojas"), "las casillas rojas");
  EXPECT_EQ(colour_reference("The red car and the green tree"), "");
  EXPECT_EQ(colour_reference("the red rows, the red rows"), "");
}

}  // namespace
}  // namespace veedor::rules
