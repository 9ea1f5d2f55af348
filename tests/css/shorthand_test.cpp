// Shorthands: the longhands that each sets, with initial values for what is left out.
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/value/declaration.h"
#include "tests/css/declared.h"

namespace veedor::css {
namespace {

struct Case {
  std::string_view name, value, expected;
};

void expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(declared(c.name, c.value), c.expected) << c.name << ": " << c.value;
}

TEST(Shorthand, FourSidesAreFilledFromTheOpposite) {
  expect({
      {"margin", "auto", "margin-top: auto; margin-right: auto; margin-bottom: auto; margin-left: auto"},
      {"margin", "1px 2%", "margin-top: 1px; margin-right: 2%; margin-bottom: 1px; margin-left: 2%"},
      {"margin", "1px 2px 3px", "margin-top: 1px; margin-right: 2px; margin-bottom: 3px; margin-left: 2px"},
      {"margin", "1px 2px 3px 4px",
       "margin-top: 1px; margin-right: 2px; margin-bottom: 3px; margin-left: 4px"},
      {"margin", "1px 2px 3px 4px 5px", "invalid"},
      {"margin", "1px, 2px", "invalid"},
      {"padding", "1px -2px", "invalid"},
      {"inset", "0", "top: 0px; right: 0px; bottom: 0px; left: 0px"},
      {"border-width", "thin 2px",
       "border-top-width: 1px; border-right-width: 2px; border-bottom-width: 1px; border-left-width: 2px"},
      {"border-style", "solid none",
       "border-top-style: solid; border-right-style: none; border-bottom-style: solid; border-left-style: "
       "none"},
      {"border-color", "red currentColor",
       "border-top-color: rgb(255, 0, 0); border-right-color: expression(currentcolor); border-bottom-color: "
       "rgb(255, 0, 0); border-left-color: expression(currentcolor)"},
  });
}

TEST(Shorthand, LogicalSidesAreThoseOfHorizontalText) {
  expect({
      {"margin-inline", "1px 2px", "margin-left: 1px; margin-right: 2px"},
      {"margin-block", "1px", "margin-top: 1px; margin-bottom: 1px"},
      {"padding-inline", "1px 2px", "padding-left: 1px; padding-right: 2px"},
      {"inset-inline", "1px", "left: 1px; right: 1px"},
      {"inset-block", "1px 2px", "top: 1px; bottom: 2px"},
      {"margin-inline-start", "1px", "margin-left: 1px"},
      {"-webkit-margin-start", "1px", "margin-left: 1px"},
      {"border-inline-start-color", "red", "border-left-color: rgb(255, 0, 0)"},
      {"border-start-end-radius", "1px", "border-top-right-radius: 1px"},
      {"border-inline-width", "1px 2px", "border-left-width: 1px; border-right-width: 2px"},
      {"border-block-end", "1px dotted",
       "border-bottom-width: 1px; border-bottom-style: dotted; border-bottom-color: "
       "expression(currentcolor)"},
      {"max-inline-size", "10px", "max-width: 10px"},
  });
}

TEST(Shorthand, BordersAndOutlinesTakeAnyOrder) {
  expect({
      {"border-top", "red 1px solid",
       "border-top-width: 1px; border-top-style: solid; border-top-color: rgb(255, 0, 0)"},
      {"border-left", "none",
       "border-left-width: 3px; border-left-style: none; border-left-color: expression(currentcolor)"},
      {"border-left", "0",
       "border-left-width: 0px; border-left-style: none; border-left-color: expression(currentcolor)"},
      {"border-left", "solid solid", "invalid"},
      {"border-left", "", "invalid"},
      {"border", "2px dashed",
       "border-top-width: 2px; border-top-style: dashed; border-top-color: expression(currentcolor); "
       "border-right-width: 2px; border-right-style: dashed; border-right-color: expression(currentcolor); "
       "border-bottom-width: 2px; border-bottom-style: dashed; border-bottom-color: "
       "expression(currentcolor); border-left-width: 2px; border-left-style: dashed; border-left-color: "
       "expression(currentcolor); border-image-source: none"},
      {"outline", "0", "outline-style: none; outline-width: 0px; outline-color: expression(currentcolor)"},
      {"outline", "auto", "outline-style: auto; outline-width: 3px; outline-color: expression(currentcolor)"},
      {"outline", "-webkit-focus-ring-color auto 1px",
       "outline-style: auto; outline-width: 1px; outline-color: expression(-webkit-focus-ring-color)"},
      {"outline", "thin dotted",
       "outline-style: dotted; outline-width: 1px; outline-color: expression(currentcolor)"},
      {"outline", "hidden", "invalid"},
      {"border-radius", "1px 2px / 1px",
       "border-top-left-radius: 1px; border-top-right-radius: raw(2px 1px); border-bottom-right-radius: 1px; "
       "border-bottom-left-radius: raw(2px 1px)"},
      {"border-radius", "50%",
       "border-top-left-radius: 50%; border-top-right-radius: 50%; border-bottom-right-radius: 50%; "
       "border-bottom-left-radius: 50%"},
      {"border-radius", "1px /", "invalid"},
      {"border-image", "url(a) 30 / 1px round", "border-image-source: raw(url(a))"},
  });
}

TEST(Shorthand, BackgroundHasLayersAndOneColour) {
  expect({
      {"background", "red",
       "background-image: none; background-position: raw(0% 0%); background-size: auto; background-repeat: "
       "repeat; background-attachment: scroll; background-origin: padding-box; background-clip: border-box; "
       "background-color: rgb(255, 0, 0)"},
      {"background", "none",
       "background-image: none; background-position: raw(0% 0%); background-size: auto; background-repeat: "
       "repeat; background-attachment: scroll; background-origin: padding-box; background-clip: border-box; "
       "background-color: rgba(0, 0, 0, 0)"},
      {"background", "url(a.png) no-repeat center / cover fixed content-box #fff",
       "background-image: raw(url(a.png)); background-position: raw(center); background-size: cover; "
       "background-repeat: no-repeat; background-attachment: fixed; background-origin: content-box; "
       "background-clip: content-box; background-color: rgb(255, 255, 255)"},
      {"background", "url(a) 0 0, linear-gradient(red, blue) no-repeat green",
       "background-image: raw(url(a), linear-gradient(red, blue)); background-position: raw(0 0, 0% 0%); "
       "background-size: raw(auto, auto); background-repeat: raw(repeat, no-repeat); background-attachment: "
       "raw(scroll, scroll); background-origin: raw(padding-box, padding-box); background-clip: "
       "raw(border-box, border-box); background-color: rgb(0, 128, 0)"},
      {"background", "0",
       "background-image: none; background-position: raw(0); background-size: auto; background-repeat: "
       "repeat; background-attachment: scroll; background-origin: padding-box; background-clip: border-box; "
       "background-color: rgba(0, 0, 0, 0)"},
      {"background", "red, url(a)", "invalid"},
      {"background", "url(a),", "invalid"},
      {"background", "red blue", "invalid"},
      {"background", "top top", "invalid"},
      {"background", "center /", "invalid"},
      {"background", "linear-gradient(top, #fff, #000)", "invalid"},
      {"background-position", "left 10px top 5px", "background-position: raw(left 10px top 5px)"},
      {"background-position", "50% left", "invalid"},
      {"background-position", "top left", "background-position: raw(top left)"},
      {"background-size", "cover, 10px", "background-size: raw(cover, 10px)"},
      {"background-size", "-1px", "invalid"},
      {"background-repeat", "no-repeat repeat", "background-repeat: repeat-y"},
      {"-webkit-background-clip", "text", "background-clip: text"},
      {"mask", "url(a) center / contain no-repeat, none", "mask-image: raw(url(a), none)"},
      {"-webkit-mask", "url(a)", "mask-image: raw(url(a))"},
  });
}

TEST(Shorthand, FontResetsWhatItDoesNotName) {
  expect({
      {"font", "12px/1.5 Arial, sans-serif",
       "font-style: normal; font-variant-caps: normal; font-weight: normal; font-stretch: normal; font-size: "
       "12px; line-height: 1.5; font-family: raw(Arial, sans-serif)"},
      {"font", "italic small-caps bold condensed 1em x",
       "font-style: italic; font-variant-caps: small-caps; font-weight: bold; font-stretch: condensed; "
       "font-size: 1em; line-height: normal; font-family: raw(x)"},
      {"font", "normal normal 300 large/120% x",
       "font-style: normal; font-variant-caps: normal; font-weight: 300; font-stretch: normal; font-size: "
       "large; line-height: 120%; font-family: raw(x)"},
      {"font", "oblique 5deg 1px x",
       "font-style: raw(oblique 5deg); font-variant-caps: normal; font-weight: normal; font-stretch: normal; "
       "font-size: 1px; line-height: normal; font-family: raw(x)"},
      {"font", "menu",
       "font-style: normal; font-variant-caps: normal; font-weight: normal; font-stretch: normal; font-size: "
       "13.3333px; line-height: normal; font-family: raw(system-ui)"},
      {"font", "12px", "invalid"},
      {"font", "Arial 12px", "invalid"},
      {"font", "12 Arial", "invalid"},
      {"font", "bold bold 12px x", "invalid"},
      {"font", "normal normal normal normal normal 1px x", "invalid"},
      {"font-variant", "small-caps tabular-nums", "font-variant-caps: small-caps"},
      {"font-variant", "none", "font-variant-caps: normal"},
      {"font-variant", "foo", "invalid"},
  });
}

TEST(Shorthand, TextAndLists) {
  expect({
      {"text-decoration", "none",
       "text-decoration-line: none; text-decoration-style: solid; text-decoration-color: "
       "expression(currentcolor); text-decoration-thickness: auto"},
      {"text-decoration", "dotted 2px underline overline red",
       "text-decoration-line: underline overline; text-decoration-style: dotted; text-decoration-color: "
       "rgb(255, 0, 0); text-decoration-thickness: 2px"},
      {"text-decoration", "underline red underline", "invalid"},
      {"list-style", "none", "list-style-type: none; list-style-position: outside; list-style-image: none"},
      {"list-style", "none none",
       "list-style-type: none; list-style-position: outside; list-style-image: none"},
      {"list-style", "none none none", "invalid"},
      {"list-style", "inside none square",
       "list-style-type: square; list-style-position: inside; list-style-image: none"},
      {"list-style", "url(a) none",
       "list-style-type: none; list-style-position: outside; list-style-image: raw(url(a))"},
      {"list-style", "url(a)",
       "list-style-type: disc; list-style-position: outside; list-style-image: raw(url(a))"},
      {"-webkit-text-stroke", "1px red",
       "-webkit-text-stroke-width: 1px; -webkit-text-stroke-color: rgb(255, 0, 0)"},
  });
}

TEST(Shorthand, Layout) {
  expect({
      {"flex", "1", "flex-grow: 1; flex-shrink: 1; flex-basis: 0%"},
      {"flex", "none", "flex-grow: 0; flex-shrink: 0; flex-basis: auto"},
      {"flex", "auto", "flex-grow: 1; flex-shrink: 1; flex-basis: auto"},
      {"flex", "1 1 0", "flex-grow: 1; flex-shrink: 1; flex-basis: 0px"},
      {"flex", "0 0 50%", "flex-grow: 0; flex-shrink: 0; flex-basis: 50%"},
      {"flex", "10em 2", "flex-grow: 2; flex-shrink: 1; flex-basis: 10em"},
      {"flex", "1 10em 1", "invalid"},
      {"flex", "1 2 3", "invalid"},
      {"flex", "-1", "invalid"},
      {"flex-flow", "wrap column", "flex-direction: column; flex-wrap: wrap"},
      {"-webkit-flex-flow", "wrap", "flex-direction: row; flex-wrap: wrap"},
      {"gap", "1px", "row-gap: 1px; column-gap: 1px"},
      {"grid-gap", "1px normal", "row-gap: 1px; column-gap: normal"},
      {"overflow", "hidden", "overflow-x: hidden; overflow-y: hidden"},
      {"overflow", "hidden overlay", "overflow-x: hidden; overflow-y: auto"},
      {"overflow", "hidden auto scroll", "invalid"},
      {"place-content", "center", "justify-content: center"},
      {"place-items", "center start", "align-items: center"},
      {"place-self", "end", "align-self: end"},
      {"columns", "2 10em", "column-count: 2"},
      {"columns", "auto", "column-count: auto"},
      {"columns", "10em", "column-count: auto"},
      {"columns", "2 2", "invalid"},
      {"container", "card / inline-size", "container-name: raw(card); container-type: inline-size"},
      {"container", "none", "container-name: none; container-type: normal"},
      {"grid", "auto-flow dense / 1fr", "grid-auto-flow: dense"},
      {"grid", "1fr / auto-flow", "grid-auto-flow: column"},
      {"grid", "none", "grid-auto-flow: row"},
      {"grid-template", "1fr / 2fr", ""},
  });
}

TEST(Shorthand, Motion) {
  expect({
      {"transition", "all .2s ease-in-out 1s", "transition-property: all; transition-duration: raw(.2s)"},
      {"transition", "color 1s, width 2s linear",
       "transition-property: raw(color, width); transition-duration: raw(1s, 2s)"},
      {"transition", "none", "transition-property: none; transition-duration: raw(0s)"},
      {"transition", "none, color 1s", "invalid"},
      {"transition", "1s 2s 3s", "invalid"},
      {"transition", "color 1s cubic-bezier(0,0,1,1)",
       "transition-property: raw(color); transition-duration: raw(1s)"},
      {"animation", "spin 1s linear infinite",
       "animation-name: raw(spin); animation-duration: raw(1s); animation-iteration-count: infinite; "
       "animation-play-state: running"},
      {"animation", "none",
       "animation-name: none; animation-duration: raw(0s); animation-iteration-count: 1; "
       "animation-play-state: running"},
      {"animation", "a 1s 2 paused, b 2s",
       "animation-name: raw(a, b); animation-duration: raw(1s, 2s); animation-iteration-count: raw(2, 1); "
       "animation-play-state: raw(paused, running)"},
      {"-webkit-animation", "a 1s",
       "animation-name: raw(a); animation-duration: raw(1s); animation-iteration-count: 1; "
       "animation-play-state: running"},
      {"animation", "a b", "invalid"},
  });
}

}  // namespace
}  // namespace veedor::css
