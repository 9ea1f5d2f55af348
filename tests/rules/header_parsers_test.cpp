// The parsers of header fields that rules share.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rules/support/cookie_jar.h"
#include "rules/support/csp.h"
#include "rules/support/header_list.h"
#include "rules/support/hsts.h"
#include "rules/support/session_cookie.h"
#include "rules/support/set_cookie.h"

namespace veedor::rules {
namespace {

using Words = std::vector<std::string_view>;

url::Url address(std::string_view text) { return *url::Url::parse(text); }

TEST(HeaderList, SplitsAtCommasOutsideQuotes) {
  EXPECT_EQ(split_list("a, b ,c"), (Words{"a", "b", "c"}));
  EXPECT_EQ(split_list(R"("a, \"b", c)"), (Words{R"("a, \"b")", "c"}));
  EXPECT_EQ(split_list(""), (Words{""}));
  EXPECT_EQ(split_list("a,,b"), (Words{"a", "", "b"}));
  EXPECT_EQ(split_list(R"("never closed, a\)"), (Words{R"("never closed, a\)"}));
}

TEST(HeaderList, JoinsTheFieldsOfOneName) {
  facts::Headers headers;
  headers.add("X-Frame-Options", "DENY, SAMEORIGIN");
  headers.add("Other", "x");
  headers.add("x-frame-options", "deny");
  EXPECT_EQ(list_values(headers, "x-frame-options"), (Words{"DENY", "SAMEORIGIN", "deny"}));
  EXPECT_TRUE(list_values(headers, "referrer-policy").empty());
}

TEST(HstsField, ReadsWhatBrowsersObey) {
  EXPECT_EQ(parse_hsts("max-age=300")->max_age, 300U);
  EXPECT_EQ(parse_hsts(" ; Max-Age = \"300\" ;; includeSubDomains;preload")->max_age, 300U);
  EXPECT_TRUE(parse_hsts("max-age=1; INCLUDESUBDOMAINS")->include_subdomains);
  EXPECT_EQ(parse_hsts("other=\"a;max-age=1\"; max-age=2")->max_age, 2U);
  EXPECT_EQ(parse_hsts("max-age=99999999999999999999999")->max_age, std::uint64_t(-1));
}

TEST(HstsField, IsNothingWhereBrowsersIgnoreIt) {
  for (std::string_view field :
       {"", "max-age", "max-age=", "max-age=abc", "max-age=-1", "max-age=1, max-age=2",
        "max-age=1; max-age=1", "includeSubDomains", "max-age=1;includeSubDomains;includesubdomains",
        "max-age=\"1", "maxage=1"}) {
    EXPECT_FALSE(parse_hsts(field)) << field;
  }
}

TEST(SetCookieField, ReadsAttributes) {
  const auto cookie = parse_set_cookie(
      "id = a=b ; Path=/x; path=/y; SECURE; httponly=no; SameSite=strict; Domain=.Example.org; Max-Age=5; "
      "Foo=Bar");
  ASSERT_TRUE(cookie);
  EXPECT_EQ(cookie->name, "id");
  EXPECT_EQ(cookie->value, "a=b");
  EXPECT_EQ(cookie->path, "/y");
  EXPECT_EQ(cookie->domain, "Example.org");
  EXPECT_TRUE(cookie->secure);
  EXPECT_TRUE(cookie->http_only);
  EXPECT_EQ(cookie->same_site, SameSite::strict);
  EXPECT_EQ(cookie->max_age_positive, true);
}

TEST(SetCookieField, IsNothingWhereBrowsersIgnoreIt) {
  EXPECT_FALSE(parse_set_cookie(""));
  EXPECT_FALSE(parse_set_cookie("; Secure"));
  EXPECT_FALSE(parse_set_cookie("=value"));
  EXPECT_FALSE(parse_set_cookie("value alone"));
  EXPECT_FALSE(parse_set_cookie("a=b\x01"));
  EXPECT_FALSE(parse_set_cookie("a=" + std::string(5000, 'x')));
}

TEST(SetCookieField, ReadsForgivingDates) {
  const auto date = [](std::string_view text) {
    const auto time = parse_cookie_date(text);
    return time ? iso8601(*time) : std::string("none");
  };
  EXPECT_EQ(date("Thu, 01-Jan-1970 00:00:01 GMT"), "1970-01-01T00:00:01Z");
  EXPECT_EQ(date("Mon, 23 Nov 2026 04:05:06 GMT"), "2026-11-23T04:05:06Z");
  EXPECT_EQ(date("Mon Nov 23 04:05:06 2026"), "2026-11-23T04:05:06Z");
  EXPECT_EQ(date("Monday, 23-Nov-26 4:5:6 GMT"), "2026-11-23T04:05:06Z");
  EXPECT_EQ(date("23 Nov 99 00:00:00"), "1999-11-23T00:00:00Z");
  EXPECT_EQ(date("31 Feb 2026 00:00:00"), "none");
  EXPECT_EQ(date("Mon, 23 Nov 1600 00:00:00"), "none");
  EXPECT_EQ(date("23 Nov 2026 24:00:00"), "none");
  EXPECT_EQ(date("0"), "none");
}

struct Kept {
  std::string_view field;
  CookieFate fate;
};

TEST(CookieJar, SaysWhyBrowsersDiscardACookie) {
  for (const auto& [field, fate] :
       {Kept{"a=1", CookieFate::kept}, Kept{"a=1; Domain=example.gob.ec", CookieFate::kept},
        Kept{"a=1; Domain=gob.ec", CookieFate::foreign_domain},
        Kept{"a=1; Domain=other.ec", CookieFate::foreign_domain},
        Kept{"a=1; Domain=xample.gob.ec", CookieFate::foreign_domain},
        Kept{"a=1; SameSite=None", CookieFate::same_site_none_insecure},
        Kept{"__host-a=1; Secure; Path=/", CookieFate::kept},
        Kept{"__Host-a=1; Secure; Path=/a", CookieFate::broken_prefix},
        Kept{"__Secure-a=1; Secure", CookieFate::kept}, Kept{"__Secure-a=1", CookieFate::broken_prefix}}) {
    facts::Response response;
    response.final_url = address("https://www.example.gob.ec/a");
    response.headers.add("Set-Cookie", field);
    const auto cookies = received_cookies(response);
    ASSERT_EQ(cookies.size(), 1U) << field;
    EXPECT_EQ(cookies[0].fate, fate) << field;
  }
}

TEST(CookieJar, KeepsWhatRedirectsSet) {
  facts::Response response;
  response.final_url = address("https://www.example.org/");
  facts::Hop first{.url = address("http://example.org/"), .status = 301, .headers = {}, .address = {}};
  first.headers.add("Set-Cookie", "visit=1; Path=/");
  first.headers.add("Set-Cookie", "lang=es; Path=/");
  first.headers.add("Set-Cookie", "safe=1; Secure");
  facts::Hop elsewhere{
      .url = address("https://sso.example.net/"), .status = 302, .headers = {}, .address = {}};
  elsewhere.headers.add("Set-Cookie", "sso=1");
  response.redirects = {first, elsewhere};
  response.headers.add("Set-Cookie", "lang=; Path=/; Max-Age=0");

  const auto cookies = received_cookies(response);
  ASSERT_EQ(cookies.size(), 2U);
  EXPECT_EQ(cookies[0].cookie.name, "visit");
  EXPECT_TRUE(cookies[0].over_http);
  EXPECT_EQ(cookies[1].cookie.name, "safe");
  EXPECT_EQ(cookies[1].fate, CookieFate::secure_over_http);
}

TEST(SessionCookie, IsToldByNameAndValue) {
  const auto is_session = [](std::string_view field) {
    return is_session_cookie(parse_set_cookie(field).value());
  };
  for (std::string_view field :
       {"PHPSESSID=a", "ASP.NET_SessionId=a", ".AspNetCore.Session=a", "connect.sid=a", "sid=a",
        "laravel_session=a", "MoodleSessionX=a", "__Host-session=a",
        "0cc175b9c0f1b6a831c399e269772661=qk3v8l2m1n5p7r9t0u2w4x6y8z", "admin-auth=9f86d081884c7d659a2f"}) {
    EXPECT_TRUE(is_session(field)) << field;
  }
  for (std::string_view field :
       {"PHPSESSID=", "lang=es", "last_login=2026-11-23", "XSRF-TOKEN=9f86d081884c7d659a2f",
        "session_affinity=9f86d081884c7d659a2f", "cookieconsent_session=1", "my_session=yes",
        "_ga=GA1.2.1234567890.1763870400", "author=9f86d081884c7d659a2f"}) {
    EXPECT_FALSE(is_session(field)) << field;
  }
}

TEST(SessionCookie, LabelLeavesOutWhatChanges) {
  EXPECT_EQ(cookie_label("ASPSESSIONIDQQRTBCDA"), "ASPSESSIONID*");
  EXPECT_EQ(cookie_label("wordpress_logged_in_9f86d081884c7d659a2feaa0c55ad015"), "wordpress_logged_in_*");
  EXPECT_EQ(cookie_label("PHPSESSID"), "PHPSESSID");
  EXPECT_EQ(cookie_label("idioma"), "idioma");
}

TEST(CspPolicy, ReadsDirectivesAndFallbacks) {
  const CspPolicy policy = CspPolicy::parse(" Default-SRC 'self' ;; img-src * ; default-src 'none';");
  ASSERT_NE(policy.directive("default-src"), nullptr);
  EXPECT_EQ(policy.directive("DEFAULT-src")->sources, (Words{"'self'"}));
  EXPECT_EQ(policy.effective({"script-src", "default-src"}), policy.directive("default-src"));
  EXPECT_EQ(policy.effective({"base-uri"}), nullptr);
  EXPECT_TRUE(CspPolicy::parse(" ; ").empty());
}

TEST(CspPolicy, ReadsSources) {
  EXPECT_EQ(source_host("https://cdn.example.org:443/lib/"), "cdn.example.org");
  EXPECT_EQ(source_path("https://cdn.example.org:443/lib/"), "/lib/");
  EXPECT_EQ(source_host("*.example.org"), "*.example.org");
  EXPECT_FALSE(source_host("'self'"));
  EXPECT_FALSE(source_host("data:"));
  EXPECT_EQ(nonce("'NONCE-abc='"), "abc=");
  EXPECT_FALSE(nonce("'nonce-'"));
  EXPECT_FALSE(nonce("nonce-abc"));
  EXPECT_TRUE(is_hash("'sha256-abc'"));
  EXPECT_FALSE(is_hash("'sha256-'"));
}

}  // namespace
}  // namespace veedor::rules
