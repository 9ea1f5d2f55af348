// Input made to hurt: what it costs is bounded, and twice the input costs about twice the time.
#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/url/url.h"

namespace veedor::url {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

double seconds_to_parse(const std::string& text, const Url& base) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const auto start = std::chrono::steady_clock::now();
    Result<Url> parsed = Url::parse(text, base);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    EXPECT_LE(parsed ? parsed->href().size() : 0, kMaxHref);
  }
  return best;
}

TEST(HostileUrl, InputOverTheLimitIsAnError) {
  const Url base = *Url::parse("http://a/");
  for (const std::string& text : {repeat("a", 1 << 20), repeat("../", 100'000), repeat(" ", 1 << 20),
                                  "http://" + repeat("a.", 1 << 19), "http://[" + repeat(":", 1 << 20)}) {
    EXPECT_FALSE(Url::parse(text, base).ok());
  }
  EXPECT_TRUE(Url::parse(repeat("a", kMaxInput), base).ok());
  EXPECT_FALSE(Url::parse(repeat("a", kMaxInput + 1), base).ok());
}

TEST(HostileUrl, ResolvingOnAResultAgainAndAgainStaysBounded) {
  Url url = *Url::parse("http://a/");
  const std::string segment = "./" + repeat("\x01", kMaxInput / 2) + "/";
  for (int i = 0; i < 10; ++i) {
    Result<Url> longer = Url::parse(segment, url);
    if (!longer) break;
    url = *longer;
  }
  EXPECT_LE(url.href().size(), kMaxHref);
}

TEST(HostileUrl, TimeGrowsNoFasterThanInput) {
  const Url base = *Url::parse("http://a/" + repeat("b/", 20'000));
  const struct {
    std::string_view start, part;
  } shapes[] = {{"", "../"},        {"", "a/"},
                {"", "a/../"},      {"", "%2e%2E/"},
                {"http://", "@"},   {"http://", ":"},
                {"http://", "1."},  {"http://", "%41"},
                {"http://", "ñ."},  {"http://", "中"},
                {"http://[", "1:"}, {"foo:", " "},
                {"?", "\xFF"},      {"#", "\t"},
                {"http://", "[]"},  {"http://xn--", "é.xn--"},
                {"file:", "C|/"},   {"http://", "\xE3\x85\xA4"}};
  for (const auto& shape : shapes) {
    const std::size_t times = (kMaxInput - shape.start.size()) / shape.part.size();
    const std::string half = std::string(shape.start) + repeat(shape.part, times / 2);
    const std::string whole = std::string(shape.start) + repeat(shape.part, times);
    const double slack = 0.02;  // a busy machine's noise; a square law would exceed it many times over
    EXPECT_LT(seconds_to_parse(whole, base), 3 * seconds_to_parse(half, base) + slack)
        << shape.start << shape.part;
  }
}

TEST(HostileUrl, LongInternationalNamesAreRefusedQuickly) {
  std::string distinct = "http://";
  for (char high = '\x81'; high < '\xBF'; ++high) {
    for (char low = '\x80'; low < '\xBF'; ++low) distinct += std::string("\xE5") + high + low;
  }
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(Url::parse(distinct).ok());
  EXPECT_FALSE(domain_to_ascii(repeat("ß.", 100'000)).ok());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

}  // namespace
}  // namespace veedor::url
