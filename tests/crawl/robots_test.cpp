#include "scanner/crawl/robots.h"

#include <chrono>

#include <gtest/gtest.h>

#include "scanner/base/text.h"

namespace veedor::crawl {
namespace {

using std::chrono::milliseconds;

struct Case {
  const char* what;
  std::string_view robots;
  std::string_view path;
  bool allowed;
};

class RobotsCase : public testing::TestWithParam<Case> {};

TEST_P(RobotsCase, Decides) {
  const Case& c = GetParam();
  EXPECT_EQ(Robots::parse(c.robots, kProductToken).allows(c.path), c.allowed) << c.what;
}

constexpr Case kGroups[] = {
    {"nothing forbids", "", "/a", true},
    {"groups of one name are merged",
     "User-agent: veedor\nDisallow: /a\nUser-agent: x\nDisallow: /\n\nUser-agent: Veedor\nDisallow: /b", "/b",
     false},
    {"and the first of them still holds",
     "User-agent: veedor\nDisallow: /a\nUser-agent: x\nDisallow: /\n\nUser-agent: Veedor\nDisallow: /b", "/a",
     false},
    {"groups of * are merged", "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", false},
    {"our group replaces *", "User-agent: *\nDisallow: /\n\nUser-agent: veedor\nDisallow: /b", "/a", true},
    {"also when it is empty", "User-agent: *\nDisallow: /\n\nUser-agent: veedor\nDisallow:", "/a", true},
    {"a version is no part of the name", "User-agent: veedor/1.0 (x)\nDisallow: /", "/a", false},
    {"a longer name is another one", "User-agent: veedor-news\nDisallow: /", "/a", true},
    {"a shorter name is another one", "User-agent: veed\nDisallow: /", "/a", true},
    {"several names share rules", "User-agent: x\nUser-agent: veedor\nDisallow: /", "/a", false},
    {"an unknown line does not break a group", "User-agent: veedor\nHost: x\nUser-agent: y\nDisallow: /",
     "/a", false},
    {"nor does a sitemap", "User-agent: veedor\nSitemap: https://x/s\nUser-agent: y\nDisallow: /", "/a",
     false},
    {"rules before any name count for nobody", "Disallow: /\nUser-agent: veedor\nAllow: /b", "/a", true},
    {"a name without letters is nobody", "User-agent: 123\nDisallow: /", "/a", true},
    {"a misspelt key is no rule", "User-agent: veedor\nDissalow: /", "/a", true},
};
INSTANTIATE_TEST_SUITE_P(Groups, RobotsCase, testing::ValuesIn(kGroups));

constexpr Case kLines[] = {
    {"CRLF", "User-agent: veedor\r\nDisallow: /a\r\n", "/a", false},
    {"CR", "User-agent: veedor\rDisallow: /a\r", "/a", false},
    {"no last line end", "User-agent: veedor\nDisallow: /a", "/a", false},
    {"byte order mark", "\xEF\xBB\xBFUser-agent: veedor\nDisallow: /a", "/a", false},
    {"comment", "User-agent: veedor # us\nDisallow: /a # that\n#Disallow: /b", "/a", false},
    {"commented out", "User-agent: veedor # us\nDisallow: /a # that\n#Disallow: /b", "/b", true},
    {"white space", "\t User-agent \t:\t veedor \n  Disallow : /a  ", "/a", false},
    {"no colon", "User-agent veedor\nDisallow /a", "/a", false},
    {"prose is no rule", "User-agent: veedor\nDisallow / and more", "/a", true},
    {"a NUL does not end the file", std::string_view("User-agent: veedor\nx\0y: 1\nDisallow: /a", 37), "/a",
     false},
    {"a NUL is an octet of the path", std::string_view("User-agent: veedor\nDisallow: /a\0b", 33), "/a",
     true},
    {"encoded, that is", std::string_view("User-agent: veedor\nDisallow: /a\0b", 33), "/a%00b", false},
};
INSTANTIATE_TEST_SUITE_P(Lines, RobotsCase, testing::ValuesIn(kLines));

constexpr Case kPaths[] = {
    {"the longest match wins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
    {"in any order", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/x", false},
    {"allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
    {"paths have case", "User-agent: *\nDisallow: /A", "/a", true},
    {"star", "User-agent: *\nDisallow: /*.pdf", "/x/y.pdf?z", false},
    {"anchored star", "User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true},
    {"the last piece is sought at the end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf.pdf", false},
    {"anchored pieces do not overlap", "User-agent: *\nDisallow: /*aba*ba$", "/aba", true},
    {"star at the start", "User-agent: *\nDisallow: *secret", "/a/secret", false},
    {"only the end", "User-agent: *\nDisallow: /$", "/", false},
    {"only the end, beyond", "User-agent: *\nDisallow: /$", "/a", true},
    {"a dollar inside is a character", "User-agent: *\nDisallow: /a$b", "/a$b", false},
    {"an encoded star is a character", "User-agent: *\nDisallow: /a%2Ab", "/a*b", false},
    {"and matches nothing else", "User-agent: *\nDisallow: /a%2Ab", "/axb", true},
    {"no leading slash matches nothing", "User-agent: *\nDisallow: a", "/a", true},
    {"octets beyond ASCII",
     "User-agent: *\nDisallow: /ma\xC3\xB1"
     "ana",
     "/ma%C3%B1ana", false},
    {"case of hexadecimal digits", "User-agent: *\nDisallow: /%c3%b1", "/%C3%B1", false},
    {"unreserved, encoded in the rule", "User-agent: *\nDisallow: /%7Euser", "/~user", false},
    {"unreserved, encoded in the URL", "User-agent: *\nDisallow: /~user", "/%7euser", false},
    {"reserved stays encoded", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
    {"an allow is read narrowly", "User-agent: *\nDisallow: /\nAllow: /%62", "/b", false},
    {"robots.txt itself", "User-agent: *\nDisallow: /", "/robots.txt", true},
};
INSTANTIATE_TEST_SUITE_P(Paths, RobotsCase, testing::ValuesIn(kPaths));

TEST(Robots, AnswersThatAreNoFile) {
  EXPECT_TRUE(Robots::allow_all().allows("/a"));
  EXPECT_FALSE(Robots::disallow_all().allows("/"));
  EXPECT_FALSE(Robots::disallow_all().allows("/a?b"));
  EXPECT_TRUE(Robots::disallow_all().allows("/robots.txt"));
}

TEST(Robots, SitemapsBelongToNoGroup) {
  const auto robots =
      Robots::parse("SITEMAP: https://x/1\nUser-agent: y\nSitemap: /2 # here\nSitemap:", kProductToken);
  EXPECT_EQ(robots.sitemaps(), (std::vector<std::string>{"https://x/1", "/2"}));
}

TEST(Robots, CrawlDelayOfOurGroup) {
  auto delay = [](std::string_view body) { return Robots::parse(body, kProductToken).crawl_delay(); };
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 2.5"), milliseconds(2500));
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 9\nUser-agent: veedor\nCrawl-delay: 1\nDisallow:"),
            milliseconds(1000));
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 9\n\nUser-agent: veedor\nDisallow:"), std::nullopt);
}

TEST(Robots, CrawlDelayThatIsNoNumberOrTooMuch) {
  auto delay = [](std::string_view body) { return Robots::parse(body, kProductToken).crawl_delay(); };
  EXPECT_EQ(delay("User-agent: x\nCrawl-delay: 1\nDisallow:"), std::nullopt);
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: -1"), std::nullopt);
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: nan"), std::nullopt);
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: soon"), std::nullopt);
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 1e99"), std::nullopt);
  EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 99999999999999"), milliseconds(86'400'000));
}

TEST(Robots, FiveMegabytesAreCutAtALineEnd) {
  std::string body = "User-agent: *\nDisallow: /first\n";
  while (body.size() < 5'000'000) body += "Disallow: /some/path/that/goes/on\n";
  const auto robots = Robots::parse(body + "Disallow: /last", kProductToken);
  EXPECT_FALSE(robots.allows("/first"));
  EXPECT_TRUE(robots.allows("/last"));
  EXPECT_TRUE(robots.allows("/")) << "no rule may be cut to a shorter one";
}

TEST(Robots, HostilePatternsTakeLinearTime) {
  const std::string stars(100'000, '*');
  std::string pieces;
  for (int i = 0; i < 20'000; ++i) pieces += "*a";
  const std::string path = '/' + std::string(2'000, 'a');
  const auto robots = Robots::parse("User-agent: *\nDisallow: /" + stars + "b\nDisallow: /" + pieces +
                                        "*b$\nDisallow: /*" + std::string(1'000, 'a') + "b",
                                    kProductToken);
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(robots.allows(path));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace veedor::crawl
