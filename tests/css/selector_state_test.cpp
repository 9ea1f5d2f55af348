// Pseudo-classes of links, forms, languages, directions, and of what is hovered or focused.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/selector_page.h"

namespace veedor::css {
namespace {

TEST(SelectorState, LinksAreThoseWithATarget) {
  expect_matches(
      "<a id=a href=x></a><a id=b></a><link id=c href=x><map><area id=d href></map><svg><a id=e xlink:href=x "
      "/></svg>",
      {{":any-link", "a d e"}, {":link", "a d e"}, {":visited", ""}, {"a:not(:link)", "b"}});
}

TEST(SelectorState, DisabledFollowsFieldsets) {
  expect_matches(
      "<fieldset id=f disabled><legend><input id=a></legend><legend><input id=b></legend><div><select "
      "id=c><optgroup id=g disabled><option id=o><option id=p></optgroup></select></div><fieldset "
      "id=h></fieldset></fieldset><button id=d disabled></button><textarea id=e></textarea><p id=n "
      "disabled></p><a "
      "id=l href=x></a>",
      {
          {":disabled", "f b c g o p h d"},
          {":enabled", "a e"},
      });
}

TEST(SelectorState, CheckedKnowsGroupsAndSelects) {
  expect_matches(
      "<form><input id=a type=radio name=n checked><input id=b type=RADIO name=n checked><input id=c "
      "type=radio "
      "name=m></form><input id=d type=radio name=n><input id=e type=checkbox checked><input id=f checked>"
      "<select><option id=o1 disabled><option id=o2><option id=o3></select>"
      "<select><option id=p1><option id=p2 selected><option id=p3 selected></select>"
      "<select multiple><option id=q1><option id=q2 selected><option id=q3 selected></select>"
      "<select size=2><option id=r1><option id=r2></select>"
      "<select size=01><optgroup><option id=s1></optgroup></select>"
      "<datalist><option id=t1><option id=t2 selected></datalist>",
      {
          {":checked", "b e o2 p3 q2 q3 s1 t2"},
          {":indeterminate", "c d"},
          {"input:default, option:default", "a b e p2 p3 q2 q3 t2"},
      });
}

TEST(SelectorState, TheFirstSubmitButtonIsTheDefault) {
  expect_matches(
      "<form id=f><button id=a type=button></button><input id=b type=submit form=g><button "
      "id=c></button><input "
      "id=d type=image></form><form id=g></form><button id=e></button><progress id=p></progress><progress "
      "id=q value></progress>",
      {{":default", "b c"}, {":indeterminate", "p"}});
}

TEST(SelectorState, FormControlsHaveStates) {
  expect_matches(
      "<input id=a required><input id=b type=hidden required><textarea id=c placeholder=x></textarea><select "
      "id=d required></select><input id=e readonly placeholder=x value=y><input id=f type=checkbox "
      "placeholder=x>"
      "<input id=g disabled placeholder=''><textarea id=h placeholder=x>y</textarea><p id=i "
      "contenteditable><b "
      "id=j></b><b id=k contenteditable=false></b></p><b id=l contenteditable=x></b><svg id=m></svg>",
      {
          {":required", "a d"},
          {":optional", "c e f g h"},
          {":read-write", "a c h i j"},
          {":read-only", "b d e f g k l"},
          {":placeholder-shown", "c g"},
      });
}

TEST(SelectorState, ValidityIsThatOfTheMarkup) {
  expect_matches(
      "<form id=f1><fieldset id=s1><input id=a required></fieldset><input id=b required value=x></form><form "
      "id=f2><input id=c type=number min=1 max=5 value=9><input id=d type=number min=1 value=2><input id=e "
      "type=number "
      "min=1><input id=g type=number value=3></form><form id=f3><input id=h required disabled><input id=i "
      "required readonly><select id=j required><option value=''><option>x</select><select id=k "
      "required><option>x"
      "</select><input id=l type=radio name=r><input id=m type=radio name=r required><input id=n "
      "type=checkbox required "
      "checked><button id=o></button><button id=p type=button></button><input id=q type=range min=1 max=2 "
      "value=9></form>"
      "<datalist><input id=t required></datalist><p id=u></p><form id=f4></form>",
      {
          {":invalid", "f1 s1 a f2 c f3 j l m"},
          {":valid", "b d e g k n o q f4"},
          {":in-range", "d e q"},
          {":out-of-range", "c"},
      });
}

TEST(SelectorState, DisclosureAndCustomElements) {
  expect_matches(
      "<details id=a open></details><details id=b></details><dialog id=c open></dialog><p id=d open></p><x-y "
      "id=e></x-y><p id=f is=x-p></p><font-face id=g></font-face>",
      {{":open", "a c"}, {":defined", "a b c d g"}, {":modal, :popover-open, :fullscreen, :target", ""}});
}

TEST(SelectorState, LanguagesAreFilteredByExtendedRanges) {
  expect_matches(
      "<html lang=es><p id=a></p><p id=b lang=de-Latn-DE-1996></p><p id=c lang=''></p><p id=d "
      "lang=DE-x-DE></p><svg "
      "xml:lang=fr lang=it id=e></svg><p id=f xml:lang=fr></p>",
      {
          {":lang(es)", "a f"},
          {":lang(ES)", "a f"},
          {":lang(de)", "b d"},
          {":lang(de-DE)", "b"},
          {":lang('de-*-DE')", "b"},
          {":lang('*-Latn')", "b"},
          {":lang('*-1996')", "b"},
          {":lang('*')", "a b d e f"},
          {":lang('')", "c"},
          {":lang(d)", ""},
          {":lang(de-Latn-AT)", ""},
          {":lang(fr, de)", "b d e"},
          {":lang(it)", ""},
          {":lang(\\*-DE)", "b"},
      });
}

TEST(SelectorState, TheLanguageOfThePageMayBeInItsHead) {
  expect_matches("<meta http-equiv=Content-Language content=' fr x'><p id=a></p><p id=b lang=de></p>",
                 {{":lang(fr)", "a"}, {":lang('')", ""}});
}

TEST(SelectorState, DirectionIsInheritedOrFoundInTheText) {
  expect_matches(
      "<p id=a></p><div id=b dir=RTL><p id=c></p><p id=d dir=ltr><bdi id=e>12 \xD7\xA9</bdi></p><svg "
      "id=f></svg><input "
      "id=g type=tel></div><p id=h dir=auto>12 <b>\xD8\xB4</b> a</p><p id=i dir=auto><bdi>\xD8\xB4</bdi> "
      "a</p><p id=j "
      "dir=auto>12</p><input id=k dir=auto value='\xD7\xA9'><textarea id=l dir=auto>\xD7\xA9</textarea><p "
      "id=m "
      "dir=x></p><p id=n dir=auto><span dir=ltr>a</span>\xD7\xA9</p>",
      {
          {":dir(rtl)", "b c e f h k l n"},
          {"[id]:not(:dir(rtl))", "a d g i j m"},
          {"[id]:dir(ltr)", "a d g i j m"},
          {":dir(up)", ""},
      });
}

TEST(SelectorState, StatesAreThoseThatTheCallerAsksFor) {
  SelectorPage page("<!DOCTYPE html><div id=a><p id=b><a id=c href=x><i id=d></i></a></p><p id=e></p></div>");
  EXPECT_EQ(page.ids(":hover, :active, :focus, :focus-visible, :focus-within"), "");
  page.context().state_element = page["c"];
  EXPECT_EQ(page.ids(":hover, :active, :focus, :focus-visible, :focus-within"), "");
  page.context().states = {.hover = true};
  EXPECT_EQ(page.ids(":hover"), "a b c");
  EXPECT_EQ(page.ids(":active, :focus, :focus-within"), "");
  EXPECT_EQ(page.ids(":has(> a:hover)"), "b");
  page.context().states = {.active = true};
  EXPECT_EQ(page.ids(":active"), "a b c");
  page.context().states = {.focus = true};
  EXPECT_EQ(page.ids(":focus"), "c");
  EXPECT_EQ(page.ids(":focus-visible"), "");
  EXPECT_EQ(page.ids(":focus-within"), "a b c");
  page.context().states = {.focus_visible = true};
  EXPECT_EQ(page.ids(":focus-visible"), "c");
  EXPECT_EQ(page.ids("a:not(:focus)"), "");
}

TEST(SelectorState, WhatIsRememberedDoesNotOutliveAState) {
  SelectorPage page("<!DOCTYPE html><div id=a><p id=b></p></div>");
  const std::uint32_t list = page.list(":has(:hover)");
  EXPECT_FALSE(matches_list(page["a"], list, page.table(), page.context()));
  page.context().state_element = page["b"];
  page.context().states = {.hover = true};
  EXPECT_TRUE(matches_list(page["a"], list, page.table(), page.context()));
  page.context().states = {};
  EXPECT_FALSE(matches_list(page["a"], list, page.table(), page.context()));
}

TEST(SelectorState, InQuirksABareHoverIsAboutLinks) {
  SelectorPage page("<div id=a><a id=b href=x></a></div>");
  page.context().state_element = page["b"];
  page.context().states = {.hover = true};
  EXPECT_EQ(page.ids(":hover"), "b");
  EXPECT_EQ(page.ids("div:hover"), "a");
  EXPECT_EQ(page.ids(":hover > b, :is(:hover)"), "b");
}

}  // namespace
}  // namespace veedor::css
