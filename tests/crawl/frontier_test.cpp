#include "scanner/crawl/frontier.h"

#include <gtest/gtest.h>

namespace veedor::crawl {
namespace {

using Strings = std::vector<std::string>;

url::Url url_of(const std::string& text) { return *url::Url::parse(text); }

Strings hrefs(const std::vector<Entry>& level) {
  Strings out;
  for (const Entry& entry : level) out.push_back(entry.url.href());
  return out;
}

TEST(Normalise, LeavesOutFragmentSessionAndCampaign) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://x.example/a#b", "https://x.example/a"},
      {"https://x.example/a?x=1&PHPSESSID=2&y=3", "https://x.example/a?x=1&y=3"},
      {"https://x.example/a?utm_source=x&UTM_Medium=y", "https://x.example/a"},
      {"https://x.example/a;jsessionid=1A.b?x=1", "https://x.example/a?x=1"},
      {"https://x.example/a;JSESSIONID=1;v=2/b", "https://x.example/a;v=2/b"},
      {"https://x.example/a?sid=1#c", "https://x.example/a"},
      {"https://x.example/a?side=1&b=;jsessionid=2", "https://x.example/a?side=1&b=;jsessionid=2"},
      {"https://x.example/a?", "https://x.example/a"},
      {"https://x.example/a?b&&c", "https://x.example/a?b&&c"},
      {"https://x.example/a?c=http://y/?sid=1", "https://x.example/a?c=http://y/?sid=1"},
      {"https://x.example/", "https://x.example/"},
      {"mailto:a@b?sid=1", "mailto:a@b?sid=1"},
  };
  for (const auto& [from, to] : cases) {
    EXPECT_EQ(normalise(url_of(from)).href(), to);
    EXPECT_EQ(normalise(normalise(url_of(from))).href(), to) << "twice is once";
  }
}

TEST(Frontier, HandsOutEachOnceLevelByLevel) {
  Frontier frontier(Limits{});
  EXPECT_FALSE(frontier.add(url_of("https://x.example/"), 0));
  EXPECT_FALSE(frontier.add(url_of("https://x.example/b"), 0));
  EXPECT_EQ(frontier.add(url_of("https://x.example/#a"), 0), Refusal::known);
  EXPECT_EQ(hrefs(frontier.next_level()), (Strings{"https://x.example/", "https://x.example/b"}));
  EXPECT_FALSE(frontier.add(url_of("https://x.example/z"), 1));
  EXPECT_FALSE(frontier.add(url_of("https://x.example/a?utm_source=m"), 1));
  EXPECT_EQ(frontier.add(url_of("https://x.example/b"), 1), Refusal::known);
  const auto second = frontier.next_level();
  EXPECT_EQ(hrefs(second), (Strings{"https://x.example/z", "https://x.example/a"}));
  EXPECT_EQ(second.front().depth, 1);
  EXPECT_TRUE(frontier.next_level().empty());
  EXPECT_EQ(frontier.handed_out(), 4);
  EXPECT_TRUE(frontier.refusals().empty());
}

TEST(Frontier, WhatARedirectReachedIsKnown) {
  Frontier frontier(Limits{});
  EXPECT_TRUE(frontier.mark_known(url_of("https://x.example/new#x")));
  EXPECT_FALSE(frontier.mark_known(url_of("https://x.example/new")));
  EXPECT_EQ(frontier.add(url_of("https://x.example/new"), 1), Refusal::known);
  EXPECT_TRUE(frontier.next_level().empty());
}

TEST(Frontier, LimitsDepthLengthAndPages) {
  Frontier frontier(Limits{.max_pages = 2, .max_depth = 1, .max_url_length = 40});
  EXPECT_FALSE(frontier.add(url_of("https://x.example/1"), 0));
  EXPECT_EQ(frontier.add(url_of("https://x.example/2"), 2), Refusal::too_deep);
  EXPECT_EQ(frontier.add(url_of("https://x.example/" + std::string(40, 'a')), 1), Refusal::too_long);
  EXPECT_EQ(frontier.next_level().size(), 1U);
  EXPECT_FALSE(frontier.add(url_of("https://x.example/3"), 1));
  for (int again = 0; again < 3; ++again) {
    EXPECT_EQ(frontier.add(url_of("https://x.example/4"), 1), Refusal::over_page_limit);
  }
  EXPECT_EQ(frontier.next_level().size(), 1U);
  EXPECT_EQ(frontier.handed_out(), 2);
  const std::map<Refusal, int> expected{
      {Refusal::too_deep, 1}, {Refusal::too_long, 1}, {Refusal::over_page_limit, 1}};
  EXPECT_EQ(frontier.refusals(), expected) << "each URL is counted once";
}

