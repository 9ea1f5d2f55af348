#include "scanner/crawl/links.h"

#include <chrono>

#include <gtest/gtest.h>

#include "scanner/crawl/refresh.h"

namespace veedor::crawl {
namespace {

facts::Page page_of(std::string source, const std::vector<facts::Header>& headers = {}) {
  facts::Response response;
  response.final_url = *url::Url::parse("https://x.example/dir/page");
  response.outcome = facts::Outcome::read;
  response.status = 200;
  for (const auto& header : headers) response.headers.add(header.name, header.value);
  auto document = html::Document::parse(std::move(source));
  EXPECT_TRUE(document);
  return {std::move(response), *std::move(document), "utf-8"};
}

// Each link's URL, with "!" where it must not be followed.
std::vector<std::string> found(const facts::Page& page) {
  std::vector<std::string> out;
  for (const Link& link : links(page)) out.push_back(link.url.href() + (link.nofollow ? "!" : ""));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Links, FromEveryElementInOrder) {
  const auto page = page_of(R"html(<head><link rel=next href=n><link rel="PREV" href=p>
    <link rel=alternate hreflang=en href=/en><link rel=alternate type=application/rss+xml href=/feed>
    <link rel="alternate stylesheet" href=/s.css><link rel=canonical href=/c><link rel=stylesheet href=/t.css>
    <meta http-equiv=Refresh content="5; url=/r"></head>
    <a href="a#top">a</a><map><area href=../b></map><iframe src=//y.example/c></iframe><a name=x>no</a><img src=i>
    <a href="javascript:x()">j</a><a href="mailto:m@y.example">m</a><a href="#here">h</a><a href="http://">bad</a>)html");
  EXPECT_EQ(found(page),
            (Strings{"https://x.example/dir/n", "https://x.example/dir/p", "https://x.example/en",
                     "https://x.example/r", "https://x.example/dir/a", "https://x.example/b",
                     "https://y.example/c", "https://x.example/dir/page"}));
}

TEST(Links, FromFrames) {
  EXPECT_EQ(found(page_of("<frameset><frame src=f></frameset>")), Strings{"https://x.example/dir/f"});
}

TEST(Links, EachOnceAndAgainstTheFirstBase) {
  const auto page =
      page_of("<base target=x><base href=/base/><base href=/no/><a href=a>1</a><a href=a#x>2</a>");
  EXPECT_EQ(found(page), Strings{"https://x.example/base/a"});
}

TEST(Links, Nofollow) {
  EXPECT_EQ(found(page_of("<a rel='noopener NoFollow' href=/a>1</a><a rel=nofollower href=/b>2</a>")),
            (Strings{"https://x.example/a!", "https://x.example/b"}));
  EXPECT_EQ(found(page_of("<a rel=nofollow href=/a>1</a><a href=/a>2</a>")), Strings{"https://x.example/a"})
      << "one link that may be followed is enough";
}

struct PageWide {
  const char* head;
  const char* header;
  bool followed;
};

TEST(Links, NofollowOfAWholePage) {
  const PageWide cases[] = {
      {"<meta name=robots content='noindex, NOFOLLOW'>", "", false},
      {"<meta name=ROBOTS content=none>", "", false},
      {"<meta name=veedor content=nofollow>", "", false},
      {"<meta name=robots content=noindex>", "", true},
      {"<meta name=googlebot content=nofollow>", "", true},
      {"<meta name=robots content='max-snippet:-1, index'>", "", true},
      {"", "noindex, nofollow", false},
      {"", "None", false},
      {"", "veedor: nofollow", false},
      {"", "otherbot: noindex, nofollow", true},
      {"", "otherbot: noindex, veedor: nofollow", false},
      {"", "*: nofollow", false},
      {"", "max-snippet: 20, nofollow", false},
      {"", "unavailable_after: 25 Jun 2030 15:00:00 PST, nofollow", false},
      {"", "noindex", true},
  };
  for (const PageWide& c : cases) {
    const auto page = page_of(std::string(c.head) + "<a href=/a>a</a>", {{"x-robots-tag", c.header}});
    EXPECT_EQ(found(page), Strings{c.followed ? "https://x.example/a" : "https://x.example/a!"})
        << c.head << c.header;
  }
  const auto two = page_of("<a href=/a>a</a>", {{"x-robots-tag", "noindex"}, {"x-robots-tag", "nofollow"}});
  EXPECT_EQ(found(two), Strings{"https://x.example/a!"});
}

TEST(Refresh, FollowsTheStepsOfTheStandard) {
  const std::pair<std::string_view, std::optional<std::string_view>> cases[] = {
      {"0; url=/a", "/a"},
      {"0;URL=/a", "/a"},
      {"0 url=/a", "/a"},
      {"0,/a", "/a"},
      {"5.5; url=/a", "/a"},
      {".5; url=/a", "/a"},
      {"0; url='/a' x", "/a"},
      {"0; url=\"/a", "/a"},
      {"0; url = /a", "/a"},
      {" 1 ; '/a'", "/a"},
      {"0; u/a", "u/a"},
      {"0; url/a", "url/a"},
      {"0; upload", "upload"},
      {"5", std::nullopt},
      {"5;", std::nullopt},
      {"", std::nullopt},
      {"url=/a", std::nullopt},
      {"-1; url=/a", std::nullopt},
      {"5x; url=/a", std::nullopt},
      {"0;;/a", ";/a"},
  };
  for (const auto& [content, target] : cases) EXPECT_EQ(refresh_target(content), target) << content;
}

TEST(Links, HundredThousandAreCapped) {
  std::string source;
  for (int i = 0; i < 100'000; ++i) source += "<a href=/" + std::to_string(i) + ">x</a>";
  const auto page = page_of(std::move(source));
  const auto start = std::chrono::steady_clock::now();
  const auto all = links(page);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  ASSERT_EQ(all.size(), kMaxLinks);
  EXPECT_EQ(all.front().url.href(), "https://x.example/0");
}

TEST(Links, GiantReferencesAndBasesAreLeftOut) {
  const std::string giant(1'000'000, 'a');
  EXPECT_EQ(found(page_of("<a href=" + giant + ">1</a><a href=/b>2</a>")), Strings{"https://x.example/b"});
  EXPECT_EQ(found(page_of("<base href=/" + giant + "/><a href=a>1</a>")), Strings{});
}

}  // namespace
}  // namespace veedor::crawl
