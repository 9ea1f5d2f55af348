// Which style sheets a page links, under which key, and how bytes become text.
#include "scanner/facts/sheets.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/facts/data_url.h"
#include "scanner/facts/page.h"

namespace veedor::facts {
namespace {

Page page(std::string_view html, std::string encoding = "utf-8") {
  Response response;
  response.requested = response.final_url = *url::Url::parse("https://a.example/dir/p");
  response.outcome = Outcome::read;
  response.status = 200;
  return {std::move(response), *html::Document::parse(std::string(html)), std::move(encoding)};
}

std::vector<std::string> wanted(std::string_view html) {
  std::vector<std::string> urls;
  for (const url::Url& url : linked_sheets(page(html), {}).wanted) urls.push_back(url.href());
  return urls;
}

constexpr std::string_view kDoctype = "<!DOCTYPE html>";

TEST(DataUrl, IsReadAsTheFetchStandardSays) {
  struct Case {
    std::string_view url;
    std::string_view type;
    std::string_view bytes;
  };
  const Case cases[] = {
      {"data:text/css,h1%7B%7D", "text/css", "h1{}"},
      {" DATA:text/css,a#b", "text/css", "a"},
      {"data:,x", "text/plain;charset=US-ASCII", "x"},
      {"data:;charset=utf-8,x", "text/plain;charset=utf-8", "x"},
      {"data:text/css;base64,aDF7fQ==", "text/css", "h1{}"},
      {"data:text/css; BASE64,aDF7fQ", "text/css", "h1{}"},
      {"data:text/css;base64,aDF 7f%51%3D%3D", "text/css", "h1{}"},
      {"data:text/css;base64,", "text/css", ""},
      {"data:text/css;b\nase64,aA", "text/css", "h"},
      {"data:text/css,%zz%4", "text/css", "%zz%4"},
  };
  for (const Case& c : cases) {
    const std::optional<DataUrl> data = parse_data_url(c.url);
    ASSERT_TRUE(data) << c.url;
    EXPECT_EQ(data->type, c.type) << c.url;
    EXPECT_EQ(data->bytes, c.bytes) << c.url;
  }
  for (std::string_view bad : {"", "data:", "data:text/css", "data:text/css#,x", "http:,x", "data:;base64,a",
                               "data:;base64,a=b=", "data:;base64,aDF7f!"})
    EXPECT_FALSE(parse_data_url(bad)) << bad;
  EXPECT_EQ(parse_data_url("data:Text/CSS;charset=x,a")->essence(), "text/css");
}

TEST(SheetText, TakesTheEncodingThatIsDeclaredFirst) {
  struct Case {
    std::string_view bytes;
    std::string_view type;
    std::string_view page_encoding;
    std::string_view text;
  };
  const Case cases[] = {
      {"\xEF\xBB\xBF\xC3\xB1", "text/css;charset=windows-1252", "windows-1252", "ñ"},  // byte order mark
      {"\xF1", "text/css;charset=iso-8859-1", "utf-8", "ñ"},                           // header
      {"@charset \"utf-8\";\xF1", "text/css;charset=latin1", "utf-8", "@charset \"utf-8\";ñ"},
      {"@charset \"latin1\";\xF1", "text/css", "utf-8", "@charset \"latin1\";ñ"},
      {"@charset \"utf-16\";\xC3\xB1", "text/css", "windows-1252", "@charset \"utf-16\";ñ"},
      {"@charset 'latin1';\xC3\xB1", "text/css", "utf-8", "@charset 'latin1';ñ"},  // not in that spelling
      {"@charset \"latin1\" ;\xC3\xB1", "text/css", "utf-8", "@charset \"latin1\" ;ñ"},
      {"\xF1", "text/css;charset=nonsense", "windows-1252", "ñ"},  // the page's
      {"\xC3\xB1", "", "", "ñ"},                                   // UTF-8
      {"\xC3", "", "", "\xEF\xBF\xBD"},
      {"", "", "", ""},
      {"@charset \"", "", "", "@charset \""},
  };
  for (const Case& c : cases) EXPECT_EQ(sheet_text(c.bytes, c.type, c.page_encoding), c.text) << c.bytes;
}

TEST(Sheets, KeysAreResolvedUrlsWithoutFragment) {
  const url::Url base = *url::Url::parse("https://a.example/dir/p");
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"x.css#a", "https://a.example/dir/x.css"},
      {" /x.css ", "https://a.example/x.css"},
      {"//cdn.example/x.css", "https://cdn.example/x.css"},
      {"data:text/css,a", "data:text/css,a"},
      {"", ""},
      {"https://[", ""},
      {"javascript:1", ""},
      {"ftp://a.example/x.css", ""},
  };
  for (const auto& [reference, key] : cases) EXPECT_EQ(sheet_key(reference, base), key) << reference;
  EXPECT_EQ(sheet_key("x.css", *url::Url::parse("data:")), "");
}

