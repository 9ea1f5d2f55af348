// Which declaration wins: origins, importance, layers, specificity, order (CSS Cascade 5 §6), and what the
// losers leave.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/styled_page.h"

namespace veedor::css {
namespace {

struct Case {
  std::string_view html;    // with an element of id=x
  std::string_view colour;  // of its text
};

template <std::size_t N>
void expect_colours(const Case (&cases)[N]) {
  for (const Case& item : cases) EXPECT_EQ(StyledPage(item.html).colour("x"), item.colour) << item.html;
}

constexpr std::string_view kRed = "rgb(255, 0, 0)";
constexpr std::string_view kBlue = "rgb(0, 0, 255)";
constexpr std::string_view kBlack = "rgb(0, 0, 0)";

TEST(Cascade, SpecificityThenOrder) {
  expect_colours({
      {"<style>p{color:red}p{color:blue}</style><p id=x>", kBlue},
      {"<style>#x{color:red}p.a.b.c{color:blue}</style><p id=x class='a b c'>", kRed},
      {"<style>.a{color:red}p{color:blue}</style><p id=x class=a>", kRed},
      {"<style>:is(#none,p){color:red}.a.a{color:blue}</style><p id=x class=a>", kRed},
      {"<style>:where(#x){color:red}p{color:blue}</style><p id=x>", kBlue},
      {"<style>p{color:red;color:nonsense}</style><p id=x>", kRed},
      {"<style>p{color:red}</style><style>p{color:blue}</style><p id=x>", kBlue},
      {"<style>p{color:red !important}#x{color:blue}</style><p id=x>", kRed},
      {"<style>p{color:red !important}p{color:blue !important}</style><p id=x>", kBlue},
  });
}

TEST(Cascade, StyleAttributesBeatRulesUnlessTheseAreImportant) {
  expect_colours({
      {"<style>#x{color:red}</style><p id=x style='color:blue'>", kBlue},
      {"<style>p{color:red!important}</style><p id=x style='color:blue'>", kRed},
      {"<style>p{color:red!important}</style><p id=x style='color:blue!important'>", kBlue},
  });
}

TEST(Cascade, LayersAreWeakerThanWhatIsNotLayered) {
  expect_colours({
      {"<style>p{color:blue}@layer a{#x{color:red}}</style><p id=x>", kBlue},
      {"<style>@layer a,b;@layer b{p{color:blue}}@layer a{#x{color:red}}</style><p id=x>", kBlue},
      {"<style>@layer a{p{color:red!important}}p{color:blue!important}</style><p id=x>", kRed},
      {"<style>@layer a{p{color:blue}@layer c{#x{color:red}}}</style><p id=x>", kBlue},
      {"<style>@layer a.b{p{color:red}}@layer a{p{color:blue}}</style><p id=x>", kBlue},
      {"<style>@layer{p{color:red}}@layer{p{color:blue}}</style><p id=x>", kBlue},
  });
}

TEST(Cascade, WideKeywordsStepBack) {
  expect_colours({
      {"<style>div{color:red}p{color:blue}#x{color:inherit}</style><div><p id=x></div>", kRed},
      {"<style>div{color:red}#x{color:initial}</style><div><p id=x></div>", kBlack},
      {"<style>div{color:red}p{color:blue}#x{color:unset}</style><div><p id=x></div>", kRed},
      {"<style>a{color:red}#x{color:revert}</style><a id=x href=/>", "rgb(0, 0, 238)"},
      {"<style>@layer a,b;@layer a{p{color:red}}@layer b{p{color:blue}#x{color:revert-layer}}</style><p "
       "id=x>",
       kRed},
      {"<style>p{color:red}#x{all:unset}</style><div style='color:blue'><p id=x></div>", kBlue},
      {"<style>#x{--c:revert;color:var(--c,red)}</style><p id=x>", kRed},
  });
}

TEST(Cascade, PresentationalHintsAreTheWeakestOfTheAuthor) {
  expect_colours({
      {"<font id=x color=red>", kRed},
      {"<style>font{color:blue}</style><font id=x color=red>", kBlue},
      {"<style>*{color:blue}</style><font id=x color=red>", kBlue},
      {"<body text=red><p id=x>", kRed},
      {"<body link=red><a id=x href=/>", kRed},
      {"<font id=x color='chucknorris'>", "rgb(192, 0, 0)"},
      {"<font id=x color=''>", kBlack},
  });
  const StyledPage page(
      "<table id=t border=1 width='50%' cellpadding=7 bgcolor=#ff0><tr><td id=d align=right nowrap>");
  EXPECT_EQ(page.style("t")[Property::width], Value::percentage(50));
  EXPECT_EQ(page.colour("t", Property::background_color), "rgb(255, 255, 0)");
  EXPECT_EQ(page.px("d", Property::padding_left), 7);
  EXPECT_EQ(page.keyword("d", Property::text_align), "-webkit-right");
  EXPECT_EQ(page.keyword("d", Property::white_space), "nowrap");
  EXPECT_EQ(page.px("d", Property::border_top_width), 1);
}

TEST(Cascade, MediaAreAskedOfTheEnvironment) {
  constexpr std::string_view kPage =
      "<style>p{color:blue}@media (max-width:600px){p{color:red}}"
      "@media (prefers-color-scheme:dark){p{color:lime}}@media print{p{color:gray}}</style><p id=x>";
  EXPECT_EQ(StyledPage(kPage).colour("x"), kBlue);
  EXPECT_EQ(StyledPage(kPage, {.width = 400}).colour("x"), kRed);
  EXPECT_EQ(StyledPage(kPage, {.scheme = ColourScheme::dark}).colour("x"), "rgb(0, 255, 0)");
  EXPECT_EQ(StyledPage(kPage, {.type = MediaType::print}).colour("x"), "rgb(128, 128, 128)");
  EXPECT_EQ(StyledPage("<style media=print>p{color:red}</style><p id=x>").colour("x"), kBlack);
}

TEST(Cascade, SheetsAreFoundInOrderWithTheirImports) {
  const std::map<std::string, std::string> linked = {
      {"a.css", "@import 'b.css'; p{color:red}"},
      {"b.css", "@import 'a.css'; p{color:lime; background-color:lime}"},
      {"layered.css", "@import url(b.css) layer(x); @layer x{p{color:blue}}"},
      {"narrow.css", "@import 'b.css' (max-width: 1px);"},
  };
  const StyledPage page("<link rel=stylesheet href=a.css><p id=x>", {}, linked);
  EXPECT_EQ(page.colour("x"), kRed);
  EXPECT_EQ(page.colour("x", Property::background_color), "rgb(0, 255, 0)");
  EXPECT_TRUE(page.styles().gaps().empty());
  EXPECT_EQ(StyledPage("<link rel=stylesheet href=layered.css><p id=x>", {}, linked).colour("x"), kBlue);
  EXPECT_EQ(StyledPage("<link rel=stylesheet href=narrow.css><p id=x>", {}, linked).colour("x"), kBlack);
  EXPECT_EQ(
      StyledPage("<link rel='alternate stylesheet' href=a.css title=t><p id=x>", {}, linked).colour("x"),
      kBlack);
  EXPECT_EQ(StyledPage("<link rel=stylesheet href=a.css disabled><p id=x>", {}, linked).colour("x"), kBlack);
  EXPECT_EQ(StyledPage("<link rel=stylesheet href=a.css media=print><p id=x>", {}, linked).colour("x"),
            kBlack);
  EXPECT_EQ(StyledPage("<noscript><style>p{color:red}</style></noscript><p id=x>").colour("x"), kBlack);
  const StyledPage missing("<link rel=stylesheet href=gone.css><p id=x>", {}, linked);
  EXPECT_TRUE(missing.styles().gaps().has(Gap::sheet_missing));
}

TEST(Cascade, EveryValueSaysWhoSetIt) {
  const StyledPage page(
      "<head>\n<style>\n  div { color: red }\n</style><link rel=stylesheet href=a.css></head>"
      "<div><p id=x style='margin:0' align=center></p></div>",
      {}, {{"a.css", "/* */\np > i, p.b,\np { letter-spacing: 2px }"}});
  const Style& style = page.style("x");
  const Provenance colour = page.styles().provenance(style, Property::color);
  EXPECT_EQ(colour.source, Source::sheet);
  EXPECT_EQ(colour.url, "");
  EXPECT_EQ(colour.line, 3U);
  EXPECT_EQ(colour.column, 9U);
  EXPECT_EQ(colour.selector, "div");
  const Provenance spacing = page.styles().provenance(style, Property::letter_spacing);
  EXPECT_EQ(spacing.url, "a.css");
  EXPECT_EQ(spacing.line, 3U);
  EXPECT_EQ(spacing.selector, "p");
  EXPECT_EQ(page.styles().provenance(style, Property::margin_top).source, Source::style_attribute);
  EXPECT_EQ(page.styles().provenance(style, Property::text_align).source, Source::attribute_hint);
  EXPECT_EQ(page.styles().provenance(style, Property::display).source, Source::user_agent);
  EXPECT_EQ(page.styles().provenance(style, Property::opacity).source, Source::initial);
}

TEST(Cascade, StatesChangeTheElementAndWhatItsAncestorsHandDown) {
  const StyledPage page(
      "<style>a:focus{outline:none}a:hover{color:red}nav:hover a{background-color:blue}"
      "nav:focus-within{letter-spacing:1px}</style><nav><a id=x href=/>x</a></nav><p id=y>y");
  const Styles& styles = page.styles();
  const Style& usual = page.style("x");
  const Style& hovered = styles.in_state(page.element("x"), {.hover = true});
  EXPECT_EQ(to_string(usual.colour()), "rgb(0, 0, 238)");
  EXPECT_EQ(to_string(hovered.colour()), kRed);
  EXPECT_EQ(to_string(hovered.colour(Property::background_color)), kBlue);
  const Style& focused = styles.in_state(page.element("x"), {.focus = true, .focus_visible = true});
  EXPECT_TRUE(focused[Property::outline_style].is("none"));
  EXPECT_EQ(focused[Property::letter_spacing], Value::length(1));
  EXPECT_EQ(&styles.in_state(page.element("y"), {.hover = true}), &page.style("y"));
}

TEST(Cascade, PseudoElementsExistWhereTheyHaveContent) {
  const StyledPage page(
      "<style>*::before{box-sizing:border-box}#x::before{content:'a';color:red}#y::before{content:none}"
      "#z::after{color:red}</style><p id=x><p id=y><p id=z>");
  const Style* before = page.styles().of(page.element("x"), PseudoElement::before);
  ASSERT_NE(before, nullptr);
  EXPECT_EQ((*before)[Property::content].text(), "'a'");
  EXPECT_EQ(to_string(before->colour()), kRed);
  EXPECT_EQ(before->display(), "inline");
  EXPECT_EQ(page.styles().of(page.element("y"), PseudoElement::before), nullptr);
  EXPECT_EQ(page.styles().of(page.element("z"), PseudoElement::after), nullptr);
}

TEST(Cascade, ContainersAreSaidToBeUnknown) {
  const StyledPage page("<style>@container (width > 1px) { p { color: red } }</style><p id=x>");
  EXPECT_EQ(page.colour("x"), "rgb(0, 0, 0)");
  EXPECT_TRUE(page.styles().gaps().has(Gap::container_queries));
}

TEST(Cascade, ShadowTreesShareTheBudgetOfTheirPage) {
  std::string html;
  for (int i = 0; i < 300; ++i)
    html += "<div><template shadowrootmode=open><style>p{color:red}</style></template></div>";
  const StyledPage page(html + "<p id=x>");
  EXPECT_TRUE(page.styles().gaps().has(Gap::budget));
}

TEST(Cascade, AShadowTreeInheritsFromItsHost) {
  const StyledPage page(
      "<style>div{color:red} p{color:blue}</style>"
      "<div><template "
      "shadowrootmode=open><style>b{font-weight:300}</style><p>x<b>y</b></p></template></div>");
  const html::Element root = page.document().first("div").shadow_root();
  const html::Element paragraph = root.first_child().next_sibling();
  EXPECT_EQ(to_string(page.styles().of(paragraph).colour()), "rgb(255, 0, 0)");
  EXPECT_EQ(page.styles().of(paragraph.first_child()).font_weight(), 300);
}

}  // namespace
}  // namespace veedor::css
