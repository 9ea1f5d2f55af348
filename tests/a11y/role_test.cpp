// Roles, hidden and focusable: each row is a page, and what is said of its element with id=x.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/a11y/page.h"

namespace veedor::a11y {
namespace {

template <std::size_t N>
void expect_roles(const TextCase (&cases)[N]) {
  for (const TextCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().role(page.x()), item.text) << item.html;
  }
}

TEST(Role, FollowsTheElement) {
  expect_roles({
      {"<a id=x href=/>", "link"},
      {"<a id=x>", ""},
      {"<div id=x>", ""},
      {"<h3 id=x>", "heading"},
      {"<nav id=x>", "navigation"},
      {"<main id=x>", "main"},
      {"<button id=x>", "button"},
      {"<textarea id=x></textarea>", "textbox"},
      {"<select id=x></select>", "combobox"},
      {"<select id=x size=1></select>", "combobox"},
      {"<select id=x size=4></select>", "listbox"},
      {"<select id=x multiple></select>", "listbox"},
      {"<ul><li id=x></ul>", "listitem"},
      {"<div><li id=x></div>", ""},
      {"<svg id=x></svg>", "graphics-document"},
      {"<svg><a id=x href=/></a></svg>", "link"},
      {"<iframe id=x></iframe>", ""},
      {"<custom-element id=x>", ""},
  });
}

TEST(Role, FollowsTheInputType) {
  expect_roles({
      {"<input id=x>", "textbox"},
      {"<input id=x type=unknown>", "textbox"},
      {"<input id=x type=EMAIL>", "textbox"},
      {"<input id=x type=search>", "searchbox"},
      {"<input id=x type=text list=l>", "combobox"},
      {"<input id=x type=number list=l>", "spinbutton"},
      {"<input id=x type=range>", "slider"},
      {"<input id=x type=checkbox>", "checkbox"},
      {"<input id=x type=radio>", "radio"},
      {"<input id=x type=image>", "button"},
      {"<input id=x type=submit>", "button"},
      {"<input id=x type=password>", ""},
      {"<input id=x type=hidden>", ""},
  });
}

TEST(Role, LandmarksDependOnWhereTheyStand) {
  expect_roles({
      {"<header id=x>", "banner"},
      {"<div><footer id=x></div>", "contentinfo"},
      {"<main><header id=x></main>", ""},
      {"<article><footer id=x></article>", ""},
      {"<div role=region><header id=x></div>", ""},
      {"<main><aside id=x></main>", "complementary"},
      {"<section><aside id=x></section>", ""},
      {"<section><aside id=x aria-label=More></section>", "complementary"},
      {"<section id=x>", ""},
      {"<section id=x aria-label=News>", "region"},
      {"<section id=x aria-labelledby=h><h2 id=h>News</h2></section>", "region"},
      {"<section id=x aria-labelledby=nowhere>", ""},
  });
}

TEST(Role, ImagesWithEmptyAlternativeArePresentational) {
  expect_roles({
      {"<img id=x>", "img"},
      {"<img id=x alt=Map>", "img"},
      {"<img id=x alt=''>", "none"},
      {"<img id=x alt=' '>", "img"},
      {"<img id=x alt='' aria-label=Map>", "img"},
      {"<img id=x alt='' tabindex=0>", "img"},
  });
}

TEST(Role, TablePartsFollowTheirTable) {
  expect_roles({
      {"<table id=x><tr><td></table>", "table"},
      {"<table><tr id=x><td></table>", "row"},
      {"<table><tr><td id=x></table>", "cell"},
      {"<table><tbody id=x><tr><td></table>", "rowgroup"},
      {"<table role=grid><tr><td id=x></table>", "gridcell"},
      {"<table role=presentation><tr><td id=x></table>", "none"},
      {"<table role=presentation aria-label=kept><tr><td id=x></table>", "cell"},
      {"<table><tr><th id=x><th></table>", "columnheader"},
      {"<table><tr><th id=x><td></table>", "rowheader"},
      {"<table><tr><th id=x scope=col><td></table>", "columnheader"},
      {"<table><tr><th id=x scope=row><th></table>", "rowheader"},
      {"<ul role=none><li id=x></ul>", "none"},
  });
}

TEST(Role, TheFirstValidTokenCounts) {
  expect_roles({
      {"<div id=x role=button>", "button"},
      {"<div id=x role='  BUTTON '>", "button"},
      {"<div id=x role='nonsense switch button'>", "switch"},
      {"<div id=x role='widget command'>", ""},
      {"<nav id=x role=nonsense>", "navigation"},
      {"<nav id=x role=''>", "navigation"},
      {"<div id=x role=image>", "img"},
      {"<h2 id=x role=generic>", ""},
      {"<div id=x role=doc-noteref>", "doc-noteref"},
  });
}

TEST(Role, PresentationYieldsToMeaning) {
  expect_roles({
      {"<h1 id=x role=presentation>", "none"},
      {"<h1 id=x role=none>", "none"},
      {"<h1 id=x role=none aria-label=Kept>", "heading"},
      {"<h1 id=x role=none aria-hidden=true>", "none"},
      {"<a id=x href=/ role=none>", "link"},
      {"<button id=x role=none>", "button"},
      {"<button id=x role=none disabled>", "none"},
  });
}

TEST(Hidden, IsWhatMarkupAndInlineStylesDoNotRender) {
  const StateCase cases[] = {
      {"<p id=x>", false},
      {"<p id=x hidden>", true},
      {"<div hidden><p id=x></div>", true},
      {"<p id=x hidden style='display:block'>", false},
      {"<p id=x style='display:none'>", true},
      {"<p id=x style='DISPLAY : None'>", true},
      {"<p id=x style='display:none;display:block'>", false},
      {"<p id=x style='display:none !important;display:block'>", true},
      {"<p id=x style='background:url(a;display:none)'>", false},
      {"<p id=x style='content:\"a;display:none\"'>", false},
      {"<p id=x style='/* a: b; */display:none'>", true},
      {"<p id=x style='visibility:hidden'>", true},
      {"<div style='visibility:hidden'><p id=x></div>", true},
      {"<div style='visibility:hidden'><p id=x style='visibility:visible'></div>", false},
      {"<div style='display:none'><p id=x style='visibility:visible'></div>", true},
      {"<input id=x type=hidden>", true},
      {"<input id=x type=hidden style='display:block'>", true},
      {"<dialog><p id=x></dialog>", true},
      {"<dialog open><p id=x></dialog>", false},
      {"<script id=x></script>", true},
      {"<map><area id=x href=/></map>", true},
      {"<img usemap=#m><map name=m><area id=x href=/></map>", false},
      {"<p id=x aria-hidden=true>", false},
      {"<div inert><p id=x></div>", false},
  };
  for (const StateCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_hidden(page.x()), item.expected) << item.html;
  }
}

