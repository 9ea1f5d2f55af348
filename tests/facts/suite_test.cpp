// What the registries say of suites and groups, read from their names.
#include "scanner/facts/tls/suite.h"

#include <set>

#include <gtest/gtest.h>

namespace veedor::facts {
namespace {

const Suite& suite(std::string_view name) {
  const Suite* found = find_suite(name);
  EXPECT_NE(found, nullptr) << name;
  static const Suite none;
  return found ? *found : none;
}

TEST(SuiteTable, CodesAndNamesAreUnique) {
  std::set<std::uint32_t> codes;
  std::set<std::string_view> names;
  for (const Suite& each : suites()) {
    EXPECT_TRUE(codes.insert(each.code).second) << each.name;
    EXPECT_TRUE(names.insert(each.name).second) << each.name;
    EXPECT_EQ(find_suite(each.code), &each);
  }
  EXPECT_GT(suites().size(), 360U);
  EXPECT_EQ(suite_name(0x1301), "TLS_AES_128_GCM_SHA256");
  EXPECT_EQ(suite_name(0x000A), "TLS_RSA_WITH_3DES_EDE_CBC_SHA");
  EXPECT_EQ(suite_name(0xFFFF), "");
  EXPECT_EQ(find_suite("TLS_NO_SUCH"), nullptr);
}

TEST(SuiteTable, EveryNameIsUnderstood) {
  for (const Suite& each : suites()) {
    const bool gost = each.name.find("GOST") != std::string_view::npos;
    const bool password = each.name.find("ECCPWD") != std::string_view::npos;
    const bool nothing = each.name == "TLS_NULL_WITH_NULL_NULL" || each.name == "SSL_CK_NULL";
    EXPECT_TRUE(each.exchange != KeyExchange::other || gost || password || nothing) << each.name;
    EXPECT_NE(each.mode, Mode::other) << each.name;
    EXPECT_EQ(each.bits == 0, each.mode == Mode::null) << each.name;
  }
}

TEST(SuiteTable, ModernSuites) {
  const Suite& gcm = suite("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
  EXPECT_EQ(gcm.exchange, KeyExchange::ecdhe);
  EXPECT_EQ(gcm.authentication, Authentication::ecdsa);
  EXPECT_EQ(gcm.mode, Mode::aead);
  EXPECT_EQ(gcm.bits, 256);
  EXPECT_EQ(gcm.since, TlsVersion::tls1_2);
  EXPECT_TRUE(gcm.forward_secret());
  const Suite& modern = suite("TLS_CHACHA20_POLY1305_SHA256");
  EXPECT_EQ(modern.since, TlsVersion::tls1_3);
  EXPECT_EQ(modern.bits, 256);
  EXPECT_TRUE(modern.forward_secret());
  EXPECT_EQ(suite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA").since, TlsVersion::tls1_0);
  EXPECT_EQ(suite("TLS_RSA_WITH_AES_128_CBC_SHA256").since, TlsVersion::tls1_2);
}

TEST(SuiteTable, WeakSuites) {
  const Suite& export_suite = suite("TLS_RSA_EXPORT_WITH_RC4_40_MD5");
  EXPECT_TRUE(export_suite.export_grade && export_suite.rc4 && export_suite.md5);
  EXPECT_EQ(export_suite.bits, 40);
  EXPECT_FALSE(export_suite.forward_secret());
  const Suite& triple = suite("TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA");
  EXPECT_TRUE(triple.small_block && triple.sha1);
  EXPECT_EQ(triple.bits, 112);
  EXPECT_TRUE(suite("TLS_DH_anon_WITH_AES_128_CBC_SHA").anonymous());
  EXPECT_EQ(suite("TLS_RSA_WITH_NULL_SHA").mode, Mode::null);
  EXPECT_EQ(suite("TLS_SHA256_SHA256").mode, Mode::null);
  EXPECT_EQ(suite("TLS_DHE_DSS_WITH_AES_128_CBC_SHA").authentication, Authentication::dss);
  EXPECT_EQ(suite("TLS_RSA_WITH_DES_CBC_SHA").bits, 56);
}

TEST(SuiteTable, KindsOfSsl2) {
  const Suite& kind = suite("SSL_CK_RC4_128_EXPORT40_WITH_MD5");
  EXPECT_EQ(kind.since, TlsVersion::ssl2);
  EXPECT_EQ(kind.code, 0x020080U);
  EXPECT_TRUE(kind.export_grade);
  EXPECT_EQ(kind.bits, 40);
}

TEST(GroupTable, IsSortedAndNamed) {
  for (const Group& group : groups()) {
    EXPECT_EQ(find_group(group.code), &group);
    EXPECT_EQ(find_group(group.name), &group);
  }
  EXPECT_EQ(group_name(0x001D), "x25519");
  EXPECT_EQ(find_group(0x11EC)->kind, GroupKind::post_quantum);
  EXPECT_EQ(find_group(0x0101)->bits, 3072);
  EXPECT_EQ(find_group(0x5A5A), nullptr);
}

TEST(SignatureSchemes, HaveTheirRegistryNames) {
  EXPECT_EQ(signature_scheme_name(0x0804), "rsa_pss_rsae_sha256");
  EXPECT_EQ(signature_scheme_name(0x0201), "rsa_pkcs1_sha1");
  EXPECT_EQ(signature_scheme_name(0x0905), "mldsa65");
  EXPECT_EQ(signature_scheme_name(0x5A5A), "");
}

}  // namespace
}  // namespace veedor::facts
