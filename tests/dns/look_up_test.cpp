// Look-ups against a scripted resolver: each outcome is named, and each ends in time.
#include "scanner/dns/look_up.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/dns/server.h"

namespace veedor::dns {
namespace {

using facts::Lookup;
using test::Asked;
using test::DnsAnswer;
using test::DnsServer;
using namespace std::chrono_literals;
using Answers = std::vector<Bytes>;

const Bytes kCaa = {0, 5, 'i', 's', 's', 'u', 'e', 'c', 'a', '.', 'x'};
const Bytes kTlsa = {3, 1, 1, 0xAB};
const Bytes kHttps = {0, 1, 0, 0, 1, 0, 3, 2, 'h', '3'};

Options options(const DnsServer& server) {
  return {.resolvers = {server.resolver()}, .query_limit = 400ms, .total_limit = 2s};
}

DnsServer::Script always(std::function<Bytes(const Bytes&)> make) {
  return [make](const Asked&, const Bytes& query) { return Answers{make(query)}; };
}

TEST(LookUp, FindsTheThreeKinds) {
  DnsServer server([](const Asked& asked, const Bytes& query) {
    DnsAnswer answer(query);
    if (asked.type == type::caa) answer.record(asked.name, type::caa, kCaa);
    if (asked.type == type::tlsa) answer.record(asked.name, type::tlsa, kTlsa).flag(0x0020);
    if (asked.type == type::https) answer.record(asked.name, type::https, kHttps);
    return Answers{answer.bytes()};
  });
  const facts::Dns dns = look_up("WWW.example.org.", options(server));
  EXPECT_EQ(dns.caa, Lookup::found);
  EXPECT_EQ(dns.caa_domain, "www.example.org");
  ASSERT_EQ(dns.caa_records.size(), 1U);
  EXPECT_EQ(dns.caa_records[0].value, "ca.x");
  EXPECT_EQ(dns.tlsa, Lookup::found);
  ASSERT_EQ(dns.tlsa_records.size(), 1U);
  EXPECT_EQ(dns.tlsa_records[0].data, "ab");
  EXPECT_TRUE(dns.authenticated);
  EXPECT_EQ(dns.https, Lookup::found);
  EXPECT_EQ(dns.https_alpn, std::vector<std::string>{"h3"});
  EXPECT_FALSE(dns.encrypted_client_hello);
  const std::vector<Asked> asked = server.asked();
  ASSERT_EQ(asked.size(), 3U);
  EXPECT_EQ(asked[0].name, "_443._tcp.www.example.org");
  EXPECT_EQ(asked[1].name, "www.example.org");
}

TEST(LookUp, OtherPortsHaveOtherNames) {
  DnsServer server(always([](const Bytes& query) { return DnsAnswer(query, 3).bytes(); }));
  Options other = options(server);
  other.port = 8443;
  look_up("www.example.org", other);
  const std::vector<Asked> asked = server.asked();
  ASSERT_GE(asked.size(), 2U);
  EXPECT_EQ(asked[0].name, "_8443._tcp.www.example.org");
  EXPECT_EQ(asked[1].name, "_8443._https.www.example.org");
}

TEST(LookUp, CaaClimbsToTheNearestAncestor) {
  DnsServer server([](const Asked& asked, const Bytes& query) {
    DnsAnswer answer(query);
    if (asked.type == type::caa && asked.name == "example.org") answer.record(asked.name, type::caa, kCaa);
    return Answers{answer.bytes()};
  });
  const facts::Dns dns = look_up("a.b.example.org", options(server));
  EXPECT_EQ(dns.caa, Lookup::found);
  EXPECT_EQ(dns.caa_domain, "example.org");
  EXPECT_EQ(dns.tlsa, Lookup::absent);
  EXPECT_EQ(dns.https, Lookup::absent);
  EXPECT_EQ(server.asked().size(), 5U);
  EXPECT_FALSE(dns.authenticated);
}

TEST(LookUp, NoNameAndNoDataAreAbsent) {
  for (const int code : {0, 3}) {
    DnsServer server(always([code](const Bytes& query) { return DnsAnswer(query, code).bytes(); }));
    const facts::Dns dns = look_up("www.example.org", options(server));
    EXPECT_EQ(dns.caa, Lookup::absent);
    EXPECT_EQ(dns.caa_domain, "");
    EXPECT_EQ(dns.tlsa, Lookup::absent);
    EXPECT_EQ(dns.https, Lookup::absent);
    EXPECT_EQ(server.asked().size(), 5U);  // CAA of www.example.org, example.org and org
  }
}

TEST(LookUp, ErrorsAreFailuresNotAbsence) {
  for (const int code : {1, 2, 4, 5}) {  // FORMERR, SERVFAIL, NOTIMP, REFUSED
    DnsServer server(always([code](const Bytes& query) { return DnsAnswer(query, code).bytes(); }));
    const facts::Dns dns = look_up("www.example.org", options(server));
    EXPECT_EQ(dns.caa, Lookup::failed) << code;
    EXPECT_EQ(dns.tlsa, Lookup::failed) << code;
    EXPECT_EQ(dns.https, Lookup::failed) << code;
    EXPECT_EQ(server.asked().size(), 3U);
  }
}

TEST(LookUp, AReferralIsNoAnswer) {
  DnsServer server(always([](const Bytes& query) { return DnsAnswer(query).no_recursion().bytes(); }));
  EXPECT_EQ(look_up("www.example.org", options(server)).caa, Lookup::failed);
}

TEST(LookUp, SilenceIsNotTestedAndEndsSoon) {
  DnsServer server([](const Asked&, const Bytes&) { return Answers{}; });
  const auto start = std::chrono::steady_clock::now();
  const facts::Dns dns = look_up("www.example.org", options(server));
  EXPECT_LT(std::chrono::steady_clock::now() - start,
            1500ms);  // one query's limit, with room for a busy machine
  EXPECT_EQ(dns.caa, Lookup::not_tested);
  EXPECT_EQ(dns.tlsa, Lookup::not_tested);
  EXPECT_EQ(dns.https, Lookup::not_tested);
  for (const Asked& asked : server.asked()) EXPECT_EQ(asked.type, type::tlsa);
}

TEST(LookUp, NoResolverIsNotTested) {
  std::uint16_t closed = 0;
  {
    const DnsServer gone([](const Asked&, const Bytes&) { return Answers{}; });
    closed = gone.resolver().port;
  }
  const Options nobody{.resolvers = {{"127.0.0.1", closed}}, .query_limit = 400ms, .total_limit = 2s};
  EXPECT_EQ(look_up("www.example.org", nobody).caa, Lookup::not_tested);
  EXPECT_EQ(look_up("www.example.org", {.resolvers = {{"not an address", 53}}}).caa, Lookup::not_tested);
}

TEST(LookUp, TheSecondResolverIsAsked) {
  DnsServer silent([](const Asked&, const Bytes&) { return Answers{}; });
  DnsServer good(always([](const Bytes& query) { return DnsAnswer(query, 3).bytes(); }));
  Options both = options(silent);
  both.resolvers.push_back(good.resolver());
  both.total_limit = 6s;
  EXPECT_EQ(look_up("www.example.org", both).tlsa, Lookup::absent);
}

TEST(LookUp, SilenceAfterAnAnswerIsAFailureAndTheTotalTimeHolds) {
  DnsServer server([](const Asked& asked, const Bytes& query) {
    return asked.type == type::tlsa ? Answers{DnsAnswer(query, 3).bytes()} : Answers{};
  });
  Options tight = options(server);
  tight.total_limit = 300ms;
  const auto start = std::chrono::steady_clock::now();
  const facts::Dns dns = look_up("www.example.org", tight);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1500ms);
  EXPECT_EQ(dns.tlsa, Lookup::absent);
  EXPECT_EQ(dns.https, Lookup::failed);
  EXPECT_EQ(dns.caa, Lookup::not_tested);  // there was no time left to ask
}

TEST(LookUp, TruncatedAnswersAreHadByTcp) {
  DnsServer server([](const Asked& asked, const Bytes& query) {
    if (!asked.tcp) return Answers{DnsAnswer(query).flag(0x0200).bytes()};
    DnsAnswer answer(query);
    for (int i = 0; i < 200; ++i) answer.record(asked.name, asked.type, kTlsa);
    Bytes bytes = answer.bytes();
    bytes[6] = 0;
    bytes[7] = 200;
    return Answers{bytes};
  });
  const facts::Dns dns = look_up("www.example.org", options(server));
  EXPECT_EQ(dns.tlsa, Lookup::found);
  EXPECT_EQ(dns.tlsa_records.size(), 64U);  // no more are kept
}

TEST(LookUp, TruncatedOverTcpIsAFailure) {
  DnsServer server(always([](const Bytes& query) { return DnsAnswer(query).flag(0x0200).bytes(); }));
  EXPECT_EQ(look_up("www.example.org", options(server)).tlsa, Lookup::failed);
}

TEST(LookUp, AliasesAreFollowedAndLoopsEnd) {
  DnsServer server([](const Asked& asked, const Bytes& query) {
    DnsAnswer answer(query);
    if (asked.type == type::caa) {
      answer.record("c.example.net", type::caa, kCaa).alias(asked.name, "b.example.net");
      answer.alias("b.example.net", "c.example.net").record("other.example", type::caa, {0, 1, 'x'});
    } else {
      answer.alias(asked.name, "b.example.net").alias("b.example.net", asked.name);
    }
    return Answers{answer.bytes()};
  });
  const facts::Dns dns = look_up("www.example.org", options(server));
  EXPECT_EQ(dns.caa, Lookup::found);
  EXPECT_EQ(dns.caa_domain, "www.example.org");
  EXPECT_EQ(dns.caa_records.size(), 1U);
  EXPECT_EQ(dns.tlsa, Lookup::failed);
  EXPECT_EQ(dns.https, Lookup::failed);
}

TEST(LookUp, AliasesOfHttpsRecordsAreFollowed) {
  std::map<std::string, Bytes> zone;
  zone["www.example.org"] = Bytes{0, 0};
  const Bytes target = test::plain_name("cdn.example.net");
  zone["www.example.org"].insert(zone["www.example.org"].end(), target.begin(), target.end());
  zone["cdn.example.net"] = kHttps;
  zone["none.example.org"] = {0, 0, 0};
  zone["loop.example.org"] = Bytes{0, 0};
  const Bytes self = test::plain_name("loop.example.org");
  zone["loop.example.org"].insert(zone["loop.example.org"].end(), self.begin(), self.end());
  DnsServer server([&zone](const Asked& asked, const Bytes& query) {
    DnsAnswer answer(query);
    const auto found = zone.find(asked.name);
    if (asked.type == type::https && found != zone.end())
      answer.record(asked.name, type::https, found->second);
    return Answers{answer.bytes()};
  });
  const facts::Dns dns = look_up("www.example.org", options(server));
  EXPECT_EQ(dns.https, Lookup::found);
  EXPECT_EQ(dns.https_alpn, std::vector<std::string>{"h3"});
  EXPECT_EQ(look_up("none.example.org", options(server)).https, Lookup::absent);
  EXPECT_EQ(look_up("loop.example.org", options(server)).https, Lookup::failed);
}

TEST(LookUp, AnswersToOtherQuestionsAreIgnored) {
  DnsServer server([](const Asked& asked, const Bytes& query) {
    Bytes other_id = DnsAnswer(query, 3).bytes();
    other_id[0] ^= 0xFF;
    const Bytes other_name = DnsAnswer(dns::query(static_cast<std::uint16_t>(query[0] << 8 | query[1]),
                                                  "evil.example", asked.type))
                                 .bytes();
    DnsAnswer answer(query);
    answer.record(asked.name, asked.type, kTlsa);
    return Answers{other_id, other_name, {1, 2, 3}, answer.bytes()};
  });
  EXPECT_EQ(look_up("www.example.org", options(server)).tlsa, Lookup::found);
}

TEST(LookUp, GarbageIsAFailure) {
  DnsServer server(always([](const Bytes&) { return Bytes(40, 0xFF); }));
  const facts::Dns dns = look_up("www.example.org", options(server));
  EXPECT_EQ(dns.tlsa, Lookup::failed);
  DnsServer records([](const Asked& asked, const Bytes& query) {
    return Answers{DnsAnswer(query).record(asked.name, asked.type, {0}).bytes()};
  });
  const facts::Dns malformed = look_up("www.example.org", options(records));
  EXPECT_EQ(malformed.caa, Lookup::failed);
  EXPECT_EQ(malformed.tlsa, Lookup::failed);
  EXPECT_EQ(malformed.https, Lookup::failed);
}

TEST(LookUp, WhatIsNoPublicNameIsNotAskedAbout) {
  DnsServer server(always([](const Bytes& query) { return DnsAnswer(query, 3).bytes(); }));
  for (const char* host :
       {"127.0.0.1", "[::1]", "::1", "localhost", "www.localhost", "printer.local", "intranet", "a.test",
        "b.invalid", "c.onion", "d.internal", "", ".", "a..org", "añ.org", "a b.org"}) {
    EXPECT_EQ(look_up(host, options(server)).caa, Lookup::not_tested) << host;
  }
  EXPECT_TRUE(server.asked().empty());
}

}  // namespace
}  // namespace veedor::dns
