// Redirects hop by hop: what is recorded, what ends them, and what crosses from host to host.
#include <gtest/gtest.h>

#include "tests/net/fetching.h"

namespace veedor::net {
namespace {

using testing::fetch;
using testing::make_client;
using testing::name_of;
using testing::quick_options;
using testing::ScriptedConnection;
using testing::ScriptedRequest;
using testing::ScriptedServer;

std::string to(const std::string& location, const std::string& more = "") {
  return ScriptedServer::bare("302 Found", "Location: " + location + "\r\n" + more);
}

TEST(Redirects, RecordsEveryHop) {
  ScriptedServer server;
  server.on("/a", ScriptedServer::bare("301 Moved Permanently", "Location: b/c?d\r\nServer: one\r\n"));
  server.on("/b/c?d", ScriptedServer::bare("307 Temporary Redirect",
                                           "Location: //" + server.origin().substr(7) + "/e\r\n"));
  server.on("/e", ScriptedServer::ok("end"));
  Client client = make_client();
  const facts::Response response = fetch(client, server.url("/a#part"));
  EXPECT_EQ(name_of(response), "read");
  EXPECT_EQ(response.body, "end");
  EXPECT_EQ(response.requested.href(), server.url("/a#part"));
  EXPECT_EQ(response.final_url.href(), server.url("/e#part"));  // inherited, RFC 9110 §10.2.2
  ASSERT_EQ(response.redirects.size(), 2U);
  EXPECT_EQ(response.redirects[0].url.href(), server.url("/a#part"));
  EXPECT_EQ(response.redirects[0].status, 301);
  EXPECT_EQ(response.redirects[0].headers.find("server"), "one");
  EXPECT_EQ(response.redirects[0].address, "127.0.0.1");
  EXPECT_EQ(response.redirects[1].status, 307);
  EXPECT_EQ(client.requests(), 3);
}

TEST(Redirects, KeepTheMethod) {
  ScriptedServer server;
  server.on("/a", ScriptedServer::bare("303 See Other", "Location: /b\r\n"));
  server.on("/b", ScriptedServer::bare("200 OK"));
  Client client = make_client();
  EXPECT_EQ(name_of(fetch(client, server.url("/a"), Method::head)), "read");
  EXPECT_EQ(server.requests().at(1).method, "HEAD");
}

TEST(Redirects, EndAtTheCap) {
  ScriptedServer server;
  server.otherwise([](ScriptedConnection& connection, const ScriptedRequest& request) {
    return connection.send(to(request.target + "x"));
  });
  Options options = quick_options();
  options.max_redirects = 4;
  Client client = make_client(options);
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "too_many_redirects");
  EXPECT_EQ(response.redirects.size(), 4U);
  EXPECT_EQ(response.status, 302);
  EXPECT_EQ(server.requests().size(), 5U);
}

TEST(Redirects, LoopsAreFound) {
  ScriptedServer server;
  server.on("/self", to("/self#other"));
  server.on("/a", to("/b"));
  server.on("/b", to("/a"));
  Client client = make_client();
  const facts::Response self = fetch(client, server.url("/self"));
  EXPECT_EQ(name_of(self), "redirect_loop");
  EXPECT_TRUE(self.redirects.empty());
  const facts::Response pair = fetch(client, server.url("/a"));
  EXPECT_EQ(name_of(pair), "redirect_loop");
  EXPECT_EQ(pair.redirects.size(), 1U);
  EXPECT_EQ(pair.final_url.href(), server.url("/b"));
}

TEST(Redirects, ACookieTestIsNoLoop) {
  ScriptedServer server;
  server.on("/", [](ScriptedConnection& connection, const ScriptedRequest& request) {
    return connection.send(request.header("Cookie") ? ScriptedServer::ok("in")
                                                    : to("/", "Set-Cookie: seen=1\r\n"));
  });
  server.on("/deaf", to("/deaf", "Set-Cookie: seen=2; Path=/deaf\r\n"));
  Client client = make_client();
  EXPECT_EQ(fetch(client, server.url("/")).body, "in");
  const facts::Response deaf = fetch(client, server.url("/deaf"));
  EXPECT_EQ(name_of(deaf), "redirect_loop");
  EXPECT_EQ(deaf.redirects.size(), 1U);
}

TEST(Redirects, BadOnes) {
  ScriptedServer server;
  server.on("/none", ScriptedServer::bare("302 Found"));
  server.on("/nonsense", to("http://[::1"));
  server.on("/two", to("/a", "Location: /b\r\n"));
  server.on("/file", to("file:///etc/passwd"));
  server.on("/ftp", to("ftp://127.0.0.1/"));
  server.on("/gopher", to("gopher://127.0.0.1/"));
  server.on("/script", to("javascript:alert(1)"));
  Client client = make_client();
  for (const char* target : {"/none", "/nonsense", "/two", "/file", "/ftp", "/gopher", "/script"}) {
    const facts::Response response = fetch(client, server.url(target));
    EXPECT_EQ(name_of(response), "bad_redirect") << target;
    EXPECT_EQ(response.status, 302) << target;
    EXPECT_NE(response.detail, "") << target;
  }
}

TEST(Redirects, IntoAnAddressThatWasNotNamedAreBlocked) {
  ScriptedServer inner("127.0.0.2");
  inner.on("/", ScriptedServer::ok("secret"));
  ScriptedServer server;
  server.on("/", to(inner.url("/")));
  Client client = make_client();
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "address_blocked");
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(response.redirects.size(), 1U);
  EXPECT_EQ(inner.connections(), 0);
}

