#include "scanner/crawl/scope.h"

#include <chrono>

#include <gtest/gtest.h>

namespace veedor::crawl {
namespace {

url::Url url_of(const std::string& text) { return *url::Url::parse(text); }

Scope scope_of(const std::string& seed, const ScopeOptions& options = {}) {
  auto scope = Scope::create({url_of(seed)}, options);
  EXPECT_TRUE(scope);
  return *std::move(scope);
}

struct Case {
  const char* seed;
  const char* url;
  bool inside;
};

TEST(Scope, HostOfTheSeed) {
  const Case cases[] = {
      {"https://www.x.example/", "https://x.example/a", true},
      {"https://x.example/", "http://www.x.example/a", true},
      {"https://x.example/", "HTTPS://X.EXAMPLE/a", true},
      {"https://x.example/", "https://x.example./a", true},
      {"https://x.example/", "https://x.example:8443/a", false},  // a page must not choose the port,
      {"https://x.example/", "https://sub.x.example/a", false},
      {"https://x.example/", "https://notx.example/", false},
      {"https://x.example/", "ftp://x.example/a", false},
      {"https://x.example/", "mailto:a@x.example", false},
      {"https://www.example/", "https://example/", false},
      {"http://127.0.0.1:8080/", "http://127.0.0.1:8080/a", true},
      {"http://127.0.0.1:80/", "http://127.0.0.1:8080/", false},
      {"http://127.0.0.1/", "http://127.0.0.2/", false},
      {"http://[::1]:81/", "http://[0:0::1]:81/", true},
  };
  for (const Case& c : cases)
    EXPECT_EQ(scope_of(c.seed).contains(url_of(c.url)), c.inside) << c.seed << " " << c.url;
}

TEST(Scope, WholeDomain) {
  const ScopeOptions domain{.reach = Reach::domain, .hosts = {}, .include = {}, .exclude = {}};
  const Case cases[] = {
      {"https://www.cne.gob.ec/", "https://tramites.cne.gob.ec/", true},
      {"https://a.b.cne.gob.ec/", "https://cne.gob.ec/", true},
      {"https://www.cne.gob.ec/", "https://other.gob.ec/", false},
      {"https://gob.ec/", "https://other.gob.ec/", false},
      {"http://127.0.0.1/", "https://127.0.0.1/", true},
      {"http://127.0.0.1/", "http://10.0.0.1/", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(scope_of(c.seed, domain).contains(url_of(c.url)), c.inside) << c.seed << " " << c.url;
  }
}

TEST(Scope, FurtherHosts) {
  const auto scope = scope_of("https://x.example/",
                              {.reach = Reach::host,
                               .hosts = {"Y.example:8080", "https://www.z.example/a", "ñ.example", "::1"},
                               .include = {},
                               .exclude = {}});
  for (const char* inside :
       {"https://y.example/", "http://z.example/", "http://xn--ida.example/", "http://[::1]:8080/"}) {
    EXPECT_TRUE(scope.contains(url_of(inside))) << inside;
  }
  EXPECT_FALSE(scope.contains(url_of("https://v.example/")));
}

TEST(Scope, IncludeAndExclude) {
  const auto scope = scope_of("https://x.example/start", {.reach = Reach::host,
                                                          .hosts = {},
                                                          .include = {"/es/", "[.]html$"},
                                                          .exclude = {"(?i)LOGOUT", "/es/privado"}});
  EXPECT_TRUE(scope.contains(url_of("https://x.example/es/a")));
  EXPECT_TRUE(scope.contains(url_of("https://x.example/b.html#part")));
  EXPECT_FALSE(scope.contains(url_of("https://x.example/en/a")));
  EXPECT_FALSE(scope.contains(url_of("https://x.example/es/privado/b.html")));
  EXPECT_FALSE(scope.contains(url_of("https://x.example/es/logout")));
  EXPECT_TRUE(scope.contains(url_of("https://x.example/start#x"))) << "a seed is always in scope";
  EXPECT_TRUE(scope.has_host(url_of("https://x.example/en/a")));
}

TEST(Scope, ErrorsNameWhatIsWrong) {
  const auto pattern = Scope::create({url_of("https://x.example/")},
                                     {.reach = Reach::host, .hosts = {}, .include = {}, .exclude = {"a(b"}});
  ASSERT_FALSE(pattern);
  EXPECT_NE(pattern.error().message.find("a(b"), std::string::npos);
  const auto host = Scope::create({url_of("https://x.example/")},
                                  {.reach = Reach::host, .hosts = {"a b"}, .include = {}, .exclude = {}});
  ASSERT_FALSE(host);
  EXPECT_NE(host.error().message.find("a b"), std::string::npos);
}

TEST(Scope, HostilePatternsStayLinear) {
  const auto scope =
      scope_of("https://x.example/",
               {.reach = Reach::host, .hosts = {}, .include = {}, .exclude = {"(a*)*(a*)*(a*)*b$"}});
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(scope.contains(url_of("https://x.example/" + std::string(20'000, 'a'))));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace veedor::crawl