TEST(Sheets, WhatLeadsNowhereIsEmptyAndWhatIsMissingIsNull) {
  const url::Url base = *url::Url::parse("https://a.example/");
  const auto sheet = css::parse_sheet("h1{}", "https://a.example/css/x.css");
  const Sheets sheets = {{"https://a.example/css/x.css", sheet}, {"https://a.example/gone.css", nullptr}};
  EXPECT_EQ(find_sheet(sheets, "css/x.css", "", base), sheet);
  EXPECT_EQ(find_sheet(sheets, "x.css", "https://a.example/css/y.css", base), sheet);
  EXPECT_EQ(find_sheet(sheets, "gone.css", "", base), nullptr);
  EXPECT_EQ(find_sheet(sheets, "unknown.css", "", base), nullptr);
  EXPECT_EQ(find_sheet(sheets, "javascript:1", "", base), empty_sheet());
  EXPECT_EQ(find_sheet(sheets, "x.css", "data:", base), empty_sheet());
}

TEST(LinkedSheets, AreThoseThatABrowserApplies) {
  struct Case {
    std::string_view markup;
    bool is_wanted;
  };
  const Case cases[] = {
      {"<link rel=stylesheet href=x.css>", true},
      {"<link rel=' nofollow STYLESHEET' href=x.css>", true},
      {"<link rel=stylesheet type='Text/CSS; a=b' href=x.css>", true},
      {"<link rel=stylesheet media=print href=x.css>", true},
      {"<link rel=stylesheet href=x.css disabled>", false},
      {"<link rel='stylesheet alternate' title=a href=x.css>", false},
      {"<link rel=stylesheet type=text/less href=x.css>", false},
      {"<link rel=stylesheet href=' '>", false},
      {"<link rel=preload href=x.css>", false},
      {"<noscript><link rel=stylesheet href=x.css></noscript>", false},
      {"<template><link rel=stylesheet href=x.css></template>", false},
      {"<style>@import 'x.css';</style>", true},
      {"<style>@\\69mport url(x.css);</style>", true},
      {"<svg><style>@import 'x.css';</style></svg>", true},
      {"<style type=text/less>@import 'x.css';</style>", false},
      {"<style>h1{} @import 'x.css';</style>", false},
      {"<div><template shadowrootmode=open><link rel=stylesheet href=x.css></template></div>", true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(wanted(std::string(kDoctype) + std::string(c.markup)).size(), c.is_wanted ? 1U : 0U)
        << c.markup;
  }
}

TEST(LinkedSheets, AreInOrderAndEachOnce) {
  EXPECT_EQ(
      wanted("<!DOCTYPE html><base href=/b/><link rel=stylesheet href=2.css><style>@import '1.css';</style>"
             "<link rel=stylesheet href=2.css#x>"),
      (std::vector<std::string>{"https://a.example/b/2.css", "https://a.example/b/1.css"}));
  std::string many(kDoctype);
  for (int i = 0; i < 5000; ++i) many += "<link rel=stylesheet href=" + std::to_string(i) + ".css>";
  EXPECT_EQ(wanted(many).size(), kMaxSheetsOfPage + 1);
}

TEST(LinkedSheets, DataUrlsAreReadWithWhatTheyImport) {
  const LinkedSheets linked = linked_sheets(
      page("<!DOCTYPE html><link rel=stylesheet href=\"data:text/css,@import "
           "'https://a.example/x.css';@import "
           "'y.css';\"><link rel=stylesheet href=\"data:text/plain,@import 'https://a.example/z.css';\">"),
      {});
  ASSERT_EQ(linked.wanted.size(), 1U);
  EXPECT_EQ(linked.wanted[0].href(), "https://a.example/x.css");
  EXPECT_EQ(linked.own.size(), 2U);
}

TEST(LinkedSheets, ImportsAreResolvedAgainstTheSheet) {
  const auto sheet =
      css::parse_sheet("@import 'y.css'; @import url(/z.css) print;", "https://cdn.example/css/x.css");
  const LinkedSheets linked = linked_sheets(*sheet, SheetReading{}, {});
  ASSERT_EQ(linked.wanted.size(), 2U);
  EXPECT_EQ(linked.wanted[0].href(), "https://cdn.example/css/y.css");
  EXPECT_EQ(linked.wanted[1].href(), "https://cdn.example/z.css");
}

TEST(PageStyles, AreKeptAcrossAMoveAndByEnvironment) {
  const std::string html =
      "<!DOCTYPE html><link rel=stylesheet href=x.css><style>@media print { h1 { display: none } "
      "}</style><h1>a</h1>";
  Page bare = page(html);
  EXPECT_TRUE(bare.gaps().has(css::Gap::sheet_missing));
  Sheets sheets = {{"https://a.example/dir/x.css", css::parse_sheet("h1 { visibility: hidden }", "x")}};
  const Page first(std::move(bare), std::move(sheets));
  EXPECT_TRUE(first.gaps().empty());
  const css::Styles* styles = &first.styles();
  const html::Element heading = first.document().first("h1");
  EXPECT_FALSE(styles->of(heading).visible());
  EXPECT_TRUE(first.tree().is_hidden(heading));
  EXPECT_EQ(&first.tree().styles(), styles);

  const css::Environment print{.type = css::MediaType::print};
  EXPECT_TRUE(first.styles(print).of(heading).not_rendered());
  EXPECT_EQ(&first.styles(print), &first.styles(print));
  for (int i = 0; i < 10; ++i) first.styles({.width = static_cast<float>(100 + i)});
  EXPECT_EQ(&first.styles(), styles);  // the default is never given up
}

}  // namespace
}  // namespace veedor::facts
