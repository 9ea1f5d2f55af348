// The table from libcurl's codes to outcomes, also for what no test can provoke.
#include "scanner/net/ending.h"

#include <cerrno>

#include <gtest/gtest.h>
#include <netdb.h>

#include "scanner/net/name_lookup.h"

namespace veedor::net {
namespace {

using facts::Outcome;

struct Case {
  const char* what;
  Outcome expected;
  Ending ending;
};

Ending connected(CURLcode code) {
  Ending ending;
  ending.code = code;
  ending.resolved = ending.connected = true;
  ending.sockets_allowed = 1;
  return ending;
}

Ending with(Ending ending, auto change) {
  change(ending);
  return ending;
}

Ending answered(int status) {
  return with(connected(CURLE_OK), [&](Ending& e) {
    e.status = status;
    e.headers_complete = true;
  });
}

TEST(Ending, EveryConditionHasItsOutcome) {
  const Case cases[] = {
      {"200", Outcome::read, answered(200)},
      {"304", Outcome::read, answered(304)},
      {"301", Outcome::read, answered(301)},
      {"401", Outcome::http_error, answered(401)},
      {"404", Outcome::http_error, answered(404)},
      {"500", Outcome::http_error, answered(500)},
      {"429", Outcome::rate_limited, answered(429)},
      {"503", Outcome::rate_limited, answered(503)},
      {"status 101", Outcome::bad_http, answered(101)},
      {"407 of a server", Outcome::http_error, answered(407)},
      {"407 of a proxy", Outcome::proxy_failed,
       with(answered(407), [](Ending& e) { e.through_proxy = true; })},
      {"CONNECT refused", Outcome::proxy_failed,
       with(connected(CURLE_RECV_ERROR),
            [](Ending& e) {
              e.through_proxy = true;
              e.proxy_status = 403;
            })},
      {"no such name", Outcome::unknown_host, {.code = CURLE_COULDNT_RESOLVE_HOST}},
      {"a host that is no name", Outcome::unknown_host, {.code = CURLE_URL_MALFORMAT}},
      {"DNS silent", Outcome::dns_failed, {.code = CURLE_OPERATION_TIMEDOUT}},
      {"connect timed out", Outcome::unreachable, {.code = CURLE_OPERATION_TIMEDOUT, .resolved = true}},
      {"proxy timed out",
       Outcome::proxy_failed,
       {.code = CURLE_OPERATION_TIMEDOUT, .through_proxy = true, .resolved = true}},
      {"port closed",
       Outcome::refused,
       {.code = CURLE_COULDNT_CONNECT, .os_errno = ECONNREFUSED, .sockets_allowed = 1, .resolved = true}},
      {"no route",
       Outcome::unreachable,
       {.code = CURLE_COULDNT_CONNECT, .os_errno = ENETUNREACH, .sockets_allowed = 1, .resolved = true}},
      {"no route to the host",
       Outcome::unreachable,
       {.code = CURLE_COULDNT_CONNECT, .os_errno = EHOSTUNREACH, .sockets_allowed = 1, .resolved = true}},
      {"guard",
       Outcome::address_blocked,
       {.code = CURLE_COULDNT_CONNECT, .sockets_blocked = 2, .resolved = true}},
      {"one address blocked, one closed",
       Outcome::refused,
       {.code = CURLE_COULDNT_CONNECT, .os_errno = ECONNREFUSED, .sockets_allowed = 1, .sockets_blocked = 1}},
      {"proxy closed",
       Outcome::proxy_failed,
       {.code = CURLE_COULDNT_CONNECT,
        .os_errno = ECONNREFUSED,
        .sockets_allowed = 1,
        .through_proxy = true}},
      {"proxy unknown", Outcome::proxy_failed, {.code = CURLE_COULDNT_RESOLVE_PROXY, .through_proxy = true}},
      {"SOCKS", Outcome::proxy_failed, {.code = CURLE_PROXY, .through_proxy = true}},
      {"handshake", Outcome::tls_failed, connected(CURLE_SSL_CONNECT_ERROR)},
      {"silent TLS server", Outcome::tls_failed,
       with(connected(CURLE_OPERATION_TIMEDOUT), [](Ending& e) { e.https = true; })},
      {"certificate", Outcome::certificate_untrusted, connected(CURLE_PEER_FAILED_VERIFICATION)},
      {"no roots", Outcome::certificate_untrusted, connected(CURLE_SSL_CACERT_BADFILE)},
      {"total time", Outcome::timed_out, connected(CURLE_OPERATION_TIMEDOUT)},
      {"low speed", Outcome::too_slow,
       with(connected(CURLE_OPERATION_TIMEDOUT),
            [](Ending& e) {
              e.message = "Operation too slow. Less than 1000 bytes/sec transferred the last 10 seconds";
            })},
      {"nothing came", Outcome::connection_lost, connected(CURLE_GOT_NOTHING)},
      {"short body", Outcome::connection_lost, connected(CURLE_PARTIAL_FILE)},
      {"reset", Outcome::connection_lost,
       with(connected(CURLE_RECV_ERROR), [](Ending& e) { e.os_errno = ECONNRESET; })},
      {"reset while sending", Outcome::connection_lost, connected(CURLE_SEND_ERROR)},
      {"HTTP/2 stream reset", Outcome::connection_lost, connected(CURLE_HTTP2_STREAM)},
      {"HTTP/2 framing", Outcome::bad_http, connected(CURLE_HTTP2)},
      {"chunk length", Outcome::bad_http,
       with(connected(CURLE_RECV_ERROR),
            [](Ending& e) {
              e.message = "Illegal or missing hexadecimal sequence in the Chunked-Encoded data";
            })},
      {"HTTP/0.9", Outcome::bad_http, connected(CURLE_UNSUPPORTED_PROTOCOL)},
      {"weird reply", Outcome::bad_http, connected(CURLE_WEIRD_SERVER_REPLY)},
      {"endless header line", Outcome::bad_http, connected(CURLE_OUT_OF_MEMORY)},
      {"header flood", Outcome::bad_http,
       with(connected(CURLE_WRITE_ERROR), [](Ending& e) { e.stop = Stop::header_cap; })},
      {"body over the cap", Outcome::too_large,
       with(connected(CURLE_WRITE_ERROR), [](Ending& e) { e.stop = Stop::body_cap; })},
      {"body of a redirect over the cap", Outcome::read,
       with(answered(302),
            [](Ending& e) {
              e.code = CURLE_WRITE_ERROR;
              e.stop = Stop::body_cap;
            })},
      {"coding", Outcome::bad_content_encoding, connected(CURLE_BAD_CONTENT_ENCODING)},
      {"memory", Outcome::internal_error,
       with(connected(CURLE_WRITE_ERROR), [](Ending& e) { e.stop = Stop::internal; })},
      {"anything else", Outcome::internal_error, connected(CURLE_FAILED_INIT)},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(facts::name(outcome_of(one.ending)), facts::name(one.expected)) << one.what;
  }
}

TEST(NameLookup, TellsNoSuchNameFromNoAnswer) {
  EXPECT_EQ(outcome_of_lookup(0), Outcome::read);
  EXPECT_EQ(outcome_of_lookup(EAI_NONAME), Outcome::unknown_host);
  EXPECT_EQ(outcome_of_lookup(EAI_AGAIN), Outcome::dns_failed);
  EXPECT_EQ(outcome_of_lookup(EAI_FAIL), Outcome::dns_failed);
  EXPECT_EQ(outcome_of_lookup(EAI_SYSTEM), Outcome::dns_failed);
}

}  // namespace
}  // namespace veedor::net
