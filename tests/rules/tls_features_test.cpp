// What the rules on features of TLS share: lists that are the same in every language, and recent clients.
#include "rules/support/tls_features.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

using facts::Support;
using facts::TlsVersion;

TEST(TlsFeatureLists, NameFiveAndCountTheRest) {
  EXPECT_EQ(listed(std::vector<std::string>{}), "");
  EXPECT_EQ(listed({"a", "b", "c", "d", "e"}), "a, b, c, d, e");
  EXPECT_EQ(listed({"a", "b", "c", "d", "e", "f", "g"}), "a, b, c, d, e (+2)");
  EXPECT_EQ(listed({"a\x1b[31m"}).find('\x1b'), std::string::npos)
      << "what comes from a server is made inert";
}

TEST(TlsFeatureLists, KeepTheOrderOfReasonsAndNameEachCodeOnce) {
  const std::vector<facts::GradeReason> reasons = {{"rc4_offered", "C", "TLS_RSA_WITH_RC4_128_SHA"},
                                                   {"rc4_offered", "C", "TLS_RSA_WITH_RC4_128_MD5"},
                                                   {"tls1_0_offered", "B", ""}};
  EXPECT_EQ(listed(reasons), "C: rc4_offered TLS_RSA_WITH_RC4_128_SHA, B: tls1_0_offered");
}

TEST(TlsFeatureLists, TellWhatIsTooMuchFromWhatIsMissing) {
  const std::vector<facts::ProfileGap> gaps = {{"version_extra", "TLS 1.0"},
                                               {"group_missing", "X25519MLKEM768"},
                                               {"version_extra", "TLS 1.1"},
                                               {"hsts_short", "3600"},
                                               {"hsts_missing", ""}};
  EXPECT_EQ(listed(gaps), "+TLS 1.0, +TLS 1.1, \u2212X25519MLKEM768, hsts_short 3600, hsts_missing");
}

TEST(TlsFeatures, CountVersionsUpTo13) {
  facts::Tls tls;
  EXPECT_FALSE(offers_before_tls13(tls));
  tls.versions = {{TlsVersion::ssl2, Support::offered}, {TlsVersion::tls1_3, Support::offered}};
  EXPECT_FALSE(offers_before_tls13(tls)) << "SSL 2.0 has none of these features";
  EXPECT_EQ(versions_offered(tls), 1);
  tls.versions[TlsVersion::tls1_2] = Support::offered;
  tls.versions[TlsVersion::tls1_1] = Support::inconclusive;
  EXPECT_TRUE(offers_before_tls13(tls));
  EXPECT_EQ(versions_offered(tls), 2);
}

}  // namespace
}  // namespace veedor::rules
