// Declarative shadow roots and the flat tree.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/html/flat_tree.h"

namespace veedor::html {
namespace {

Document parse(std::string_view html) {
  Result<Document> document = Document::parse("<!DOCTYPE html><body>" + std::string(html));
  EXPECT_TRUE(document.ok());
  return std::move(*document);
}

// "div(#text p(#text))": the flat tree below an element.
std::string flat(const FlatTree& tree, Element element) {
  std::string out(element.tag());
  std::string inner;
  for (Node child = tree.first_child(element); child; child = tree.next_sibling(child)) {
    if (!inner.empty()) inner += ' ';
    inner += child.is_text() ? std::string(child.text()) : flat(tree, child.element());
    if (!child.is_text()) {
      EXPECT_EQ(tree.parent(child.element()), element);
    }
  }
  return inner.empty() ? out : out + "(" + inner + ")";
}

TEST(ShadowRoot, IsBesideTheChildrenOfItsHost) {
  const Document document =
      parse("<div id=h><template shadowrootmode=open><p id=p>x<b></b></template><i></i></div>");
  const Element host = document.by_id("h");
  const Element root = host.shadow_root();
  ASSERT_TRUE(root);
  EXPECT_TRUE(root.is("template"));
  EXPECT_EQ(root.host(), host);
  EXPECT_FALSE(root.parent());
  EXPECT_FALSE(root.next_sibling());
  EXPECT_TRUE(host.first_child().is("i"));
  EXPECT_FALSE(host.first_child().next_sibling());
  EXPECT_EQ(host.text(), "");
  EXPECT_EQ(root.text(), "x");
  EXPECT_EQ(root.first_child().first_child().parent(), root.first_child());
  EXPECT_FALSE(document.by_id("p"));
  EXPECT_TRUE(document.by_id("p", root));
  EXPECT_EQ(document.by_id("h", document.root()), host);
  EXPECT_FALSE(document.by_id("h", root));
  EXPECT_TRUE(document.all("p").empty());
  EXPECT_EQ(tree_root(root.first_child()), root);
  EXPECT_EQ(tree_root(host), document.root());
}

TEST(ShadowRoot, NumbersGoOnBehindTheDocument) {
  const Document document = parse(
      "<div><template shadowrootmode=open><p><span><template shadowrootmode=closed><u></u></template></span>"
      "</p></template></div><b></b>");
  ASSERT_EQ(document.shadow_elements().size(), 5U);
  EXPECT_EQ(document.element_count(), document.elements().size() + 5);
  std::size_t expected = 0;
  for (Element element : document.elements()) EXPECT_EQ(element.index(), expected++);
  for (Element element : document.shadow_elements()) EXPECT_EQ(element.index(), expected++);
  EXPECT_TRUE(document.shadow_elements()[4].is("u"));
  EXPECT_EQ(document.shadow_elements()[2].shadow_root(), document.shadow_elements()[3]);
}

TEST(ShadowRoot, NeedsAHostAndAMode) {
  const std::string_view pages[] = {
      "<div id=x><template><p></template></div>",
      "<div id=x><template shadowrootmode=none><p></template></div>",
      "<a id=x><template shadowrootmode=open><p></template></a>",
      "<ul id=x><template shadowrootmode=open><p></template></ul>",
      "<template id=x><div><template shadowrootmode=open><p></template></div></template>",
  };
  for (std::string_view page : pages) {
    const Document document = parse(page);
    EXPECT_FALSE(document.by_id("x").shadow_root()) << page;
    EXPECT_TRUE(document.shadow_elements().empty()) << page;
  }
  const Document twice = parse(
      "<my-box id=x><template shadowrootmode=OPEN>a</template><template shadowrootmode=open>b</template>"
      "</my-box>");
  EXPECT_EQ(twice.by_id("x").shadow_root().text(), "a");
  EXPECT_TRUE(twice.by_id("x").first_child().is("template"));
}

TEST(FlatTree, SlotsTakeWhatAsksForThem) {
  struct Case {
    std::string_view html;
    std::string_view flat;
  };
  const Case cases[] = {
      {"<div id=x>a<b></b></div>", "div(a b)"},
      {"<div id=x><template shadowrootmode=open>foo <slot></slot> bar</template>own</div>",
       "div(foo  slot(own)  bar)"},
      {"<div id=x><template shadowrootmode=open><slot>default</slot></template></div>", "div(slot(default))"},
      {"<div id=x><template shadowrootmode=open><slot name=n></slot><slot></slot></template>"
       "<b></b><i slot=n></i><u slot=n></u><s slot=none></s></div>",
       "div(slot(i u) slot(b))"},
      {"<div id=x><template shadowrootmode=open><slot></slot><slot>no</slot></template><b></b></div>",
       "div(slot(b) slot(no))"},
      {"<div id=x><template shadowrootmode=open>none</template><b></b></div>", "div(none)"},
      {"<div id=x><template shadowrootmode=open><div><template shadowrootmode=open>[<slot></slot>]</template>"
       "<slot></slot></div></template>in</div>",
       "div(div([ slot(slot(in)) ]))"},
  };
  for (const Case& item : cases) {
    const Document document = parse(item.html);
    EXPECT_EQ(flat(document.flat_tree(), document.by_id("x")), item.flat) << item.html;
  }
}

TEST(FlatTree, WhatIsNotRenderedHasNoParent) {
  const Document document = parse(
      "<div id=h><template shadowrootmode=open><slot name=n><b></b></slot></template><i id=i></i>"
      "<u slot=n></u></div>");
  const FlatTree& tree = document.flat_tree();
  EXPECT_FALSE(tree.parent(document.by_id("i")));
  EXPECT_FALSE(tree.parent(document.by_id("h").shadow_root().first_child().first_child()));
  EXPECT_FALSE(tree.plain());
  EXPECT_TRUE(parse("<p>").flat_tree().plain());
}

TEST(FlatTree, ManyHostsAndSlotsCostLinearTime) {
  std::string page;
  for (int i = 0; i < 20000; ++i)
    page += "<div><template shadowrootmode=open><slot></slot></template>a</div>";
  page += "<div><template shadowrootmode=open>";
  for (int i = 0; i < 5000; ++i) page += "<slot name=" + std::to_string(i) + "></slot>";
  page += "</template>";
  for (int i = 0; i < 5000; ++i) page += "<b slot=" + std::to_string(i) + "></b>";
  const Document document = parse(page);
  EXPECT_EQ(document.shadow_elements().size(), 45001U);
}

}  // namespace
}  // namespace veedor::html
