// What rules, crawler and reports rely on: the parts of a URL, relative references, and what a report may
// show.
#include "scanner/url/url.h"

#include <compare>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace veedor::url {
namespace {

Url must_parse(std::string_view text) {
  Result<Url> parsed = Url::parse(text);
  EXPECT_TRUE(parsed.ok()) << text << ": " << (parsed.ok() ? "" : parsed.error().message);
  return parsed.ok() ? *parsed : Url();
}

TEST(Url, GivesItsParts) {
  const Url url = must_parse("HTTPS://usuario:clave@www.Ejemplo.gob.ec:8443/a/../b%20c?q=1#arriba");
  EXPECT_EQ(url.href(), "https://usuario:clave@www.ejemplo.gob.ec:8443/b%20c?q=1#arriba");
  EXPECT_EQ(url.scheme(), "https");
  EXPECT_EQ(url.username(), "usuario");
  EXPECT_EQ(url.password(), "clave");
  EXPECT_EQ(url.host(), "www.ejemplo.gob.ec");
  EXPECT_EQ(url.host_kind(), HostKind::domain);
  EXPECT_EQ(url.port(), 8443);
  EXPECT_EQ(url.effective_port(), 8443);
  EXPECT_EQ(url.path(), "/b%20c");
  EXPECT_EQ(url.query(), "q=1");
  EXPECT_EQ(url.fragment(), "arriba");
  EXPECT_EQ(url.origin(), "https://www.ejemplo.gob.ec:8443");
  EXPECT_EQ(url.path_and_query(), "/b%20c?q=1");
  EXPECT_TRUE(url.https());
  EXPECT_TRUE(url.http_or_https());
}

TEST(Url, TellsAbsentFromEmpty) {
  const Url absent = must_parse("http://a");
  EXPECT_FALSE(absent.has_query());
  EXPECT_FALSE(absent.has_fragment());
  EXPECT_EQ(absent.path(), "/");
  const Url empty = must_parse("http://a/?#");
  EXPECT_EQ(empty.href(), "http://a/?#");
  EXPECT_TRUE(empty.has_query());
  EXPECT_TRUE(empty.has_fragment());
  EXPECT_EQ(empty.query(), "");
  EXPECT_EQ(empty.fragment(), "");
  EXPECT_EQ(empty.path_and_query(), "/?");
}

TEST(Url, KnowsTheDefaultPorts) {
  EXPECT_EQ(must_parse("http://a:80/").href(), "http://a/");
  EXPECT_FALSE(must_parse("https://a:443/").port().has_value());
  EXPECT_EQ(must_parse("https://a/").effective_port(), 443);
  EXPECT_EQ(must_parse("http://a/").effective_port(), 80);
  EXPECT_EQ(must_parse("ftp://a/").effective_port(), 21);
  EXPECT_EQ(must_parse("gopher://a/").effective_port(), 0);
  EXPECT_EQ(must_parse("mailto:a@b.c").effective_port(), 0);
}

TEST(Url, KnowsTheKindOfItsHost) {
  EXPECT_EQ(must_parse("http://0x7f.1/").host_kind(), HostKind::ipv4);
  EXPECT_EQ(must_parse("http://0x7f.1/").host(), "127.0.0.1");
  EXPECT_EQ(must_parse("http://[2001:DB8:0:0::1]/").host_kind(), HostKind::ipv6);
  EXPECT_EQ(must_parse("http://[2001:DB8:0:0::1]/").host(), "[2001:db8::1]");
  EXPECT_EQ(must_parse("foo://Bar/").host_kind(), HostKind::opaque);
  EXPECT_EQ(must_parse("file:///tmp").host_kind(), HostKind::empty);
  EXPECT_EQ(must_parse("mailto:a@b.c").host_kind(), HostKind::none);
}

// RFC 3986 §5.4, with the answers of the URL Standard where they differ.
TEST(Url, ResolvesRelativeReferences) {
  const Url base = must_parse("http://a/b/c/d;p?q");
  const struct {
    std::string_view reference, href;
  } table[] = {
      {"g", "http://a/b/c/g"},
      {"./g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g/"},
      {"?y", "http://a/b/c/d;p?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"", "http://a/b/c/d;p?q"},
      {"..", "http://a/b/"},
      {"../../../g", "http://a/g"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"%2e%2E/g", "http://a/b/g"},
      {"\\\\g\\h", "http://g/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"http:g", "http://a/b/c/g"},
      {" \t g\n ", "http://a/b/c/g"},
      {"https:g", "https://g/"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"mailto:x@y", "mailto:x@y"},
      {"índice", "http://a/b/c/%C3%ADndice"},
  };
  for (const auto& row : table) {
    Result<Url> resolved = Url::parse(row.reference, base);
    ASSERT_TRUE(resolved.ok()) << row.reference;
    EXPECT_EQ(resolved->href(), row.href) << row.reference;
  }
}

TEST(Url, SaysWhyThereIsNone) {
  for (std::string_view bad :
       {"", "relative", "//host", "http://", "http://a:99999/", "http://a:x/", "http://[::1", "http://a b/",
        "http://1.2.3.4.5/", "http://256.0.0.1/", "http://u@/", "http://%00/"}) {
    Result<Url> parsed = Url::parse(bad);
    ASSERT_FALSE(parsed.ok()) << bad << " is " << parsed->href();
    EXPECT_FALSE(parsed.error().message.empty()) << bad;
  }
  EXPECT_FALSE(Url::parse("x", must_parse("mailto:a@b.c")).ok());
  EXPECT_FALSE(Url::parse("#x", Url()).ok());
}

TEST(Url, DisplayHidesCredentials) {
  EXPECT_EQ(must_parse("https://u:p@a.example:8443/x?y#z").display(), "https://a.example:8443/x?y#z");
  EXPECT_EQ(must_parse("https://u@a.example/").display(), "https://a.example/");
  EXPECT_EQ(must_parse("https://:p@a.example/").display(), "https://a.example/");
  EXPECT_EQ(must_parse("https://a.example/u:p@x").display(), "https://a.example/u:p@x");
  EXPECT_EQ(must_parse("mailto:a@b.c").display(), "mailto:a@b.c");
}

TEST(Url, OriginLeavesCredentialsAndPathOut) {
  EXPECT_EQ(must_parse("http://u:p@a.example:80/x").origin(), "http://a.example");
  EXPECT_EQ(must_parse("http://[::1]:8080/").origin(), "http://[::1]:8080");
  EXPECT_EQ(must_parse("blob:https://a.example:8443/uuid").origin(), "https://a.example:8443");
  for (std::string_view opaque : {"file:///x", "data:text/html,x", "blob:data:x", "foo://a/"}) {
    EXPECT_EQ(must_parse(opaque).origin(), "null") << opaque;
  }
}

TEST(Url, LosesItsFragmentOnly) {
  const Url url = must_parse("http://a/b?c#d").without_fragment();
  EXPECT_EQ(url.href(), "http://a/b?c");
  EXPECT_EQ(url.query(), "c");
  EXPECT_FALSE(url.has_fragment());
  EXPECT_EQ(url.fragment(), "");
  EXPECT_EQ(url, must_parse("http://a/b?c"));
  EXPECT_EQ(must_parse("http://a/b").without_fragment().href(), "http://a/b");
}

TEST(Url, ReadsBackWhatItWrote) {
  for (std::string_view text :
       {"web+demo:/.//not-a-host/", "file:///C|/a/../..", "http://ñandú.example/ñ?ñ#ñ",
        "http://a/\xFF\xC0?\xED\xA0\x80", "foo:  opaque  #x", "foo://///a/../..//b"}) {
    const Url url = must_parse(text);
    EXPECT_EQ(must_parse(url.href()), url) << text;
  }
  EXPECT_EQ(must_parse("http://a/\xFF").href(), "http://a/%EF%BF%BD");
}

TEST(Url, DefaultIsEmptyAndSafeToRead) {
  const Url none;
  EXPECT_EQ(none.href(), "");
  EXPECT_EQ(none.scheme(), "");
  EXPECT_EQ(none.host(), "");
  EXPECT_EQ(none.path_and_query(), "");
  EXPECT_EQ(none.origin(), "null");
  EXPECT_EQ(none.display(), "");
}

TEST(Url, ComparesByItsSerialisation) {
  EXPECT_EQ(must_parse("HTTP://A:80"), must_parse("http://a/"));
  EXPECT_LT(must_parse("http://a/"), must_parse("http://b/"));
}

TEST(PercentDecode, LeavesWhatIsNotEncodedAlone) {
  EXPECT_EQ(percent_decode("a%20b%C3%b1%"), "a b\xC3\xB1%");
  EXPECT_EQ(percent_decode("%zz%2%%41"), "%zz%2%A");
  EXPECT_EQ(percent_decode("%00").size(), 1U);
}

}  // namespace
}  // namespace veedor::url