TEST(Frontier, DepthZeroTakesJustTheSeeds) {
  Frontier frontier(Limits{.max_depth = 0});
  EXPECT_FALSE(frontier.add(url_of("https://x.example/1"), 0));
  EXPECT_EQ(frontier.add(url_of("https://x.example/2"), 1), Refusal::too_deep);
}

TEST(Frontier, LimitsThePath) {
  Frontier frontier(Limits{});
  EXPECT_FALSE(frontier.add(url_of("https://x.example/a/b/a/b/a/b/"), 0));
  EXPECT_EQ(frontier.add(url_of("https://x.example/a/b/a/b/a/b/a"), 0), Refusal::repeated_segment);
  EXPECT_EQ(frontier.add(url_of("https://x.example/a//////b"), 0), Refusal::repeated_segment);
  std::string deep = "https://x.example";
  for (int i = 0; i < 20; ++i) deep += "/" + std::to_string(i);
  EXPECT_FALSE(frontier.add(url_of(deep), 0));
  EXPECT_EQ(frontier.add(url_of(deep + "/20"), 0), Refusal::path_too_deep);
}

// A page that links to itself one folder down for ever, as a relative link without its leading slash does.
TEST(Frontier, RelativeLinkLoopEnds) {
  Frontier frontier(Limits{});
  url::Url at = url_of("https://x.example/a/b/");
  int taken = 0;
  for (int depth = 0; depth < 1'000 && !frontier.add(at, depth); ++depth) {
    ++taken;
    at = *url::Url::parse("a/b/", at);
  }
  EXPECT_EQ(taken, 3);
}

TEST(Frontier, EndlessCalendarEnds) {
  Frontier frontier(Limits{});
  int taken = 0;
  for (int month = 0; month < 10'000; ++month) {
    const std::string query =
        "?year=" + std::to_string(2'000 + month / 12) + "&month=" + std::to_string(month % 12 + 1);
    if (!frontier.add(url_of("https://x.example/calendar" + query), month)) ++taken;
  }
  EXPECT_EQ(taken, 50);
  EXPECT_EQ(frontier.refusals().at(Refusal::too_many_queries), 9'950);
  EXPECT_FALSE(frontier.add(url_of("https://x.example/calendar"), 1))
      << "the path itself is none of its variants";
  EXPECT_FALSE(frontier.add(url_of("https://x.example/news?year=1"), 1)) << "another path has its own";
}

TEST(Frontier, CalendarInThePathEndsAtThePageLimit) {
  Frontier frontier(Limits{.max_pages = 100});
  int handed_out = 0;
  for (int day = 0; day < 100'000; ++day) {
    if (frontier.add(url_of("https://x.example/calendar/" + std::to_string(day)), day)) break;
    handed_out += static_cast<int>(frontier.next_level().size());
  }
  EXPECT_EQ(handed_out, 100);
}

TEST(Frontier, SessionIdsAddNoPages) {
  Frontier frontier(Limits{});
  int taken = 0;
  for (int session = 0; session < 1'000; ++session) {
    const std::string id = std::to_string(session * 7'919);
    if (!frontier.add(url_of("https://x.example/form?PHPSESSID=" + id), 0)) ++taken;
    if (!frontier.add(url_of("https://x.example/form;jsessionid=" + id), 0)) ++taken;
  }
  EXPECT_EQ(taken, 1);
}

TEST(Frontier, QueryExplosionStaysBounded) {
  Frontier frontier(Limits{.max_pages = 1'000'000});
  int taken = 0;
  for (int i = 0; i < 300'000; ++i) {
    if (!frontier.add(url_of("https://x.example/filter?f=" + std::to_string(i)), 1)) ++taken;
  }
  EXPECT_EQ(taken, 50);
  EXPECT_GE(frontier.refusals().at(Refusal::too_many_queries), 200'000);
}

TEST(Frontier, SameLinksInTheSameOrderGiveTheSameLevels) {
  auto run = [] {
    Frontier frontier(Limits{.max_pages = 300});
    Strings all;
    frontier.add(url_of("https://x.example/0"), 0);
    for (auto level = frontier.next_level(); !level.empty(); level = frontier.next_level()) {
      for (const Entry& entry : level) {
        all.push_back(entry.url.href());
        for (unsigned i = 1; i < 9; ++i) {
          const std::size_t next = std::hash<std::string>{}(entry.url.href()) % 1'000 * i;
          frontier.add(url_of("https://x.example/" + std::to_string(next)), entry.depth + 1);
        }
      }
    }
    return all;
  };
  const Strings first = run();
  EXPECT_GT(first.size(), 50U);
  EXPECT_EQ(first, run());
}

TEST(Frontier, RefusalsHaveNames) {
  EXPECT_EQ(name(Refusal::too_many_queries), "too_many_queries");
  EXPECT_EQ(name(Refusal::over_page_limit), "over_page_limit");
}

}  // namespace
}  // namespace veedor::crawl
