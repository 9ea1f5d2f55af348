// What is kept of a page for rules that compare pages.
#include "scanner/facts/navigation.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "scanner/facts/content_kinds.h"
#include "scanner/facts/page.h"

namespace veedor::facts {
namespace {

Page page_of(std::string html) {
  Response response;
  response.final_url = *url::Url::parse("https://example.org/a/");
  return Page(std::move(response), *html::Document::parse(std::move(html)), "utf-8");
}

TEST(Navigation, IsTheLinksOfNavInOrder) {
  const Navigation found = navigation(
      page_of("<header><nav><a href=/>Home</a><a href='b#x'> Our <b>work</b></a><a href=/>Again</a>"
              "<a href=c><img alt=Map src=m></a></nav></header><main><a href=d>no</a></main>"));
  ASSERT_EQ(found.links.size(), 3U);
  EXPECT_EQ(found.links[0], (NavigationLink{"https://example.org/", "Home", 0}));
  EXPECT_EQ(found.links[1], (NavigationLink{"https://example.org/a/b", "Our work", 0}));
  EXPECT_EQ(found.links[2].name, "Map");
}

TEST(Navigation, HelpIsMailTelephoneAndPagesAboutIt) {
  const Navigation found = navigation(
      page_of("<header><a href=mailto:a@example.org>Write</a></header><main><a href=/contacto>Contacto</a>"
              "<a href=/x>Contact lenses are not meant here at all</a></main><footer><a "
              "href=tel:+593>Call</a></footer>"));
  ASSERT_EQ(found.help.size(), 3U);
  EXPECT_EQ(found.help[0].region, Region::header);
  EXPECT_EQ(found.help[1].region, Region::main);
  EXPECT_EQ(found.help[2], (HelpLink{"tel:+593", "Call", Region::footer}));
}

TEST(Navigation, PlacesAndLinksToPlaces) {
  const Page page =
      page_of("<p id=b><a name=a href=c#x%20y>to x y</a><a href=#b>own</a><a href=//other.example/#z>z</a>");
  const Places found = places(page);
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.hashes.size(), 2U);
  EXPECT_TRUE(std::ranges::binary_search(found.hashes, place_hash("b")));
  const auto links = place_links(page);
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].url, "https://example.org/a/c");
  EXPECT_EQ(links[0].fragment, "x y");
}

TEST(Navigation, IsBounded) {
  std::string html = "<nav>";
  for (int i = 0; i < 5000; ++i) {
    const std::string n = std::to_string(i);
    html += "<a id=i" + n + " href=/" + n + "#f>contact " + n + "</a>";
  }
  const Page page = page_of(html);
  EXPECT_EQ(navigation(page).links.size(), kMaxNavigationLinks);
  EXPECT_EQ(navigation(page).help.size(), kMaxHelpLinks);
  EXPECT_EQ(place_links(page).size(), kMaxPlaceLinks);
  EXPECT_FALSE(places(page).complete);
}

TEST(ContentKinds, AreSeenInTheMarkup) {
  struct {
    const char* html;
    ContentKind kind;
    bool has;
  } const cases[] = {
      {"<p>x", ContentKind::image, false},
      {"<svg></svg>", ContentKind::image, true},
      {"<video></video>", ContentKind::media, true},
      {"<iframe></iframe>", ContentKind::embedded, true},
      {"<input type=hidden>", ContentKind::field, false},
      {"<input>", ContentKind::field, true},
      {"<input type=Password>", ContentKind::password, true},
      {"<input name=q>", ContentKind::search, true},
      {"<a href=/mapa-del-sitio>x</a>", ContentKind::site_map, true},
      {"<a>x</a>", ContentKind::link, false},
      {"<html lang=es><p>x", ContentKind::language, false},
      {"<p lang=en>x", ContentKind::language, true},
      {"<p onclick=a()>", ContentKind::script, true},
      {"<img src=a.gif>", ContentKind::moving, true},
  };
  for (const auto& item : cases) {
    const auto document = html::Document::parse(item.html);
    EXPECT_EQ(content_kinds(*document).has(item.kind), item.has) << item.html;
  }
}

}  // namespace
}  // namespace veedor::facts
