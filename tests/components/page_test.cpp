// What headers, generators and the assets of a page say.
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/components/recognise.h"
#include "tests/components/sightings.h"

namespace veedor::components {
namespace {

using Lines = std::vector<std::string>;

url::Url page_url() { return *url::Url::parse("https://www.example.org/"); }

Lines of_header(std::string_view name, std::string_view value) {
  facts::Headers headers;
  headers.add(name, value);
  return sightings(in_headers(page_url(), headers));
}

facts::Page page(std::string html) {
  facts::Response response;
  response.requested = response.final_url = page_url();
  response.status = 200;
  return {std::move(response), *html::Document::parse(std::move(html)), "utf-8"};
}

Lines of_page(std::string html) { return sightings(in_page(page(std::move(html)))); }

TEST(ComponentHeaders, ServerNamesItsProducts) {
  EXPECT_EQ(of_header("Server", "Apache/2.2.15 (CentOS) PHP/5.3.3"),
            (Lines{"apache-http-server@2.2.15 likely distribution", "php@5.3.3 likely distribution"}));
  EXPECT_EQ(of_header("Server", "Apache/2.2.34 (Unix) OpenSSL/1.0.2u"),
            (Lines{"apache-http-server@2.2.34 likely", "openssl@1.0.2u likely"}));
  EXPECT_EQ(of_header("Server", "nginx/1.18.0 (Ubuntu)"), (Lines{"nginx@1.18.0 likely distribution"}));
  EXPECT_EQ(of_header("Server", "Microsoft-IIS/8.5"), (Lines{"microsoft-iis@8.5 likely"}));
  EXPECT_EQ(of_header("Server", "Apache-Coyote/1.1"), (Lines{"tomcat@ likely"}));
  EXPECT_EQ(of_header("Server", "Apache Tomcat/9.0.1"),
            (Lines{"apache-http-server@ likely", "tomcat@9.0.1 likely"}));
  EXPECT_EQ(of_header("Server", "Jetty(9.4.43.v20210629)"), (Lines{"eclipse-jetty@9.4.43 likely"}));
  EXPECT_EQ(of_header("Server", "cloudflare"), Lines{});
}

TEST(ComponentHeaders, LanguagesAndSystemsNameThemselves) {
  EXPECT_EQ(of_header("X-Powered-By", "PHP/7.2.34"), (Lines{"php@7.2.34 likely"}));
  EXPECT_EQ(of_header("X-Powered-By", "PHP/7.4.3-4ubuntu2.18"), (Lines{"php@7.4.3 likely distribution"}));
  EXPECT_EQ(of_header("X-Powered-By", "PHP/7.4.33-1+deb11u5"), (Lines{"php@7.4.33 likely distribution"}));
  EXPECT_EQ(of_header("X-AspNet-Version", "4.0.30319"), (Lines{"asp.net@4.0.30319 likely"}));
  EXPECT_EQ(of_header("X-Generator", "Drupal 10 (https://www.drupal.org)"), (Lines{"drupal@10 likely"}));
  EXPECT_EQ(of_header("Link", "<https://www.example.org/wp-json/>; rel=\"https://api.w.org/\""),
            (Lines{"wordpress@ likely"}));
}

TEST(ComponentPage, GeneratorNamesTheSystem) {
  constexpr std::pair<const char*, const char*> kCases[] = {
      {"WordPress 5.8.1", "wordpress@5.8.1 likely"},
      {"Drupal 7 (https://www.drupal.org)", "drupal@7 likely"},
      {"Joomla! - Open Source Content Management", "joomla@ possible"},
      {"Joomla! 1.5 - Open Source Content Management", "joomla@1.5 likely"},
      {"TYPO3 CMS 4.7", "typo3@4.7 likely"},
      {"MediaWiki 1.39.1", "mediawiki@1.39.1 likely"},
  };
  for (const auto& [content, expected] : kCases)
    EXPECT_EQ(of_page("<meta name=generator content='" + std::string(content) + "'>"), Lines{expected})
        << content;
  EXPECT_EQ(of_page("<meta name=generator content='WordPress.com'>"), Lines{});
  EXPECT_EQ(of_page("<meta name=generator content='Elementor 3.1'>"), Lines{});
}

TEST(ComponentPage, AssetsOfWordPressAgreeOnItsVersion) {
  EXPECT_EQ(of_page("<link rel=stylesheet href='/wp-includes/css/a.css?ver=6.1.1'>"
                    "<script src='/wp-includes/js/wp-embed.min.js?ver=6.1.1'></script>"
                    "<script src='/wp-includes/js/jquery/jquery.min.js?ver=3.6.1'></script>"
                    "<script src='/wp-content/themes/x/bootstrap.min.js?ver=6.1.1'></script>"),
            (Lines{"bootstrap@ possible", "jquery@3.6.1 likely", "wordpress@6.1.1 likely"}));
}

TEST(ComponentPage, PathsOfOtherHostsProveNothing) {
  EXPECT_EQ(of_page("<script src='https://other.example/wp-includes/js/a.js?ver=6.1'></script>"), Lines{});
  EXPECT_EQ(of_page("<script src='/sites/default/files/js/a.js'></script>"), (Lines{"drupal@ possible"}));
  EXPECT_EQ(of_page("<script src='/core/misc/drupal.js?v=10.2.3'></script>"),
            (Lines{"drupal@10.2.3 likely"}));
}

TEST(ComponentPage, StyleSheetsAreOnlyASign) {
  EXPECT_EQ(of_page("<link rel=stylesheet "
                    "href='https://cdn.jsdelivr.net/npm/bootstrap@5.3.3/dist/css/bootstrap.min.css'>"),
            (Lines{"bootstrap@5.3.3 possible"}));
}

TEST(ComponentMerge, TheSurerSightingStays) {
  facts::Component by_url{.name = "jquery",
                          .version = "3.4.1",
                          .certainty = facts::Certainty::likely,
                          .location = "https://e.org/j.js"};
  facts::Component by_content = by_url;
  by_content.version = "3.5.0";
  by_content.certainty = facts::Certainty::confirmed;
  facts::Component unversioned = by_url;
  unversioned.version.clear();
  unversioned.certainty = facts::Certainty::possible;
  EXPECT_EQ(sightings(merge({by_url, unversioned, by_content})), (Lines{"jquery@3.5.0 confirmed"}));
  EXPECT_EQ(sightings(merge({unversioned, by_url, by_url})), (Lines{"jquery@3.4.1 likely"}));
  facts::Component elsewhere = unversioned;
  elsewhere.location = "https://e.org/k.js";
  EXPECT_EQ(merge({elsewhere, by_url}).size(), 2U);
}

TEST(ComponentMerge, WhatAllPagesShowIsOneSightingOfTheirOrigin) {
  std::vector<facts::Component> banners;
  for (const char* page :
       {"https://a.example/", "https://a.example/x", "https://a.example/y", "https://b.example/"}) {
    banners.push_back(
        {.name = "nginx", .version = "1.22.1", .method = facts::Method::header, .location = page});
  }
  const std::vector<facts::Component> merged = merge(banners);
  ASSERT_EQ(merged.size(), 2U);
  EXPECT_EQ(merged[0].location, "https://a.example/");
  EXPECT_EQ(merged[1].location, "https://b.example/");
}

}  // namespace
}  // namespace veedor::components
