// Every way for a fetch to go wrong that a server on loopback can provoke, each with its own name.
#include <gtest/gtest.h>
#include <netdb.h>

#include "scanner/net/name_lookup.h"
#include "tests/net/fetching.h"

namespace veedor::net {
namespace {

using namespace std::chrono_literals;
using testing::fetch;
using testing::make_client;
using testing::name_of;
using testing::quick_options;
using testing::ScriptedConnection;
using testing::ScriptedRequest;
using testing::ScriptedServer;

// The outcome of one fetch of "/" from a server that sends `bytes` and closes.
facts::Response fetch_bytes(const std::string& bytes) {
  ScriptedServer server;
  server.on_then_close("/", bytes);
  Client client = make_client();
  return fetch(client, server.url("/"));
}

TEST(Fetch, ReadsAnAnswerWithAllItsFacts) {
  ScriptedServer server;
  server.on("/a?b", ScriptedServer::ok(
                        "hello", "X-Twice: 1\r\nContent-Type: text/html; charset=UTF-8\r\nx-tWICE:  2 \r\n"));
  Client client = make_client();
  const facts::Response response = fetch(client, server.url("/a?b#c"));
  EXPECT_EQ(name_of(response), "read");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "hello");
  EXPECT_EQ(response.address, "127.0.0.1");
  EXPECT_EQ(response.http_version, "1.1");
  EXPECT_EQ(response.attempts, 1);
  EXPECT_EQ(response.final_url.href(), server.url("/a?b#c"));
  EXPECT_EQ(response.headers.all("X-TWICE"), (std::vector<std::string_view>{"1", "2"}));
  EXPECT_EQ(response.media_type(), "text/html");
  EXPECT_GT(response.transferred, 50);
  EXPECT_EQ(client.bytes(), response.transferred);
  EXPECT_EQ(client.requests(), 1);
  EXPECT_EQ(server.requests().at(0).header("User-Agent"), "veedor-test");
  EXPECT_EQ(client.pending(), 0U);
}

TEST(Fetch, HeadAsksForNoBody) {
  ScriptedServer server;
  server.on("/", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Encoding: gzip\r\n\r\n");
  Client client = make_client();
  const facts::Response response = fetch(client, server.url("/"), Method::head);
  EXPECT_EQ(name_of(response), "read");
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(server.requests().at(0).method, "HEAD");
}

TEST(Fetch, StatusesOfErrorKeepTheirBody) {
  ScriptedServer server;
  server.on("/", "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
  Client client = make_client();
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "http_error");
  EXPECT_EQ(response.status, 403);
  EXPECT_EQ(response.body, "no");
}

TEST(Fetch, KeepsBothContentLengths) {
  const facts::Response response =
      fetch_bytes("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.all("content-length").size(), 2U);
}

TEST(Fetch, KeepsTheBytesOfAHeaderAndFoldsLines) {
  const facts::Response response = fetch_bytes(
      "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nX-Escape: a\x1b[31mb\r\nX-Folded: "
      "one\r\n two\r\n"
      "Content-Length: 0\r\n\r\n");
  EXPECT_EQ(response.headers.find("x-escape"), "a\x1b[31mb");
  EXPECT_EQ(response.headers.find("x-folded"), "one two");
  EXPECT_FALSE(response.headers.find("link"));
}

TEST(Fetch, RefusedAndUnreachable) {
  std::string closed;
  {
    ScriptedServer server;
    closed = server.url("/");
  }
  Client client = make_client();
  EXPECT_EQ(name_of(fetch(client, closed)), "refused");
}

TEST(Fetch, ConnectTimeoutIsUnreachable) {
  // A listener whose queue is full does not answer SYNs any more.
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in name{};
  name.sin_family = AF_INET;
  ::inet_pton(AF_INET, "127.0.0.1", &name.sin_addr);
  socklen_t size = sizeof name;
  ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&name), size), 0);
  ASSERT_EQ(::listen(listener, 0), 0);
  ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&name), &size), 0);
  std::vector<int> fillers;
  for (int i = 0; i < 4; ++i) {
    const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    (void)::connect(filler, reinterpret_cast<sockaddr*>(&name), size);
    fillers.push_back(filler);
  }
  Options options = quick_options();
  options.connect_timeout = 300ms;
  Client client = make_client(options);
  const facts::Response response =
      fetch(client, "http://127.0.0.1:" + std::to_string(ntohs(name.sin_port)) + "/");
  for (const int filler : fillers) ::close(filler);
  ::close(listener);
  EXPECT_EQ(name_of(response), "unreachable");
}

TEST(Fetch, UnknownHost) {
  const std::string host = "no-such-host.invalid";  // RFC 6761 §6.4
  Client client = make_client();
  const std::string outcome = name_of(fetch(client, "http://" + host + "/"));
  // Without a resolver at hand, the right answer is that DNS did not answer.
  addrinfo* found = nullptr;
  EXPECT_EQ(outcome, facts::name(outcome_of_lookup(getaddrinfo(host.c_str(), nullptr, nullptr, &found))));
  EXPECT_EQ(name_of(fetch(client, "http://" + host + "/again")), outcome);
}

