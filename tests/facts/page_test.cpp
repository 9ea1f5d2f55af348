// Headers, media types, references and summaries.
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "scanner/facts/component.h"
#include "scanner/facts/site.h"

namespace veedor::facts {
namespace {

Page page(std::string_view url, std::string_view html, Headers headers = {}) {
  Response response;
  response.requested = *url::Url::parse(url);
  response.final_url = response.requested;
  response.outcome = Outcome::read;
  response.status = 200;
  response.headers = std::move(headers);
  response.body = std::string(html);
  return {std::move(response), *html::Document::parse(std::string(html)), "UTF-8"};
}

TEST(Outcome, EveryOneHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i < kOutcomeCount; ++i) names.insert(name(static_cast<Outcome>(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(kOutcomeCount));
  EXPECT_EQ(name(Outcome::read), "read");
  EXPECT_EQ(name(Outcome::redirect_out_of_scope), "redirect_out_of_scope");
  EXPECT_EQ(name(Outcome::not_html), "not_html");
  EXPECT_EQ(name(Outcome::internal_error), "internal_error");
}

TEST(Names, ArePublished) {
  EXPECT_EQ(name(TlsVersion::tls1_2), "TLS 1.2");
  EXPECT_EQ(key(TlsVersion::tls1_2), "tls1_2");
  EXPECT_EQ(name(Trust::unknown_issuer), "unknown_issuer");
  EXPECT_EQ(name(Support::inconclusive), "inconclusive");
  EXPECT_EQ(name(KeyKind::ec), "EC");
  EXPECT_EQ(name(ComponentKind::cms), "cms");
  EXPECT_EQ(name(Certainty::likely), "likely");
  EXPECT_EQ(name(Method::generator), "generator");
}

TEST(Headers, AreFoundWithoutCaseAndKeepTheirOrder) {
  Headers headers;
  headers.add("X-One", "  a ");
  headers.add("x-one", "b");
  headers.add("Other", "");
  EXPECT_EQ(headers.find("X-ONE"), "a");
  EXPECT_EQ(headers.all("x-one"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(headers.joined("X-One"), "a, b");
  EXPECT_EQ(headers.find("other"), "");
  EXPECT_EQ(headers.find("absent"), std::nullopt);
  EXPECT_EQ(headers.joined("absent"), std::nullopt);
  EXPECT_EQ(headers.fields().front().name, "x-one");
}

TEST(Response, MediaTypeIsBare) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"text/html", "text/html"},
      {"Text/HTML; charset=utf-8", "text/html"},
      {" text/html ;x", "text/html"},
      {"text/html, text/html", "text/html"},
      {"", ""},
  };
  for (const auto& [value, expected] : cases) {
    Response response;
    response.headers.add("Content-Type", value);
    EXPECT_EQ(response.media_type(), expected) << value;
  }
  EXPECT_EQ(Response{}.media_type(), "");
}

TEST(Page, ReferencesAreResolvedAgainstTheBase) {
  struct Case {
    std::string_view base;
    std::string_view reference;
    std::string_view href;
  };
  const Case cases[] = {
      {"", "b", "https://a.example/dir/b"},
      {"", "//other.example/", "https://other.example/"},
      {"<base href=/top/>", "b", "https://a.example/top/b"},
      {"<base href='https://cdn.example/x/'>", "b?q", "https://cdn.example/x/b?q"},
      {"<base target=_blank><base href=/top/><base href=/late/>", "b", "https://a.example/top/b"},
      {"<base href='https://['>", "b", "https://a.example/dir/b"},
      {"<base href='javascript:1'>", "b", "https://a.example/dir/b"},
      {"<base href='data:text/plain,1'>", "b", "https://a.example/dir/b"},
  };
  for (const Case& item : cases) {
    const Page subject = page("https://a.example/dir/page", "<head>" + std::string(item.base));
    const Result<url::Url> target = subject.resolve(item.reference);
    ASSERT_TRUE(target.ok()) << item.base;
    EXPECT_EQ(target->href(), item.href) << item.base;
  }
  EXPECT_FALSE(page("https://a.example/", "").resolve("https://[").ok());
}

// Counts how often it is made.
struct Reading {
  explicit Reading(const Page& page) : elements(page.document().elements().size()) { ++made; }
  std::size_t elements;
  static inline int made = 0;
};

TEST(Page, ReadsWhatIsSharedOnceAndKeepsItWhenMoved) {
  Response response;
  response.final_url = *url::Url::parse("https://example.org/");
  Page page(std::move(response), *html::Document::parse("<p>a"), "utf-8");
  const Reading* const first = &page.shared<Reading>();
  EXPECT_EQ(first->elements, 4U);  // html, head, body, p
  const Page moved = std::move(page);
  EXPECT_EQ(&moved.shared<Reading>(), first);
  EXPECT_EQ(Reading::made, 1);
}

TEST(Summary, KeepsWhatSiteRulesRead) {
  Headers headers;
  headers.add("content-type", "text/html; charset=utf-8");
  headers.add("x-robots-tag", "noarchive");
  const Page subject = page("https://user:secret@a.example/dir/p?q#f",
                            "<html lang=' es '><head><title> A\n title </title>"
                            "<link rel='alternate Canonical' href='../c'><link rel=canonical href=/late>"
                            "<meta name=Robots content='noindex, nofollow'>"
                            "<script src=a.js></script><script src='a.js#x'></script><script>1</script>"
                            "<script src='data:,1'></script><script src='//cdn.example/b.js'></script>",
                            headers);
  const PageSummary summary = summarise(subject);
  EXPECT_EQ(summary.url.find("secret"), std::string::npos);
  EXPECT_EQ(summary.status, 200);
  EXPECT_EQ(summary.outcome, Outcome::read);
  EXPECT_EQ(summary.media_type, "text/html");
  EXPECT_EQ(summary.title, "A title");
  EXPECT_EQ(summary.language, "es");
  EXPECT_EQ(summary.encoding, "UTF-8");
  EXPECT_EQ(summary.canonical, "https://a.example/c");
  EXPECT_EQ(summary.robots, "noindex, nofollow, noarchive");
  EXPECT_EQ(summary.scripts,
            (std::vector<std::string>{"https://a.example/dir/a.js", "https://cdn.example/b.js"}));
  EXPECT_NE(summary.content_hash, 0U);
  EXPECT_FALSE(summary.skeleton.empty());
  EXPECT_TRUE(summary.components.empty());
}

TEST(Summary, StaysSmall) {
  std::string html = "<title>" + std::string(100'000, 'a') + "</title>";
  for (int i = 0; i < 2000; ++i) html += "<script src=" + std::to_string(i) + ".js></script>";
  const PageSummary summary = summarise(page("https://a.example/", html));
  EXPECT_LE(summary.title.size(), 512U + 3U);  // and the ellipsis
  EXPECT_LE(summary.scripts.size(), 256U);
}

}  // namespace
}  // namespace veedor::facts
