// What the rules about certificates share: public trust, lists of names, authorities by their CAA domains,
// what is wrong with a chain that other clients see.
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rules/support/ca_domains.h"
#include "rules/support/other_chains.h"
#include "rules/support/tls_service.h"

namespace veedor::rules {
namespace {

using facts::Trust;

const Time kNow = std::chrono::sys_days(std::chrono::year{2026} / 11 / 23);

facts::OtherChain good_chain() {
  facts::Certificate certificate;
  certificate.not_before = kNow - std::chrono::days(30);
  certificate.not_after = kNow + std::chrono::days(60);
  return {.seen_by = "rsa", .chain = {certificate}, .trust = Trust::trusted, .name_matches = true};
}

TEST(PubliclyTrusted, NeedsTrustAndAnAddressOfTheWeb) {
  facts::Host host;
  host.tls.outcome = facts::Outcome::read;
  host.tls.trust = Trust::trusted;
  host.tls.chain.emplace_back();
  EXPECT_FALSE(publicly_trusted(host)) << "an authority of one's own names no address";
  host.tls.chain[0].issuer_urls = {"ldap:///CN=Altamira"};
  EXPECT_FALSE(publicly_trusted(host)) << "an address inside of one's own network";
  host.tls.chain[0].revocation_list_urls = {"HTTP://crl.example/1.crl"};
  EXPECT_TRUE(publicly_trusted(host));
  host.tls.trust = Trust::unknown_issuer;
  EXPECT_FALSE(publicly_trusted(host));
}

TEST(SameCertificate, IsNotSaidOfWhatIsNotKnown) {
  facts::Certificate a;
  EXPECT_FALSE(same_certificate(a, a));
  a.sha256 = "aa";
  EXPECT_TRUE(same_certificate(a, a));
  EXPECT_FALSE(same_certificate(a, facts::Certificate()));
}

TEST(ListedNames, AreFiveAtMostAndInert) {
  EXPECT_EQ(listed_names({}), "");
  EXPECT_EQ(listed_names({"a", "b"}), "a, b");
  EXPECT_EQ(listed_names({"1", "2", "3", "4", "5"}), "1, 2, 3, 4, 5");
  EXPECT_EQ(listed_names({"1", "2", "3", "4", "5", "6"}), "1, 2, 3, 4, 5, …");
  EXPECT_EQ(listed_names({"a\x1b[31m"}), "a [31m");
  EXPECT_LT(listed_names({std::string(10000, 'a')}).size(), 100U);
}

TEST(Organization, IsReadFromANameOfRfc2253) {
  EXPECT_EQ(organization_of("CN=R10,O=Let's Encrypt,C=US"), "Let's Encrypt");
  EXPECT_EQ(organization_of("O=GoDaddy.com\\, Inc.,C=US"), "GoDaddy.com, Inc.");
  EXPECT_EQ(organization_of("CN=x\\,O=false,C=US"), "") << "within the common name";
  EXPECT_EQ(organization_of("CN=x+O=Two"), "Two");
  EXPECT_EQ(organization_of("OU=O=x"), "");
  EXPECT_EQ(organization_of("O=x\\"), "x\\");
  EXPECT_EQ(organization_of(""), "");
}

TEST(CaaDomains, AreThoseOfTheAuthorityAndBelow) {
  const auto domains = caa_domains_of("Let's Encrypt");
  ASSERT_FALSE(domains.empty());
  EXPECT_TRUE(is_caa_domain_of("LetsEncrypt.org", domains));
  EXPECT_TRUE(is_caa_domain_of("www.letsencrypt.org", domains));
  EXPECT_FALSE(is_caa_domain_of("notletsencrypt.org", domains));
  EXPECT_FALSE(is_caa_domain_of("", domains));
  EXPECT_TRUE(caa_domains_of("Altamira").empty());
  EXPECT_TRUE(caa_domains_of("").empty());
}

TEST(ChainFault, ComesInTheOrderInWhichClientsComplain) {
  facts::OtherChain other = good_chain();
  EXPECT_EQ(fault_of(other, kNow), ChainFault::none);
  other.name_matches = false;
  EXPECT_EQ(fault_of(other, kNow), ChainFault::other_name);
  other.trust = Trust::incomplete_chain;
  EXPECT_EQ(fault_of(other, kNow), ChainFault::incomplete);
  other.trust = Trust::invalid;
  EXPECT_EQ(fault_of(other, kNow), ChainFault::untrusted);
  EXPECT_EQ(fault_of(other, kNow - std::chrono::days(31)), ChainFault::not_yet_valid);
  EXPECT_EQ(fault_of(other, kNow + std::chrono::days(61)), ChainFault::expired);
}

TEST(ChainFault, IsNoneWhereNothingWasReadOrTrustWasNotTested) {
  facts::OtherChain other = good_chain();
  other.trust = Trust::not_tested;
  EXPECT_EQ(fault_of(other, kNow), ChainFault::none);
  other.chain.clear();
  EXPECT_EQ(fault_of(other, kNow), ChainFault::none);
  EXPECT_EQ(fault_of(facts::Tls(), kNow), ChainFault::none);
}

TEST(OtherChains, AreToldByWhoSeesThem) {
  facts::OtherChain other = good_chain();
  EXPECT_EQ(key_kind_asked(other), "RSA");
  EXPECT_FALSE(seen_at_address(other));
  other.seen_by = "no_server_name";
  EXPECT_EQ(key_kind_asked(other), "");
  EXPECT_FALSE(seen_at_address(other));
  other.seen_by = "2001:db8::2";
  EXPECT_TRUE(seen_at_address(other));
}

}  // namespace
}  // namespace veedor::rules
