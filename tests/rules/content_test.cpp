// What rules ask of an element beside its name (rules/support/content.h).
#include "rules/support/content.h"

#include <string>

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

html::Document parse(std::string text) {
  auto document = html::Document::parse(std::move(text));
  EXPECT_TRUE(document.ok());
  return *std::move(document);
}

TEST(Content, SaysWhatStandsInside) {
  const auto key = [](const char* markup) {
    const html::Document document = parse(markup);
    return std::string(inside_key(document.first("a")));
  };
  EXPECT_EQ(key("<a> </a>"), "empty");
  EXPECT_EQ(key("<a><br></a>"), "empty");
  EXPECT_EQ(key("<a><i class=x></i></a>"), "icon-only");
  EXPECT_EQ(key("<a><span><img src=x></span></a>"), "image-only");
}

TEST(Content, AClassHintsAtHidingWithAllAround) {
  const html::Document document =
      parse("<div class='modal d-none'><p><a>x</a></p></div><p class=d-nonesuch>");
  EXPECT_TRUE(class_says_hidden(document.first("a")));
  EXPECT_FALSE(class_says_hidden(document.all("p")[1]));
}

TEST(Content, OnlySheetsThatCouldNotBeReadAreUnread) {
  const auto unread = [](std::string body) {
    facts::Response response;
    response.final_url = *url::Url::parse("https://cne.example/");
    return has_unread_styles(facts::Page(std::move(response), parse(std::move(body)), "utf-8"));
  };
  EXPECT_FALSE(unread("<link rel=icon href=a.png><p style='color:red'>x"));
  EXPECT_TRUE(unread("<link rel='preload StyleSheet' href=a.css>"));
  EXPECT_FALSE(unread("<style>p{}</style>"));
  EXPECT_TRUE(unread("<style>@import 'a.css';</style>"));
}

TEST(Content, ReadsNegativeTabindex) {
  const html::Document document =
      parse("<p tabindex=-1><p tabindex=0><p tabindex=-0><p tabindex=x><p tabindex=' -2 '><p>");
  std::string answers;
  for (html::Element element : document.all("p")) answers += has_negative_tabindex(element) ? 'y' : 'n';
  EXPECT_EQ(answers, "ynnnyn");
}

TEST(Content, ShowsForeignTextOnOneLine) {
  const html::Document document = parse("<p\n class='a'\n>x");
  EXPECT_EQ(shown_tag(document.first("p")), "<p class='a' >");
  EXPECT_EQ(shown_tag(document.first("body")), "<body>");
  EXPECT_LE(shown(std::string(1000, 'x'), 40).size(), 43U);
}

}  // namespace
}  // namespace veedor::rules
