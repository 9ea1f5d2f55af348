// Names: international domain names and the domain that somebody registered.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/url/url.h"

namespace veedor::url {
namespace {

TEST(RegistrableDomain, FollowsThePublicSuffixList) {
  const struct {
    std::string_view host, domain;
  } table[] = {
      {"www.cne.gob.ec", "cne.gob.ec"},
      {"cne.gob.ec", "cne.gob.ec"},
      {"a.b.c.cne.gob.ec", "cne.gob.ec"},
      {"WWW.Example.ORG", "example.org"},
      {"www.example.co.uk", "example.co.uk"},
      {"www.example.org.", "example.org."},
      {"xn--bcher-kva.example.xn--fiqs8s", "example.xn--fiqs8s"},
      {"gob.ec", "gob.ec"},
      {"localhost", "localhost"},
      {"192.0.2.7", "192.0.2.7"},
      {"192.0.2.7.", "192.0.2.7."},
      {"[2001:db8::1]", "[2001:db8::1]"},
      {"", ""},
      {".", "."},
  };
  for (const auto& row : table) EXPECT_EQ(registrable_domain(row.host), row.domain) << row.host;
}

TEST(DomainToAscii, FollowsUts46) {
  const struct {
    std::string_view domain, ascii;
  } table[] = {
      {"EXAMPLE.Org", "example.org"},
      {"ñandú.example", "xn--and-6ma2c.example"},
      {"faß.example", "xn--fa-hia.example"},
      {"ẞ.example", "xn--zca.example"},
      {"a。b．c", "a.b.c"},
      {"Ⴀ.example", "xn--rkj.example"},  // Georgian capital: mapped since Unicode 16
      {"a\xE3\x85\xA4"
       "b.example",
       "ab.example"},  // U+3164: ignored since Unicode 16
      {"a\xF0\x9D\x85\xB3"
       "b.example",
       "ab.example"},      // U+1D173: likewise
      {"xn--a", "xn--a"},  // ASCII is not checked
  };
  for (const auto& row : table) {
    Result<std::string> ascii = domain_to_ascii(row.domain);
    ASSERT_TRUE(ascii.ok()) << row.domain << ": " << ascii.error().message;
    EXPECT_EQ(*ascii, row.ascii) << row.domain;
  }
}

TEST(DomainToAscii, RefusesWhatIsNoDomain) {
  for (std::string_view bad :
       {"", "\xC2\xAD", "a b", "a%41", "a/b", "ñ/b", "xn--a.ñ", "xn--.ñ", "xn--a-.ñ", "\xFF.example",
        "\xE2\x80\xAE.example", "\xE2\x80\xA5.example", "\xF3\xA0\x80\x81.example"}) {
    Result<std::string> ascii = domain_to_ascii(bad);
    EXPECT_FALSE(ascii.ok()) << bad << " is " << (ascii.ok() ? *ascii : "");
  }
}

}  // namespace
}  // namespace veedor::url
