// The shape of a page and the grouping of pages by it.
#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/facts/site.h"

namespace veedor::facts {
namespace {

Skeleton shape(std::string_view html) { return skeleton(*html::Document::parse(std::string(html))); }

TEST(Skeleton, IgnoresContentAndSeesTheFrame) {
  struct Case {
    std::string_view one;
    std::string_view other;
    bool same;
  };
  const Case cases[] = {
      {"<main><p>a", "<main><p>b<p>c<a href=/>d</a>", true},
      {"<main><ul><li>a</ul>", "<main><table><tr><td>a</table>", true},
      {"<main><div class='b a'>", "<main><div class='a  b'>", true},
      {"<main><div class=col-4>", "<main><div class=col-12>", true},
      {"<body class=page-12><main>", "<body class='page-7 news'><main>", true},
      {"<main><div class=a></div><div class=a></div>", "<main><div class=a></div>", true},
      {"<main><span><div class=a>", "<main><div class=a>", true},
      {"<main>", "<article>", false},
      {"<main><div class=a>", "<main><div class=b>", false},
      {"<main><nav>", "<main></main><nav>", false},
      {"<nav id=top>", "<nav id=side>", false},
      {"<nav id=menu1>", "<nav id=menu2>", true},
      {"<main><ul class=news>", "<main><ul class=results>", false},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(shape(item.one) == shape(item.other), item.same) << item.one << " / " << item.other;
  }
}

TEST(Skeleton, IsSortedDistinctAndBounded) {
  std::string html = "<main>";
  for (int i = 0; i < 3000; ++i) {
    std::string token;
    for (int n = i; token.size() < 4; n /= 26) token += static_cast<char>('a' + n % 26);
    html += "<div class=" + token + "></div>";
  }
  const Skeleton wide = shape(html);
  EXPECT_EQ(wide.size(), 512U);
  EXPECT_TRUE(std::is_sorted(wide.begin(), wide.end()));
  EXPECT_EQ(std::adjacent_find(wide.begin(), wide.end()), wide.end());

  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div class=a>";
  EXPECT_LE(shape(deep).size(), 8U);
  EXPECT_FALSE(shape("").empty());
}

// After a subtree that is too deep, what follows hangs from its own parent.
TEST(Skeleton, ClosesWhatItOpened) {
  const std::string deep =
      "<div class=a><div class=a><div class=a><div class=a><div class=a><div class=a><div class=a>";
  const Skeleton plain = shape("<footer>");
  const Skeleton after = shape(deep + "</div></div></div></div></div></div></div><footer>");
  for (std::uint32_t hash : plain) EXPECT_TRUE(std::binary_search(after.begin(), after.end(), hash));
}

PageSummary summary(std::string url, Skeleton hashes, Outcome outcome = Outcome::read) {
  PageSummary page;
  page.url = page.final_url = std::move(url);
  page.outcome = outcome;
  page.skeleton = std::move(hashes);
  return page;
}

Skeleton range(std::uint32_t from, std::uint32_t count) {
  Skeleton hashes(count);
  std::iota(hashes.begin(), hashes.end(), from);
  return hashes;
}

TEST(Templates, ThreeQuartersInCommonIsOneTemplate) {
  std::vector<PageSummary> pages = {
      summary("a", range(0, 100)),
      summary("b", range(0, 76)),
      summary("c", range(0, 74)),
      summary("d", range(1000, 10)),
      summary("e", range(0, 100), Outcome::timed_out),
  };
  assign_templates(pages);
  EXPECT_EQ(pages[0].template_id, pages[1].template_id);
  EXPECT_NE(pages[0].template_id, pages[2].template_id);
  EXPECT_NE(pages[0].template_id, pages[3].template_id);
  EXPECT_EQ(pages[4].template_id, "");
  EXPECT_EQ(pages[0].template_id.size(), 8U);
  EXPECT_EQ(pages[0].template_id.substr(0, 2), "t-");
}

TEST(Templates, DoNotDependOnTheOrderOfPages) {
  std::vector<PageSummary> pages;
  for (std::uint32_t i = 0; i < 60; ++i) {
    pages.push_back(summary("u" + std::to_string(i), range(i * 4, 40)));
  }
  std::vector<PageSummary> backwards(pages.rbegin(), pages.rend());
  assign_templates(pages);
  assign_templates(backwards);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_EQ(pages[i].template_id, backwards[pages.size() - 1 - i].template_id) << i;
  }
}

TEST(Templates, IdsAreUniqueHoweverMany) {
  std::vector<PageSummary> pages;
  for (std::uint32_t i = 0; i < 8000; ++i) pages.push_back(summary(std::to_string(i), range(i * 10, 10)));
  assign_templates(pages);
  std::set<std::string> ids;
  for (const PageSummary& page : pages) ids.insert(page.template_id);
  EXPECT_EQ(ids.size(), pages.size());
}

TEST(Templates, ArticlesOfDifferentLengthShareOne) {
  const std::string frame =
      "<header class=top><nav class=main id=menu><ul class=menu></ul></nav></header><div class=wrap><main "
      "id=content>";
  const std::string foot =
      "</main><aside class=side></aside></div><footer class=foot><div class=cols></div></footer>";
  std::vector<PageSummary> pages = {
      summary("1", shape(frame + "<h1>a</h1><p>b" + foot)),
      summary("2", shape(frame + "<h1>a</h1><p>b<p>c<img><ul><li>d</ul><table><tr><td>e</table>" + foot)),
      summary("3", shape("<form class=login><div class=field></div></form>")),
  };
  assign_templates(pages);
  EXPECT_EQ(pages[0].template_id, pages[1].template_id);
  EXPECT_NE(pages[0].template_id, pages[2].template_id);
}

}  // namespace
}  // namespace veedor::facts
