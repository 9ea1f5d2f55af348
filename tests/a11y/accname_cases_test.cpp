// Names and descriptions that need computed styles, shadow trees or ownership: each row is a page, and the
// text of its element with id=x.
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

template <std::size_t N>
void expect_descriptions(const TextCase (&cases)[N]) {
  for (const TextCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().description(page.x()), item.text) << item.html;
  }
}

TEST(StyledName, GeneratedTextIsJoined) {
  expect_names({
      {"<style>a::before{content:'['} a::after{content:']'}</style><a id=x href=/>in</a>", "[in]"},
      {"<style>a::before{content:'top';display:block}</style><a id=x href=/>in</a>", "top in"},
      {"<style>a::before{content:attr(data-t)}</style><a id=x href=/ data-t=Say>!</a>", "Say!"},
      {"<style>a::before{content:attr(data-t, 'none')}</style><a id=x href=/>!</a>", "none!"},
      {"<style>a::before{content:url(a.png)}</style><a id=x href=/>in</a>", "in"},
      {"<style>a::before{content:'\\2605' / 'star'}</style><a id=x href=/> in</a>", "star in"},
      {"<style>a::before{content:'\\2605' / ''}</style><a id=x href=/>in</a>", "in"},
      {"<style>a::before{content:url(a.png) / 'alt'}</style><a id=x href=/></a>", "alt"},
      {"<style>a::before{content:'no';display:none}</style><a id=x href=/>in</a>", "in"},
      {"<style>a::before{content:'no';visibility:hidden}</style><a id=x href=/>in</a>", "in"},
      {"<style>b::before{content:open-quote} b::after{content:close-quote}</style>"
       "<a id=x href=/><b>in</b></a>",
       "\xE2\x80\x9Cin\xE2\x80\x9D"},
  });
}

TEST(StyledName, SheetsHideAndShow) {
  expect_names({
      {"<style>.h{display:none}</style><a id=x href=/>a<b class=h>b</b></a>", "a"},
      {"<style>.h{visibility:hidden} i{visibility:visible}</style><a id=x href=/>a<b "
       "class=h>b<i>c</i></b></a>",
       "ac"},
      {"<style>[hidden]{display:inline!important}</style><a id=x href=/>a<b hidden>b</b></a>", "ab"},
      {"<style>.h{display:none}</style><a id=x href=/ aria-labelledby=t></a><p id=t class=h>a <b "
       "hidden>b</b>",
       "a b"},
      {"<style>.h{content-visibility:hidden}</style><h1 id=x>a<div class=h>b</div></h1>", "a"},
      {"<h1 id=x>a<details>b<summary>c</summary></details></h1>", "a c"},
      {"<h1 id=x>a<details open>b<summary>c</summary></details></h1>", "a b c"},
      {"<style>a{text-transform:uppercase}</style><a id=x href=/>low</a>", "low"},
  });
}

TEST(StyledName, DisplayDecidesOnSpaces) {
  expect_names({
      {"<style>b{display:block}</style><a id=x href=/>a<b>b</b>c</a>", "a b c"},
      {"<style>div{display:inline}</style><h1 id=x>a<div>b</div>c</h1>", "abc"},
      {"<style>h1{display:flex}</style><h1 id=x><b>a</b><b>b</b></h1>", "a b"},
      {"<style>b{display:contents}</style><h1 id=x>a<b>b</b>c</h1>", "abc"},
      {"<style>b{position:absolute}</style><h1 id=x>a<b>b</b>c</h1>", "a b c"},
      {"<a id=x href=/ aria-labelledby=t></a><div id=t hidden><p>a</p><p>b</p></div>", "a b"},
  });
}

TEST(StyledName, ShadowTreesAndSlotsAreSeenThrough) {
  expect_names({
      {"<label for=x><span><template shadowrootmode=open>foo <slot></slot> bar</template>in</span></label>"
       "<input id=x>",
       "foo in bar"},
      {"<label for=x><span><template shadowrootmode=open>foo <slot "
       "aria-label=no>none</slot></template></span>"
       "</label><input id=x>",
       "foo none"},
      {"<div><template shadowrootmode=open><b id=t>out</b><button id=x aria-labelledby=t></button></template>"
       "</div><i id=t>no</i>",
       "out"},
      {"<div><template shadowrootmode=open><label for=x>In</label><input id=x></template></div>", "In"},
      {"<h1 id=x><span><template shadowrootmode=open>a</template>unseen</span></h1>", "a"},
  });
}

