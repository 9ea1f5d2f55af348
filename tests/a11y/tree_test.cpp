// What styles, context and ownership make of roles, of what is hidden and of what takes focus: each row is a
// page, and what is said of its element with id=x.
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

TEST(TreeRole, ListItemsNeedTheirList) {
  expect_roles({
      {"<ul><li id=x></ul>", "listitem"},
      {"<ul><div><li id=x></div></ul>", "listitem"},
      {"<div role=list><li id=x></div>", "listitem"},
      {"<ul aria-owns=x></ul><li id=x>a", "listitem"},
      {"<ul role=tablist><li id=x></ul>", ""},
      {"<div id=x role=listitem>", ""},
      {"<p id=x role=listitem>", "paragraph"},
      {"<div role=list><div role=group><b id=x role=listitem></b></div></div>", "listitem"},
      {"<div role=list><div role=tabpanel><b id=x role=listitem></b></div></div>", ""},
      {"<ul role=none><li id=x></ul>", "none"},
      {"<ul role=none><li><ul><li id=x></ul></ul>", "listitem"},
      {"<div><template shadowrootmode=open><ul><slot></slot></ul></template><li id=x></li></div>",
       "listitem"},
  });
}

TEST(TreeRole, OtherRolesStandWithoutTheirContextAsInBrowsers) {
  expect_roles({
      {"<div id=x role=gridcell>", "gridcell"},
      {"<span id=x role=tab>", "tab"},
      {"<span id=x role=option>", "option"},
      {"<div role=menu><div role=group><b id=x role=treeitem></b></div></div>", "treeitem"},
  });
}

TEST(TreeRole, RegionsAndFormsNeedAName) {
  expect_roles({
      {"<div id=x role=region>", ""},
      {"<div id=x role=region aria-label=a>", "region"},
      {"<nav id=x role='region group'>", "group"},
      {"<nav id=x role='region group' aria-label=a>", "region"},
      {"<nav id=x role=form>", "navigation"},
      {"<nav id=x role=form title=a>", "form"},
      {"<form id=x>", "form"},
      {"<section id=x aria-labelledby=s></section><b id=s> </b>", ""},
      {"<section id=x role=group>", "group"},
  });
}

TEST(TreeRole, HeadersFollowTheTable) {
  expect_roles({
      {"<table><tr><td><th id=x>a<th>b</table>", "columnheader"},
      {"<table><tr><th id=x>a<td>1</table>", "rowheader"},
      {"<table><tr><td>1<th id=x>a</table>", "rowheader"},
      {"<table><tr><th id=x>a</table>", "columnheader"},
      {"<table><tr><th id=x scope=rowgroup>a<th></table>", "rowheader"},
      {"<table><tr role=none><td id=x></table>", "none"},
      {"<table role=menu><tr><td id=x></table>", ""},
      {"<table role=none><tr><td><table><tr><td id=x></table></table>", "cell"},
  });
}

TEST(TreeRole, SvgIsInTheTreeWhereItIsNamed) {
  expect_roles({
      {"<svg><g id=x></g></svg>", ""},
      {"<svg><g id=x aria-label=a></g></svg>", "group"},
      {"<svg><g id=x><title>a</title></g></svg>", "group"},
      {"<svg><path id=x></path></svg>", ""},
      {"<svg><path id=x><title>a</title></path></svg>", "graphics-symbol"},
      {"<svg><a id=x xlink:href=/></a></svg>", "link"},
      {"<svg id=x role=img></svg>", "img"},
      {"<math id=x></math>", "math"},
  });
}

TEST(TreeRole, TellsWhatIsWrittenFromWhatIsImplied) {
  const Page page(
      "<ul id=a role=presentation></ul><button id=b role=none></button><nav id=c role='x menu'></nav>"
      "<h1 id=d role=generic></h1><section id=e aria-label=s></section>");
  const Tree& tree = page.tree();
  EXPECT_EQ(tree.explicit_role(page.by_id("a")), "none");
  EXPECT_EQ(tree.implicit_role(page.by_id("a")), "list");
  EXPECT_EQ(tree.explicit_role(page.by_id("b")), "");
  EXPECT_EQ(tree.explicit_role(page.by_id("c")), "menu");
  EXPECT_EQ(tree.implicit_role(page.by_id("c")), "navigation");
  EXPECT_EQ(tree.explicit_role(page.by_id("d")), "generic");
  EXPECT_EQ(tree.role(page.by_id("d")), "");
  EXPECT_EQ(tree.implicit_role(page.by_id("e")), "region");
  EXPECT_EQ(tree.role({}), "");
  EXPECT_EQ(tree.explicit_role({}), "");
}