TEST(Redirects, ThePolicyIsAskedFirst) {
  ScriptedServer server;
  server.on("/a", to("/b"));
  server.on("/b", to("/forbidden"));
  std::vector<std::string> asked;
  const RedirectPolicy policy = [&](std::uint64_t id,
                                    const url::Url& target) -> std::optional<facts::Outcome> {
    EXPECT_EQ(id, 7U);
    asked.emplace_back(target.path());
    if (target.path() == "/forbidden") return facts::Outcome::disallowed_by_robots;
    return std::nullopt;
  };
  Client client = make_client(quick_options(), testing::loopback_guard(), policy);
  const facts::Response response = fetch(client, server.url("/a"));
  EXPECT_EQ(name_of(response), "disallowed_by_robots");
  EXPECT_EQ(response.final_url.path(), "/b");
  EXPECT_EQ(asked, (std::vector<std::string>{"/b", "/forbidden"}));
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST(Redirects, TheirBodyDoesNotMatter) {
  ScriptedServer server;
  server.on("/endless", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.send("HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n");
    const std::string piece(10'000, 'x');
    for (int i = 0; i < 100'000 && connection.send(piece); ++i) {
    }
    return false;
  });
  server.on_then_close("/short", "HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 9\r\n\r\nabc");
  server.on("/end", ScriptedServer::ok("end"));
  Client client = make_client();
  EXPECT_EQ(fetch(client, server.url("/endless")).body, "end");
  EXPECT_EQ(fetch(client, server.url("/short")).body, "end");
}

TEST(Redirects, CookiesGoBackToTheirHostOnly) {
  ScriptedServer other("127.0.0.2");
  other.on("/", ScriptedServer::ok("other"));
  ScriptedServer server;
  server.on("/login", to("/home", "Set-Cookie: session=abc; HttpOnly\r\n"));
  server.on("/home", to(other.url("/")));
  Options options = quick_options();
  options.headers = {{"Authorization", "Bearer secret"}, {"X-Empty", ""}};
  options.cookies = {"given=yes"};
  // 127.0.0.2 is reachable here, but the headers and cookies of the user are for the hosts that were named:
  // both are.
  Client client = make_client(options, AddressGuard({"127.0.0.1", "127.0.0.2"}));
  EXPECT_EQ(fetch(client, server.url("/login")).body, "other");
  EXPECT_EQ(server.requests().at(0).header("Cookie"), "given=yes");
  const std::string second = server.requests().at(1).header("Cookie").value_or("");
  EXPECT_NE(second.find("session=abc"), std::string::npos);
  EXPECT_NE(second.find("given=yes"), std::string::npos);
  EXPECT_EQ(server.requests().at(0).header("Authorization"), "Bearer secret");
  EXPECT_NE(server.requests().at(0).head.find("X-Empty:"), std::string::npos);
  EXPECT_EQ(other.requests().at(0).header("Cookie"), "given=yes");
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST(Redirects, TheUsersHeadersAndCookiesStayWithTheNamedHosts) {
  // Behind a proxy every name answers, so that a host which was not named can be reached in a test.
  ScriptedServer proxy;
  proxy.on("http://named.example/", to("http://sub.named.example/"));
  proxy.on("http://sub.named.example/", to("http://other.example/"));
  proxy.on("http://other.example/", ScriptedServer::ok("other"));
  Options options = quick_options();
  options.proxy = proxy.origin();
  options.headers = {{"Authorization", "Bearer secret"}};
  options.cookies = {"given=yes", "__Secure-tls=1"};  // the latter is not for plain HTTP
  Client client = make_client(options, AddressGuard({"named.example"}));
  EXPECT_EQ(fetch(client, "http://named.example/").body, "other");
  const auto requests = proxy.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[0].header("Authorization"), "Bearer secret");
  EXPECT_EQ(requests[0].header("Cookie"), "given=yes");
  for (const auto& request : {requests[1], requests[2]}) {
    EXPECT_FALSE(request.header("Authorization")) << request.target;
    EXPECT_FALSE(request.header("Cookie")) << request.target;
  }
}

}  // namespace
}  // namespace veedor::net
