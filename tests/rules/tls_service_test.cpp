// What the rules of tls/ share: the path through a chain, what counts as TLS, the steps of a redirect.
#include "rules/support/tls_service.h"

#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rules/catalogue.h"
#include "rules/support/redirect_chain.h"

namespace veedor::rules {
namespace {

using facts::Support;
using facts::TlsVersion;

facts::Certificate certificate(std::string subject, std::string issuer, bool self_signed = false) {
  facts::Certificate made;
  made.subject = std::move(subject);
  made.issuer = std::move(issuer);
  made.self_signed = self_signed;
  return made;
}

facts::Host host_with(std::vector<facts::Certificate> chain) {
  facts::Host host;
  host.name = "www.example.org";
  host.tls.outcome = facts::Outcome::read;
  host.tls.chain = std::move(chain);
  return host;
}

std::string path_of(const facts::Host& host) {
  std::string path;
  for (const facts::Certificate* step : path_without_root(host))
    path.append(path.empty() ? "" : " ").append(step->subject);
  return path;
}

TEST(TlsPath, FollowsIssuersInAnyOrder) {
  const facts::Host host = host_with({certificate("leaf", "A"), certificate("B", "root"),
                                      certificate("stray", "root"), certificate("A", "B")});
  EXPECT_EQ(path_of(host), "leaf A B");
}

TEST(TlsPath, LeavesTheRootOut) {
  EXPECT_EQ(path_of(host_with({certificate("leaf", "root"), certificate("root", "root", true)})), "leaf");
}

TEST(TlsPath, KeepsASelfSignedCertificateOfTheHost) {
  EXPECT_EQ(path_of(host_with({certificate("leaf", "leaf", true)})), "leaf");
}

TEST(TlsPath, EndsWhereIssuersGoInACircle) {
  EXPECT_EQ(path_of(host_with({certificate("leaf", "A"), certificate("A", "B"), certificate("B", "A")})),
            "leaf A B");
}

TEST(TlsPath, IsEmptyWhereNoCertificateWasRead) {
  EXPECT_EQ(path_of(host_with({})), "");
  facts::Host refused = host_with({certificate("leaf", "A")});
  refused.tls.outcome = facts::Outcome::tls_failed;
  EXPECT_EQ(path_of(refused), "");
}

TEST(TlsPath, OfAHostileChainIsBounded) {
  std::vector<facts::Certificate> chain;
  chain.reserve(1000);
  for (int i = 0; i < 1000; ++i) chain.push_back(certificate(std::to_string(i), std::to_string(i + 1)));
  EXPECT_LE(path_without_root(host_with(std::move(chain))).size(), 10U);
}

TEST(SpeaksTls, WhereAVersionIsOfferedThoughNoHandshakeWasCompleted) {
  facts::Tls tls;
  EXPECT_FALSE(speaks_tls(tls)) << "not asked";
  tls.outcome = facts::Outcome::tls_failed;
  tls.versions = {{TlsVersion::tls1_2, Support::refused}};
  EXPECT_FALSE(speaks_tls(tls));
  tls.versions[TlsVersion::ssl3] = Support::offered;
  EXPECT_TRUE(speaks_tls(tls));
  EXPECT_EQ(support_of(tls, TlsVersion::ssl3), Support::offered);
  EXPECT_EQ(support_of(tls, TlsVersion::tls1_3), Support::not_tested);
}

TEST(RedirectChain, EndsWithTheRedirectThatWasNotFollowed) {
  facts::Response response;
  response.requested = *url::Url::parse("http://example.org/");
  response.redirects.push_back({.url = response.requested, .status = 301});
  response.final_url = *url::Url::parse("https://example.org/a");
  response.status = 302;
  response.headers.add("Location", "http://other.example/b");
  const std::vector<url::Url> chain = redirect_chain(response);
  ASSERT_EQ(chain.size(), 3U);
  EXPECT_EQ(chain[2].href(), "http://other.example/b");
  EXPECT_TRUE(goes_back_to_http(chain));
}

TEST(RedirectChain, PassesOverALocationThatLeadsNowhere) {
  facts::Response response;
  response.final_url = *url::Url::parse("http://example.org/");
  response.status = 301;
  response.headers.add("Location", "javascript:alert(1)");
  EXPECT_EQ(redirect_chain(response).size(), 1U);
}

// What was not probed is neither passed nor failed nor undecided.
TEST(TlsRules, SayNothingOfAHostThatWasNotProbed) {
  facts::Host host;
  host.name = "www.example.org";
  host.plain.emplace();
  host.plain->final_url = *url::Url::parse("http://www.example.org/");
  host.plain->requested = host.plain->final_url;
  host.plain->outcome = facts::Outcome::read;
  host.plain->status = 200;
  for (const Rule* rule : all_rules()) {
    if (rule->area != Area::tls) continue;
    const HostCheck* check = std::get_if<HostCheck>(&rule->check);
    ASSERT_NE(check, nullptr) << rule->id;
    EXPECT_TRUE((*check)(host).empty()) << rule->id;
  }
}

}  // namespace
}  // namespace veedor::rules