TEST(TreeRendering, FollowsTheStyles) {
  const StateCase cases[] = {
      {"<style>p{display:none}</style><p id=x>", false},
      {"<style>p{visibility:hidden}</style><p id=x>", true},
      {"<style>div{display:contents}</style><div id=x>", true},
      {"<style>div{display:none}</style><div><p id=x></div>", false},
      {"<details><p id=x></p></details>", false},
      {"<details open><p id=x></p></details>", true},
      {"<details><summary id=x></summary></details>", true},
      {"<details><summary></summary><summary id=x></summary></details>", false},
      {"<video><p id=x></p></video>", false},
      {"<style>div{content-visibility:hidden}</style><div><p id=x></div>", false},
      {"<div popover id=x>", false},
      {"<div><template shadowrootmode=open></template><p id=x></p></div>", false},
      {"<div><template shadowrootmode=open><p id=x></p></template></div>", true},
      {"<svg><defs><g id=x></g></defs></svg>", false},
      {"<noscript><p id=x></p></noscript>", false},
  };
  for (const StateCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_rendered(page.x()), item.expected) << item.html;
  }
}

TEST(TreeExposure, OwnershipMovesWhatIsHiddenFromReaders) {
  const StateCase cases[] = {
      {"<p aria-owns=x></p><div aria-hidden=true><b id=x>a</b></div>", false},
      {"<div aria-hidden=true><p aria-owns=x></p></div><b id=x>a</b>", false},
      {"<p aria-owns=x></p><b id=x aria-hidden=true>a</b>", true},
      {"<div inert><b id=x></b></div>", true},
  };
  for (const StateCase& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_excluded(page.x()), item.expected) << item.html;
  }
}

TEST(TreeFocus, NeedsABoxAndLife) {
  struct Case {
    std::string_view html;
    bool focusable;
    bool tabbable;
  };
  const Case cases[] = {
      {"<button id=x>", true, true},
      {"<button id=x tabindex=-1>", true, false},
      {"<p id=x tabindex='+3x'>", true, true},
      {"<p id=x tabindex=99999999999>", true, true},
      {"<style>button{display:none}</style><button id=x>", false, false},
      {"<style>button{visibility:hidden}</style><button id=x>", false, false},
      {"<div inert><button id=x></div>", false, false},
      {"<div aria-hidden=true><button id=x></div>", true, true},
      {"<button id=x disabled>", false, false},
      {"<svg><a id=x xlink:href=/></a></svg>", true, true},
      {"<details><a id=x href=/></a></details>", false, false},
  };
  for (const Case& item : cases) {
    const Page page(item.html);
    EXPECT_EQ(page.tree().is_focusable(page.x()), item.focusable) << item.html;
    EXPECT_EQ(page.tree().is_tabbable(page.x()), item.tabbable) << item.html;
  }
}

TEST(TreeParent, RespectsOwnershipAndEndsCircles) {
  const Page page(
      "<div id=a aria-owns='b c'></div><ul id=d><div id=x></div></ul><p id=b></p><p id=c aria-owns=a></p>"
      "<i aria-owns=b></i>");
  const Tree& tree = page.tree();
  EXPECT_EQ(tree.parent(page.by_id("b")), page.by_id("a"));
  EXPECT_EQ(tree.parent(page.by_id("c")), page.by_id("a"));
  EXPECT_EQ(tree.parent(page.by_id("a")), page.document().body());
  EXPECT_EQ(tree.owned(page.by_id("a")).size(), 2U);
  EXPECT_TRUE(tree.owned(page.by_id("c")).empty());
  EXPECT_EQ(tree.context(page.x()), page.by_id("d"));
  EXPECT_EQ(tree.context(page.by_id("d")), page.document().root());
  EXPECT_FALSE(tree.parent(page.document().root()));
  EXPECT_FALSE(tree.parent({}));
}

}  // namespace
}  // namespace veedor::a11y