TEST(Excluded, AddsWhatOnlyAssistiveTechnologyMisses) {
  const StateCase cases[] = {
      {"<p id=x>", false},
      {"<p id=x hidden>", true},
      {"<p id=x aria-hidden=true>", true},
      {"<p id=x aria-hidden=false>", false},
      {"<p id=x aria-hidden>", false},
      {"<div aria-hidden=true><p id=x></div>", true},
      {"<div inert><p id=x></div>", true},
  };
  for (const StateCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_excluded(page.x()), item.expected) << item.html;
  }
}

TEST(Focusable, IsToldByMarkup) {
  const StateCase cases[] = {
      {"<p id=x>", false},
      {"<p id=x tabindex=0>", true},
      {"<p id=x tabindex=-1>", true},
      {"<p id=x tabindex=no>", false},
      {"<a id=x href=/>", true},
      {"<a id=x>", false},
      {"<button id=x>", true},
      {"<button id=x disabled>", false},
      {"<input id=x>", true},
      {"<input id=x type=hidden>", false},
      {"<fieldset disabled><input id=x></fieldset>", false},
      {"<fieldset disabled><legend><input id=x></legend></fieldset>", true},
      {"<fieldset disabled><legend></legend><legend><input id=x></legend></fieldset>", false},
      {"<div id=x contenteditable>", true},
      {"<div id=x contenteditable=false>", false},
      {"<details><summary id=x></summary></details>", true},
      {"<details><summary></summary><summary id=x></summary></details>", false},
      {"<summary id=x></summary>", false},
      {"<video id=x controls></video>", true},
      {"<video id=x></video>", false},
      {"<iframe id=x></iframe>", false},
  };
  for (const StateCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_focusable(page.x()), item.expected) << item.html;
  }
}

TEST(Role, DeepPagesAreAnswered) {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<div>";
  const Page deep(page + "<header id=x>");
  EXPECT_EQ(deep.tree().role(deep.x()), "banner");
  EXPECT_FALSE(deep.tree().is_excluded(deep.x()));
}

}  // namespace
}  // namespace veedor::a11y