TEST(StyledName, OwnedElementsBelongToTheirOwnerOnly) {
  expect_names({
      {"<button id=x aria-owns=p><i aria-hidden=true><b id=p>Play</b><b>Pause</b></i></button>", "Play"},
      {"<h1 id=x>a<b hidden aria-owns=t>no</b> <mark id=t>kept</mark></h1>", "a kept"},
      {"<h1 id=x>a<b aria-hidden=true aria-owns=t>no</b> <mark id=t>kept</mark></h1>", "a kept"},
      {"<a id=x href=/ aria-owns=t>a</a><b hidden><i id=t>no</i></b>", "a"},
      {"<a id=x href=/ aria-owns=t>a</a><b aria-hidden=true id=t>no</b>", "a"},
      {"<h1 id=x>a<b id=t>gone</b></h1><p aria-owns=t></p>", "a"},
  });
}

TEST(StyledName, HtmlAndSvgSayTheirOwn) {
  expect_names({
      {"<svg><circle id=x><title>round</title></circle></svg>", "round"},
      {"<svg><a id=x href=/ xlink:title=there><circle/></a></svg>", "there"},
      {"<select><optgroup id=x label=Group><option>1</optgroup></select>", "Group"},
      {"<select><option id=x label=One>1</select>", "One"},
      {"<fieldset id=x role=none><legend>no</legend></fieldset>", ""},
      {"<input id=x disabled role=none aria-describedby=t><label for=x>no</label>", "no"},
      {"<label for=x style='display:none'>kept</label><input id=x>", "kept"},
      {"<fieldset id=x><legend role=none>kept</legend></fieldset>", "kept"},
      {"<iframe id=x title=frame></iframe>", "frame"},
      {"<summary id=x>alone</summary>", ""},
      {"<div role=group id=x><h2>no</h2></div>", ""},
  });
}

TEST(NameSource, TellsTheStep) {
  struct Case {
    std::string_view html;
    NameSource source;
  };
  const Case cases[] = {
      {"<a id=x href=/ aria-labelledby=t></a><p id=t>a", NameSource::labelledby},
      {"<a id=x href=/ aria-label=a></a>", NameSource::aria_label},
      {"<img id=x alt=a>", NameSource::native},
      {"<label>a<input id=x></label>", NameSource::native},
      {"<a id=x href=/>a</a>", NameSource::content},
      {"<a id=x href=/ title=a></a>", NameSource::title},
      {"<input id=x placeholder=a>", NameSource::placeholder},
      {"<a id=x href=/></a>", NameSource::none},
  };
  for (const Case& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().name_source(page.x()), item.source) << item.html;
  }
}

TEST(Description, FollowsItsOwnOrder) {
  expect_descriptions({
      {"<input id=x aria-describedby='a b' aria-description=no title=no><p id=a>one</p><p id=b "
       "hidden>two</p>",
       "one two"},
      {"<input id=x aria-describedby=nowhere aria-description=own title=no>", "own"},
      {"<a id=x href=/ title=tip>text</a>", "tip"},
      {"<a id=x href=/ title=tip></a>", ""},
      {"<img id=x aria-label=l alt=a title=t>", "t"},
      {"<input type=submit id=x value=Send aria-label=l>", "Send"},
      {"<input type=submit id=x value=Send>", ""},
      {"<label for=x>l</label><input type=button id=x value=Send>", "Send"},
      {"<table id=x aria-label=l><caption>c</caption><tr><td>1</table>", "c"},
      {"<table id=x summary=s><caption>c</caption><tr><td>1</table>", "s"},
      {"<svg id=x role=img><title>t</title><desc>d</desc></svg>", "d"},
      {"<svg id=x role=img aria-label=l><title>t</title></svg>", "t"},
      {"<p id=x aria-describedby=a></p><p id=a aria-label=label>text</p>", "label"},
      {"<p id=x aria-describedby=a></p><p id=a aria-labelledby=b>text</p><p id=b>no</p>", "text"},
      {"<p id=x>", ""},
  });
}

}  // namespace
}  // namespace veedor::a11y
