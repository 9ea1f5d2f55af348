#include "scanner/crawl/sitemap.h"

#include <chrono>

#include <gtest/gtest.h>
#include <zlib.h>

namespace veedor::crawl {
namespace {

using Strings = std::vector<std::string>;

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY);
  std::string in = text;
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

constexpr std::string_view kUrlset =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc> https://x.example/a?b=1&amp;c=2
  </loc><lastmod>2026-01-01</lastmod><i:image><i:loc>https://x.example/i.png</i:loc></i:image></url>
  <url><lastmod>2026-01-01</lastmod></url>
  <url><loc><![CDATA[https://x.example/c]]></loc></url>
</urlset>)";

TEST(Sitemap, ReadsPages) {
  const auto sitemap = parse_sitemap(kUrlset);
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages, (Strings{"https://x.example/a?b=1&c=2", "https://x.example/c"}));
  EXPECT_TRUE(sitemap->sitemaps.empty());
  EXPECT_FALSE(sitemap->truncated);
}

TEST(Sitemap, ReadsGzip) {
  const auto sitemap = parse_sitemap(gzip(std::string(kUrlset)));
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages.size(), 2U);
  EXPECT_FALSE(sitemap->truncated);
}

TEST(Sitemap, ReadsSeveralGzipMembers) {
  const std::string text(kUrlset);
  const auto sitemap = parse_sitemap(gzip(text.substr(0, 300)) + gzip(text.substr(300)));
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages.size(), 2U);
  EXPECT_FALSE(sitemap->truncated);
}

struct Form {
  const char* what;
  std::string_view body;
  Strings pages;
  Strings sitemaps;
};

TEST(Sitemap, ReadsEveryForm) {
  const Form forms[] = {
      {"index",
       "<sitemapindex><sitemap><loc>https://x/1.xml</loc></sitemap></sitemapindex>",
       {},
       {"https://x/1.xml"}},
      {"prefixed names",
       "<s:urlset xmlns:s='u'><s:url><s:loc>https://x/1</s:loc></s:url></s:urlset>",
       {"https://x/1"},
       {}},
      {"text",
       "https://x/1\r\n\r\n  http://x/2 \nnonsense\nHTTPS://x/3",
       {"https://x/1", "http://x/2", "HTTPS://x/3"},
       {}},
      {"text with mark", "\xEF\xBB\xBFhttps://x/1\n", {"https://x/1"}, {}},
      {"XML with mark and space",
       "\xEF\xBB\xBF\n <?xml version='1.0'?><urlset><url><loc>a</loc></url></urlset>",
       {"a"},
       {}},
      {"RSS",
       "<rss><channel><link>https://x/</link><item><link>https://x/1</link></item></channel></rss>",
       {"https://x/1"},
       {}},
      {"Atom",
       "<feed><entry><link rel='self' href='s'/><link href='https://x/1'/></entry></feed>",
       {"https://x/1"},
       {}},
      {"empty", "<urlset/>", {}, {}},
      {"broken off", "<urlset><url><loc>https://x/1</loc></url><url><loc>https://x/2", {"https://x/1"}, {}},
      {"not well-formed",
       "<urlset><url><loc>https://x/?a=1&b=2</loc></url></urlset>",
       {"https://x/?a=1&b=2"},
       {}},
  };
  for (const Form& form : forms) {
    const auto sitemap = parse_sitemap(form.body);
    ASSERT_TRUE(sitemap) << form.what << ": " << sitemap.error().message;
    const bool starts_alike = sitemap->pages.size() >= form.pages.size() &&
                              std::equal(form.pages.begin(), form.pages.end(), sitemap->pages.begin());
    EXPECT_TRUE(starts_alike) << form.what;
    EXPECT_EQ(sitemap->sitemaps, form.sitemaps) << form.what;
  }
}

TEST(Sitemap, RefusesWhatIsNone) {
  for (std::string_view body : {"", " \n", "<html><body>404</body></html>", "no such file", "{\"a\": 1}", "<",
                                "<rss/>", "\x1F\x8B broken"}) {
    EXPECT_FALSE(parse_sitemap(body)) << body;
  }
}

TEST(Sitemap, ReadsUtf16) {
  std::string wide = "\xFF\xFE";
  for (char c : std::string_view("<urlset><url><loc>https://x/1</loc></url></urlset>")) wide += {c, '\0'};
  const auto sitemap = parse_sitemap(wide);
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages, Strings{"https://x/1"});
}

TEST(Sitemap, ExpandsNoEntities) {
  const auto sitemap = parse_sitemap(
      "<!DOCTYPE urlset [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM "
      "'file:///etc/passwd'>]>"
      "<urlset><url><loc>https://x/&b;&f;</loc></url></urlset>");
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages, Strings{"https://x/&b;&f;"});
}

TEST(Sitemap, StopsAtTheEntryCap) {
  std::string xml = "<urlset>";
  std::string text;
  for (std::size_t i = 0; i < kMaxSitemapEntries + 10; ++i) {
    xml += "<url><loc>https://x/1</loc></url>";
    text += "https://x/1\n";
  }
  for (const std::string& body : {xml + "</urlset>", text}) {
    const auto sitemap = parse_sitemap(body);
    ASSERT_TRUE(sitemap);
    EXPECT_EQ(sitemap->pages.size(), kMaxSitemapEntries);
    EXPECT_TRUE(sitemap->truncated);
  }
}

TEST(Sitemap, SurvivesAGzipBomb) {
  std::string huge = "<urlset><url><loc>https://x/1</loc></url>";
  huge.resize(kMaxSitemapBytes + (20U << 20), ' ');
  const std::string bomb = gzip(huge);
  ASSERT_LT(bomb.size(), 200'000U);
  const auto sitemap = parse_sitemap(bomb);
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages, Strings{"https://x/1"});
  EXPECT_TRUE(sitemap->truncated);
}

TEST(Sitemap, SurvivesDeepAndWideXml) {
  const auto start = std::chrono::steady_clock::now();
  std::string deep = "<urlset><url><loc>https://x/1</loc></url>";
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  const auto sitemap = parse_sitemap(deep);
  ASSERT_TRUE(sitemap);
  EXPECT_EQ(sitemap->pages, Strings{"https://x/1"});

  std::string wide = "<urlset><url><loc>https://x/1</loc></url>";
  while (wide.size() < 20'000'000) wide += "<a/>";
  const auto cut = parse_sitemap(wide);
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->truncated) << "the tree would have cost hundreds of megabytes";
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace veedor::crawl
