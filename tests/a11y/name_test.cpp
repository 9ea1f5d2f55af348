// Accessible names, step by step: each row is a page, and the name of its element with id=x.
#include <ctime>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/a11y/page.h"

namespace veedor::a11y {
namespace {

template <std::size_t N>
void expect_names(const TextCase (&cases)[N]) {
  for (const TextCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().name(page.x()), item.text) << item.html;
  }
}

TEST(Name, ReferencesComeFirst) {
  expect_names({
      {"<a id=x href=/ aria-labelledby='a b' aria-label=no>no</a><p id=a>one</p><p id=b>two</p>", "one two"},
      {"<a id=x href=/ aria-labelledby='nowhere'>own</a>", "own"},
      {"<a id=x href=/ aria-labelledby=a>own</a><p id=a> </p>", "own"},
      {"<b id=x role=button aria-label=Delete aria-labelledby='x f'></b><a id=f href=/>a.pdf</a>",
       "Delete a.pdf"},
      {"<i id=x role=img aria-labelledby=a></i><i id=a aria-labelledby=b></i><i id=b>far</i>", ""},
      {"<i id=x role=img aria-labelledby=a></i><p id=a aria-label=Label>text</p>", "Label"},
      {"<p id=p><span id=x role=checkbox aria-labelledby=p>I agree to</span> <a href=/>terms</a></p>",
       "I agree to terms"},
  });
}

TEST(Name, HiddenTextCountsOnlyWhenItIsReferenced) {
  expect_names({
      {"<a id=x href=/>seen <b style='display: none'>none</b><b hidden>no</b><b aria-hidden=true>no</b></a>",
       "seen"},
      {"<a id=x href=/>a<b style='visibility:hidden'>no <i style='visibility:visible'>yes</i></b></a>",
       "ayes"},
      {"<a id=x href=/ aria-labelledby=a></a><p id=a hidden>all <b hidden>of it</b></p>", "all of it"},
      {"<a id=x href=/ aria-labelledby=a></a><p id=a>part <b hidden>of it</b></p>", "part"},
      {"<a id=x href=/ aria-labelledby=a></a><div hidden><p id=a>within</p></div>", "within"},
      {"<label for=x style='display:none'>Search</label><input id=x>", "Search"},
      {"<a id=x href=/>a<script>b</script><style>c</style><noscript>d</noscript><template>e</template></a>",
       "a"},
      {"<button id=x aria-labelledby=a></button><div id=a hidden>t<script>no()</script></div>", "t"},
  });
}

TEST(Name, LabelsNameControls) {
  expect_names({
      {"<label for=x>Name</label><input id=x>", "Name"},
      {"<label>Name <input id=x value=typed></label>", "Name"},
      {"<label for=x>before</label><label>around <input id=x></label><label for=x>after</label>",
       "before around after"},
      {"<label for=x>Age</label><select id=x><option>1</select>", "Age"},
      {"<label>Go <button id=x>own</button></label>", "Go"},
      {"<label for=other>Name <input id=x></label>", ""},
      {"<label for=''>Name <input id=x></label>", ""},
      {"<label>First <input> <input id=x></label>", ""},
      {"<label for=x>Hidden</label><input type=hidden id=x>", ""},
      {"<label for=x>Sum</label><output id=x>5</output>", "Sum"},
      {"<input id=x title=tip placeholder=hint>", "tip"},
      {"<input id=x placeholder=hint>", "hint"},
      {"<input id=x type=checkbox placeholder=hint>", ""},
      {"<textarea id=x placeholder=hint>typed</textarea>", "hint"},
  });
}

TEST(Name, ButtonsSayTheirValue) {
  expect_names({
      {"<input type=submit id=x>", "Submit"},
      {"<input type=reset id=x>", "Reset"},
      {"<input type=button id=x>", ""},
      {"<input type=submit id=x value=Send>", "Send"},
      {"<input type=submit id=x value='' title=tip>", "tip"},
      {"<input type=image id=x alt=Search title=tip>", "Search"},
      {"<input type=image id=x title=tip>", "tip"},
      {"<input type=image id=x src=a.png>", ""},
      {"<button id=x><img alt=Send src=a.png></button>", "Send"},
      {"<button id=x title=tip><i class=icon></i></button>", "tip"},
  });
}

TEST(Name, HostElementsNameTheirOwners) {
  expect_names({
      {"<img id=x alt=Map title=tip>", "Map"},
      {"<img id=x title=tip>", "tip"},
      {"<img id=x alt='' title=tip>", ""},
      {"<img id=x alt='' title=tip tabindex=0>", "tip"},
      {"<img usemap=#m><map name=m><area id=x href=/ alt=North></map>", "North"},
      {"<fieldset id=x><legend>Who</legend><input></fieldset>", "Who"},
      {"<fieldset id=x><div><legend>Who</legend></div></fieldset>", ""},
      {"<figure id=x><img alt=a><figcaption>A chart</figcaption></figure>", "A chart"},
      {"<table id=x title=tip><caption>Votes</caption><tr><td>1</table>", "Votes"},
      {"<svg id=x role=img><title>Star</title><circle/></svg>", "Star"},
      {"<a id=x href=/><svg><title>Home</title><path/></svg></a>", "Home"},
      {"<select><optgroup id=x label=Group></optgroup></select>", "Group"},
      {"<iframe id=x title=Map>fallback</iframe>", "Map"},
      {"<details><summary id=x>More</summary>text</details>", "More"},
      {"<label id=x>Country</label>", ""},
  });
}

TEST(Name, ControlsWithinALabelAddTheirValue) {
  expect_names({
      {"<label for=x>Every <input value=5> minutes</label><input id=x type=checkbox>", "Every 5 minutes"},
      {"<label for=x>A <input type=password value=secret> b</label><input id=x type=checkbox>", "A b"},
      {"<label for=x>A <textarea>two</textarea> b</label><input id=x type=checkbox>", "A two b"},
      {"<label for=x>A <select><option>1<option selected>2</select> b</label><input id=x type=checkbox>",
       "A 2 b"},
      {"<label for=x>A <select><option disabled>1<option>2</select> b</label><input id=x type=checkbox>",
       "A 2 b"},
      {"<label for=x>A <select multiple><option>1<option>2</select> b</label><input id=x type=checkbox>",
       "A b"},
      {"<label for=x>A <input type=range value=7> b</label><input id=x type=checkbox>", "A 7 b"},
      {"<label for=x>A <i role=slider aria-valuenow=4 aria-valuetext=four></i></label><input id=x>",
       "A four"},
      {"<label for=x>A <ul role=listbox><li role=option>1<li role=option "
       "aria-selected=true>2</ul></label><input id=x>",
       "A 2"},
      {"<label for=x>A <i role=menu><i role=menuitem>no</i></i> b</label><input id=x>", "A b"},
      {"<label for=x>A <button>Go</button></label><input id=x>", "A Go"},
      {"<h2 id=x>From <input value=Quito title=tip></h2>", "From Quito"},
  });
}

TEST(Name, ContentNamesOnlySomeRoles) {
  expect_names({
      {"<h2 id=x>Results</h2>", "Results"},
      {"<a id=x href=/>Home</a>", "Home"},
      {"<a id=x>no link</a>", ""},
      {"<div id=x>text</div>", ""},
      {"<div id=x aria-label=box>text</div>", "box"},
      {"<div id=x role=button>text</div>", "text"},
      {"<div id=x role=combobox title=tip>text</div>", "tip"},
      {"<section id=x title=tip>text</section>", "tip"},
      {"<a id=x href=/><img alt=''></a>", ""},
      {"<a id=x href=/><span title=tip></span></a>", "tip"},
      {"<a id=x href=/ title=tip>&nbsp; </a>", "tip"},
      {"<a id=x href=/><span role=presentation aria-label=Eli>no</span></a>", "Eli"},
      {"<a id=x href=/><img role=none alt=no title=no>yes</a>", "yes"},
      {"<a id=x href=/><video>no</video>yes<object>no</object></a>", "yes"},
  });
}

TEST(Name, BlocksAreSetApartAndInlineTextIsNot) {
  expect_names({
      {"<a id=x href=/>top<b>m</b>ost</a>", "topmost"},
      {"<a id=x href=/>W<i>h<b>a</b></i>t<br>is<div>your<div>name<b>?</b></div></div></a>",
       "What is your name?"},
      {"<a id=x href=/>a<img alt=b>c</a>", "a b c"},
      {"<a id=x href=/>a<span style='display:inline-block'>b</span>c</a>", "a b c"},
      {"<a id=x href=/><div style='display:inline'>a</div>b</a>", "ab"},
      {"<table role=grid><tr id=x><td>1<td>2</table>", "1 2"},
      {"<table><tr id=x><td>1<td>2</table>", ""},
  });
}

TEST(Name, OwnedElementsFollowAndCyclesEnd) {
  expect_names({
      {"<h1 id=x aria-owns=y>foo</h1><h1 id=y>bar</h1>", "foo bar"},
      {"<h1 id=x aria-owns=y>foo</h1><h1 id=y aria-owns=x>bar</h1>", "foo bar"},
      {"<h1 id=x aria-owns=x>foo</h1>", "foo"},
      {"<i id=x role=img aria-labelledby=x></i>", ""},
      {"<i id=x role=img aria-labelledby=y></i><i id=y aria-labelledby=x></i>", ""},
      {"<label for=x>a <input id=y type=checkbox></label><label for=y>b <input id=x type=checkbox></label>",
       "a b"},
  });
}

TEST(Name, OneIndexServesAWholePage) {
  const Page page("<label for=a>A</label><input id=a><label for=b>B</label><input id=b>");
  EXPECT_EQ(page.tree().name(page.by_id("a")), "A");
  EXPECT_EQ(page.tree().name(page.by_id("b")), "B");
  EXPECT_EQ(page.tree().name(html::Element()), "");
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// Pages made to be slow: asking for every name must stay far from quadratic.
TEST(Name, HostilePagesCostBoundedTime) {
  const std::string pages[] = {
      repeated("<label for=a>x</label>", 5000) + "<input id=a>" + repeated("<label><input></label>", 5000),
      "<div id=a>" + repeated("<a href=/ aria-labelledby=a>x</a>", 5000) + "</div>",
      "<p id=a>" + repeated("<b>x</b>", 3000) + "</p>" +
          repeated("<i role=img aria-labelledby='a a a'></i>", 3000),
      repeated("<i role=button aria-owns='a b'>x</i>", 3000) + "<div id=a aria-owns=b>" +
          repeated("<b>x</b>", 3000) + "</div><div id=b aria-owns=a></div>",
      repeated("<div role=button>", 400) + repeated("<b>x</b>", 1000),
      repeated("<i aria-owns=a>", 300) + "<b id=a>x" + repeated("<section aria-labelledby=a>", 100),
      repeated("<ul><li>", 400),
      repeated("<label>", 200) + repeated("<input type=checkbox>", 1000),
  };
  for (const std::string& source : pages) {
    const Page page(source);
    const std::clock_t begin = std::clock();  // of the processor: a busy machine fails no test
    for (html::Element element : page.document().elements()) {
      static_cast<void>(page.tree().name(element));
      static_cast<void>(page.tree().role(element));
      static_cast<void>(page.tree().description(element));
    }
    EXPECT_LT((std::clock() - begin) / CLOCKS_PER_SEC, 5) << source.substr(0, 60);
  }
}

TEST(Name, DepthIsBounded) {
  const Page page("<a id=x href=/>top" + repeated("<span>", 300) + "deep");
  EXPECT_EQ(page.tree().name(page.x()), "top");
}

TEST(Name, WhatABoundCutsOffIsNotKeptForOthers) {
  const Page page(
      "<button id=y aria-labelledby='huge small'></button><button id=x aria-labelledby=small></button><p "
      "id=huge>" +
      repeated("<i></i>", 25'000) + "</p><p id=small>Save</p>");
  page.tree().name(page.tree().document().by_id("y"));
  EXPECT_EQ(page.tree().name(page.x()), "Save");
}

}  // namespace
}  // namespace veedor::a11y
