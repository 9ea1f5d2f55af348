// The tree: walks, names, attributes, positions, indexes.
#include "scanner/html/document.h"

#include <gtest/gtest.h>

namespace veedor::html {
namespace {

Document parse(std::string_view html) {
  Result<Document> document = Document::parse(std::string(html));
  EXPECT_TRUE(document.ok());
  return std::move(*document);
}

std::string outline(const Document& document) {
  std::string out;
  for (Element element : document.elements()) out += std::string(element.tag()) + " ";
  return out;
}

TEST(Document, EmptyInputHasARoot) {
  const Document document = parse("");
  ASSERT_TRUE(document.root());
  EXPECT_EQ(outline(document), "html head body ");
  EXPECT_TRUE(document.root().synthetic());
  EXPECT_EQ(document.root().position().line, 0U);
  EXPECT_EQ(document.root().source(), "");
  EXPECT_FALSE(document.root().parent());
  EXPECT_TRUE(document.head());
  EXPECT_TRUE(document.body());
  EXPECT_TRUE(document.quirks_mode());
  EXPECT_FALSE(document.has_doctype());
  EXPECT_EQ(document.title(), "");
  EXPECT_EQ(document.base_href(), "");
}

TEST(Document, OutlineIsInDocumentOrder) {
  struct Case {
    std::string_view html;
    std::string_view outline;
  };
  const Case cases[] = {
      {"<!doctype html><title>a</title><p>b<p>c", "html head title body p p "},
      {"<table><tr><td>x", "html head body table tbody tr td "},
      {"<frameset><frame>", "html head frameset frame "},
      {"<p>a<b>c<p>d", "html head body p b p b "},  // the formatting element is opened again
      {"<template><p>inert</p></template><p>", "html head template body p "},
      {"<noscript><p>x</p></noscript><div><noscript><i>y</i></noscript></div>",
       "html head noscript body p div noscript i "},
      {"<!-- a --><p><!-- b -->x<!-- c --><i></i>", "html head body p i "},
      {"<My-Element><x-Y></x-Y></My-Element>", "html head body my-element x-y "},
      {"<svg><LinearGradient/><FOREIGNOBJECT><P>", "html head body svg linearGradient foreignObject p "},
      {"<math><MI>x</MI><annotation-xml/></math>", "html head body math mi annotation-xml "},
      {"<image src=x>", "html head body img "},
  };
  for (const Case& c : cases) EXPECT_EQ(outline(parse(c.html)), c.outline) << c.html;
}

TEST(Document, FramesetIsTheBody) {
  const Document document = parse("<!doctype html><frameset><frame></frameset>");
  EXPECT_EQ(document.body().tag(), "frameset");
  EXPECT_FALSE(document.quirks_mode());
  EXPECT_TRUE(document.has_doctype());
}

TEST(Document, TitleIsCollapsedAndBaseIsTheFirstWithHref) {
  const Document document = parse(
      "<title>\n  Consejo &amp;\t Electoral </title><base target=x><base href=/a/><base href=/b/>"
      "<svg><title>other</title></svg>");
  EXPECT_EQ(document.title(), "Consejo & Electoral");
  EXPECT_EQ(document.base_href(), "/a/");
  EXPECT_EQ(document.all("title").size(), 1U);  // the one in <svg> is not of HTML
}

TEST(Document, FindsByAttribute) {
  const Document document = parse("<p LANG=es id=a>1<b lang=en></b><svg viewBox='0 0 1 1' lang=fr></svg>");
  EXPECT_EQ(document.with_attribute("lang").size(), 3U);
  EXPECT_EQ(document.with_attribute("lang")[0], document.first("p"));
  EXPECT_EQ(document.with_attribute("viewBox").size(), 1U);
  EXPECT_EQ(document.with_attribute("href").size(), 0U);
}

TEST(Document, FindsByTagAndById) {
  const Document document =
      parse("<p id=a>1<x-b id=a></x-b><p id=b><x-a></x-a><x-b></x-b><template><p id=c></template>");
  EXPECT_EQ(document.all("p").size(), 2U);
  EXPECT_EQ(document.all("x-b").size(), 2U);
  EXPECT_EQ(document.all("x-c").size(), 0U);
  EXPECT_EQ(document.all("").size(), 0U);
  EXPECT_EQ(document.all("p")[0], document.first("p"));
  EXPECT_EQ(document.by_id("a"), document.first("p"));
  EXPECT_EQ(document.by_id("b"), document.all("p")[1]);
  EXPECT_FALSE(document.by_id("c"));
  EXPECT_FALSE(document.by_id(""));
  EXPECT_FALSE(document.first("video"));
}

TEST(Element, Attributes) {
  const Document document = parse("<a HREF='/x?a=1&amp;b' Class=' uno\tdos ' hidden href=second>");
  const Element a = document.first("a");
  EXPECT_EQ(a.attribute("href"), "/x?a=1&b");
  EXPECT_EQ(a.attribute("hidden"), "");
  EXPECT_EQ(a.attribute("title"), std::nullopt);
  EXPECT_EQ(a.attribute_or("title", "none"), "none");
  ASSERT_EQ(a.attribute_count(), 3U);
  EXPECT_EQ(a.attribute_at(1).name, "class");
  EXPECT_EQ(a.attribute_at(9).name, "");
  EXPECT_TRUE(a.has_class("uno"));
  EXPECT_TRUE(a.has_class("dos"));
  EXPECT_FALSE(a.has_class("un"));
  EXPECT_FALSE(a.has_class(""));
}

TEST(Element, ForeignAttributesKeepTheirQualifiedNames) {
  const Document document =
      parse("<svg viewbox='0 0 1 1' xmlns:xlink=x><use xlink:href='#a' xml:lang=es /></svg>");
  EXPECT_TRUE(document.elements()[3].has("viewBox"));
  EXPECT_TRUE(document.elements()[3].has("xmlns:xlink"));
  const Element use = document.elements()[4];
  EXPECT_EQ(use.attribute("xlink:href"), "#a");
  EXPECT_EQ(use.attribute("xml:lang"), "es");
  EXPECT_FALSE(use.has("href"));
  EXPECT_FALSE(use.in_html_namespace());
}

TEST(Element, Walks) {
  const Document document = parse("<ul>a<li>b<i>c</i></li><!-- x --><li>d</li> </ul><p>e");
  const Element ul = document.first("ul");
  const Element li = ul.first_child();
  EXPECT_EQ(li.tag(), "li");
  EXPECT_EQ(li.next_sibling(), document.all("li")[1]);
  EXPECT_FALSE(li.next_sibling().next_sibling());
  EXPECT_EQ(li.parent(), ul);
  EXPECT_EQ(document.first("i").ancestor("ul"), ul);
  EXPECT_FALSE(ul.ancestor("ul"));

  std::string tags;
  for (Element at = ul; at; at = at.next_in(ul)) tags += at.tag();
  EXPECT_EQ(tags, "ulliili");
  EXPECT_EQ(li.next_in_skipping_children(ul), document.all("li")[1]);
  EXPECT_FALSE(ul.next_in_skipping_children(ul));

  std::string nodes;
  for (Node at = ul.first_child_node(); at; at = at.next_in(ul)) {
    nodes += at.is_text() ? std::string(at.text()) : "<" + std::string(at.element().tag()) + ">";
  }
  EXPECT_EQ(nodes, "a<li>b<i>c<li>d ");
  EXPECT_EQ(ul.first_child_node().next_sibling().next_in_skipping_children(ul).element(),
            document.all("li")[1]);
  EXPECT_EQ(ul.text(), "abcd ");
}

TEST(Element, TemplateContentsAreNoText) {
  EXPECT_EQ(parse("<div>a<template>b<p>c</p></template>d</div>").first("div").text(), "ad");
  EXPECT_EQ(parse("<svg><style><![CDATA[a<b]]></style></svg>").body().text(), "a<b");
}

TEST(Element, NullViewsAnswerNothing) {
  const Element none;
  EXPECT_FALSE(none);
  EXPECT_EQ(none.tag(), "");
  EXPECT_FALSE(none.in_html_namespace());
  EXPECT_FALSE(none.synthetic());
  EXPECT_FALSE(none.has("id"));
  EXPECT_EQ(none.attribute_count(), 0U);
  EXPECT_FALSE(none.parent());
  EXPECT_FALSE(none.first_child());
  EXPECT_FALSE(none.next_sibling());
  EXPECT_FALSE(none.first_child_node());
  EXPECT_FALSE(none.next_in({}));
  EXPECT_FALSE(none.next_in_skipping_children({}));
  EXPECT_FALSE(none.ancestor("p"));
  EXPECT_EQ(none.text(), "");
  EXPECT_EQ(none.position().line, 0U);
  EXPECT_EQ(none.source(), "");
  EXPECT_FALSE(Node().is_text());
  EXPECT_FALSE(Node().element());
  EXPECT_FALSE(Node().next_sibling());
  EXPECT_FALSE(Node().next_in({}));
  EXPECT_FALSE(Node().next_in_skipping_children({}));
  EXPECT_EQ(Node().text(), "");
}

TEST(Element, PositionCountsBytesFromOne) {
  struct Case {
    std::string_view html;
    unsigned line;
    unsigned column;
  };
  const Case cases[] = {
      {"<i>", 1, 1},
      {"\t<i>", 1, 2},
      {"ñandú <i>", 1, 9},
      {"a\nb\n  <i>", 3, 3},
      {"a\r\nb\r\n  <i>", 3, 3},
      {"a\rb\r <i>", 3, 2},
      {"a\n\r\n\r<i>", 4, 1},
      {"<p\n\ntitle=x>\n<i>", 4, 1},
      {"<table>\n<tr>\n<i>", 3, 1},  // moved in front of the table
      {"<!-- \n --><i>", 2, 5},
  };
  for (const Case& c : cases) {
    const Document document = parse(c.html);
    const Position position = document.first("i").position();
    EXPECT_EQ(position.line, c.line) << c.html;
    EXPECT_EQ(position.column, c.column) << c.html;
    EXPECT_EQ(document.first("i").source(), "<i>");
  }
}

TEST(Element, SourceIsTheTagAsWritten) {
  const Document document = parse("<P\n Class = \"a&amp;b\" >x</P><Foo-Bar a>");
  EXPECT_EQ(document.first("p").source(), "<P\n Class = \"a&amp;b\" >");
  EXPECT_EQ(document.first("foo-bar").source(), "<Foo-Bar a>");
}

TEST(Document, ViewsSurviveAMove) {
  Document document = parse("<p>short");
  const Element p = document.first("p");
  Document moved = std::move(document);
  EXPECT_EQ(moved.first("p"), p);
  EXPECT_EQ(p.source(), "<p>");
  EXPECT_EQ(moved.source(), "<p>short");
}

}  // namespace
}  // namespace veedor::html