TEST(Fetch, AHostThatIsNoDnsNameIsUnknown) {
  Client client = make_client();
  EXPECT_EQ(name_of(fetch(client, "http://a$b.example/")), "unknown_host");
}

TEST(Fetch, TheGuardBlocksWhatTheUserDidNotName) {
  ScriptedServer server;
  Client client = make_client(quick_options(), AddressGuard{});
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "address_blocked");
  EXPECT_EQ(name_of(fetch(client, "http://localhost:" + std::to_string(server.port()) + "/")),
            "address_blocked");
  EXPECT_EQ(name_of(fetch(client, "http://[::ffff:127.0.0.1]:" + std::to_string(server.port()) + "/")),
            "address_blocked");
  EXPECT_EQ(server.connections(), 0);
}

TEST(Fetch, TimedOutIsTriedTwice) {
  ScriptedServer server;
  server.on("/", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.stall();
    return false;
  });
  Options options = quick_options();
  options.total_timeout = 400ms;
  Client client = make_client(options);
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "timed_out");
  EXPECT_EQ(response.attempts, 2);
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST(Fetch, ATrickleIsTooSlow) {
  ScriptedServer server;
  server.on("/", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    for (int i = 0; i < 1000 && connection.send("x"); ++i) connection.pause(50ms);
    return false;
  });
  Options options = quick_options();
  options.low_speed_time = 1s;
  options.total_timeout = 20s;
  Client client = make_client(options);
  EXPECT_EQ(name_of(fetch(client, server.url("/"))), "too_slow");
}

TEST(Fetch, ALostConnectionIsTriedTwice) {
  ScriptedServer server;
  server.on_then_close("/nothing", "");
  server.on_then_close("/short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
  server.on("/reset", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    connection.pause(50ms);
    connection.reset();
    return false;
  });
  Client client = make_client();
  for (const char* target : {"/nothing", "/short", "/reset"}) {
    const facts::Response response = fetch(client, server.url(target));
    EXPECT_EQ(name_of(response), "connection_lost") << target << ": " << response.detail;
    EXPECT_EQ(response.attempts, 2) << target;
  }
}

TEST(Fetch, ALostConnectionMayRecover) {
  ScriptedServer server;
  std::atomic<int> tries = 0;
  server.on("/", [&](ScriptedConnection& connection, const ScriptedRequest&) {
    if (++tries == 1) return false;
    return connection.send(ScriptedServer::ok("fine"));
  });
  Client client = make_client();
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "read");
  EXPECT_EQ(response.body, "fine");
}

TEST(Fetch, WhatIsNotHttp) {
  const char* answers[] = {
      "SSH-2.0-OpenSSH_9.2\r\n",
      "just text\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
  };
  for (const char* answer : answers) {
    const facts::Response response = fetch_bytes(answer);
    EXPECT_EQ(name_of(response), "bad_http") << answer << ": " << response.detail;
  }
  using namespace std::string_literals;
  EXPECT_EQ(name_of(fetch_bytes("HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\n\r\n"s)), "bad_http");
}

TEST(Fetch, FloodsOfHeadersEnd) {
  const std::string line = "X-Flood: " + std::string(1000, 'a') + "\r\n";
  ScriptedServer server;
  const auto flood = [](std::string begin, std::string piece) {
    return [=](ScriptedConnection& connection, const ScriptedRequest&) {
      bool open = connection.send(begin);
      for (int i = 0; i < 100'000 && open; ++i) open = connection.send(piece);
      return false;
    };
  };
  server.on("/lines", flood("HTTP/1.1 200 OK\r\n", line));
  server.on("/line", flood("HTTP/1.1 200 OK\r\nX-Endless: ", std::string(1000, 'a')));
  server.on("/interim", flood("", "HTTP/1.1 100 Continue\r\n\r\n"));
  Client client = make_client();
  for (const char* target : {"/lines", "/line", "/interim"}) {
    const facts::Response response = fetch(client, server.url(target));
    EXPECT_EQ(name_of(response), "bad_http") << target << ": " << response.detail;
  }
}

TEST(Fetch, AnEndlessBodyIsCutAtTheCap) {
  ScriptedServer server;
  server.on("/", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.send("HTTP/1.1 200 OK\r\n\r\n");
    const std::string piece(10'000, 'x');
    for (int i = 0; i < 100'000 && connection.send(piece); ++i) {
    }
    return false;
  });
  Options options = quick_options();
  options.max_body = 1'000'003;
  Client client = make_client(options);
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "too_large");
  EXPECT_EQ(response.body.size(), 1'000'003U);
  EXPECT_EQ(response.status, 200);

  Request small;
  small.url = testing::parse_url(server.url("/"));
  small.max_body = 10;
  client.start(small);
  EXPECT_EQ(testing::finish_all(client).at(0).response.body, "xxxxxxxxxx");
}

TEST(Fetch, ABodyOfExactlyTheCapIsRead) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok("12345"));
  Options options = quick_options();
  options.max_body = 5;
  Client client = make_client(options);
  EXPECT_EQ(name_of(fetch(client, server.url("/"))), "read");
}

}  // namespace
}  // namespace veedor::net
