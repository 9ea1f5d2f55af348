// Selectors for reports: short, and right.
#include <gtest/gtest.h>

#include "scanner/html/document.h"

namespace veedor::html {
namespace {

TEST(Selector, ReadsWell) {
  struct Case {
    std::string_view html;
    std::string_view selector;  // of the only <i>, or of the element with class "x"
  };
  const Case cases[] = {
      {"<i>", "body > i"},
      {"<i id=main>", "#main"},
      {"<i id=1a>", "body > i"},
      {"<i id='a.b'>", "body > i"},
      {"<i id=a></i><b id=a></b>", "body > i"},
      {"<ul id=menu><li><li><a><i>", "#menu > li:nth-of-type(2) > a > i"},
      {"<p></p><div></div><p><i>", "body > p:nth-of-type(2) > i"},
      {"<div></div><p><i>", "body > p > i"},
      {"<o:p></o:p><o:p><i>", "body > o\\:p:nth-of-type(2) > i"},
      {"<x-a><svg><linearGradient class=x>", "body > x-a > svg > linearGradient"},
      {"<div id=c><div><div><div><div><div><div><div><i>", "#c div > div > div > div > div > i"},
  };
  for (const Case& c : cases) {
    const Result<Document> document = Document::parse(std::string(c.html));
    ASSERT_TRUE(document.ok());
    Element wanted = document->first("i");
    for (Element element : document->elements()) {
      if (element.has_class("x")) wanted = element;
    }
    EXPECT_EQ(document->selector(wanted), c.selector) << c.html;
  }
}

TEST(Selector, OfTheEdges) {
  const Result<Document> document = Document::parse("<title>x</title>");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->selector(document->root()), "html");
  EXPECT_EQ(document->selector(document->head()), "head");
  EXPECT_EQ(document->selector(document->first("title")), "head > title");
  EXPECT_EQ(document->selector({}), "");
}

TEST(Selector, IsWholeWhereTheEndAloneIsAmbiguous) {
  const std::string arm =
      "<section><div><div><div><div><div><p><i></i></p></div></div></div></div></div></section>";
  const Result<Document> document = Document::parse(arm + arm);
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->selector(document->all("i")[1]),
            "body > section:nth-of-type(2) > div > div > div > div > div > p > i");
}

TEST(Selector, IsCheapInAFlatListAndInADeepTree) {
  std::string flat = "<ul>";
  for (int i = 0; i < 50'000; ++i) flat += "<li>";
  Result<Document> document = Document::parse(flat);
  ASSERT_TRUE(document.ok());
  for (Element li : document->all("li")) ASSERT_FALSE(document->selector(li).empty());
  EXPECT_EQ(document->selector(document->all("li").back()), "body > ul > li:nth-of-type(50000)");

  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<span>";
  document = Document::parse(deep);
  ASSERT_TRUE(document.ok());
  for (Element span : document->all("span")) ASSERT_LT(document->selector(span).size(), 1000U);
}

}  // namespace
}  // namespace veedor::html
