// Content codings, proxies, cookies of the Client's life, and options that cannot be used.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/net/fetching.h"

namespace veedor::net {
namespace {

using testing::fetch;
using testing::make_client;
using testing::name_of;
using testing::quick_options;
using testing::ScriptedServer;

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(Encodings, DecodesGzipBrotliAndZstandard) {
  ScriptedServer server;
  server.on("/gzip", ScriptedServer::ok(gzip("hello"), "Content-Encoding: gzip\r\n"));
  // "hello" as one uncompressed meta-block (RFC 7932 §9.2) and as one raw block in a frame (RFC 8878 §3.1.1).
  server.on("/br", ScriptedServer::ok(std::string("\x0b\x02\x80hello\x03", 9), "Content-Encoding: br\r\n"));
  server.on("/zstd", ScriptedServer::ok(std::string("\x28\xb5\x2f\xfd\x20\x05\x29\x00\x00hello", 14),
                                        "Content-Encoding: zstd\r\n"));
  Client client = make_client();
  for (const char* target : {"/gzip", "/br", "/zstd"}) {
    const facts::Response response = fetch(client, server.url(target));
    EXPECT_EQ(name_of(response), "read") << target << ": " << response.detail;
    EXPECT_EQ(response.body, "hello") << target;
  }
  const std::string accepted = server.requests().at(0).header("Accept-Encoding").value_or("");
  for (const char* coding : {"gzip", "br", "zstd"})
    EXPECT_NE(accepted.find(coding), std::string::npos) << coding;
}

TEST(Encodings, ABombIsCutAtTheDecodedCap) {
  ScriptedServer server;
  const std::string bomb = gzip(std::string(64U << 20, '\0'));
  ASSERT_LT(bomb.size(), 100'000U);
  server.on("/", ScriptedServer::ok(bomb, "Content-Encoding: gzip\r\n"));
  Options options = quick_options();
  options.max_body = 1U << 20;
  Client client = make_client(options);
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "too_large");
  EXPECT_EQ(response.body.size(), 1U << 20);
  EXPECT_LT(response.transferred, 100'000);
}

TEST(Encodings, WhatDoesNotDecodeHasAName) {
  ScriptedServer server;
  server.on("/gzip", ScriptedServer::ok("this is no gzip data", "Content-Encoding: gzip\r\n"));
  std::string chain = "x";
  std::string codings = "Content-Encoding: gzip";
  for (int i = 0; i < 10; ++i) chain = gzip(chain);
  for (int i = 1; i < 10; ++i) codings += ", gzip";
  server.on("/chain", ScriptedServer::ok(chain, codings + "\r\n"));
  Client client = make_client();
  for (const char* target : {"/gzip", "/chain"}) {
    EXPECT_EQ(name_of(fetch(client, server.url(target))), "bad_content_encoding") << target;
  }
}

TEST(Cookies, LastAsLongAsTheClient) {
  ScriptedServer server;
  server.on("/set",
            ScriptedServer::bare("200 OK", "Set-Cookie: a=1; Path=/\r\nSet-Cookie: given=new; Path=/\r\n"));
  server.on("/get", ScriptedServer::bare("200 OK"));
  Options options = quick_options();
  options.cookies = {"given=old"};
  Client client = make_client(options);
  fetch(client, server.url("/set"));
  fetch(client, server.url("/get"));
  EXPECT_EQ(server.requests().at(0).header("Cookie"), "given=old");
  const std::string cookies = server.requests().at(1).header("Cookie").value_or("");
  EXPECT_NE(cookies.find("a=1"), std::string::npos);
  EXPECT_NE(cookies.find("given=new"), std::string::npos);
  EXPECT_EQ(cookies.find("given=old"), std::string::npos);

  Client second = make_client();
  fetch(second, server.url("/get"));
  EXPECT_FALSE(server.requests().at(2).header("Cookie"));
}

TEST(Credentials, OfOneUrlDoNotGoToTheNext) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok("x"));
  Client client = make_client();
  fetch(client, "http://user:word@" + server.origin().substr(7) + "/");
  fetch(client, server.url("/"));
  EXPECT_EQ(server.requests().at(0).header("Authorization"), "Basic dXNlcjp3b3Jk");
  EXPECT_FALSE(server.requests().at(1).header("Authorization"));
}

TEST(Proxy, IsUsedOnlyWhenGiven) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok("direct"));
  for (const char* variable : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) {
    ::setenv(variable, "http://127.0.0.1:1", 1);
  }
  Client client = make_client();
  EXPECT_EQ(fetch(client, server.url("/")).body, "direct");
  for (const char* variable : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) ::unsetenv(variable);
}

TEST(Proxy, GivenIsUsedWhateverTheEnvironmentExcepts) {
  ScriptedServer proxy;
  proxy.on("http://site.example/page", ScriptedServer::ok("through"));
  ::setenv("no_proxy", "site.example", 1);
  Options options = quick_options();
  options.proxy = proxy.origin().substr(7);  // without a scheme: HTTP
  Client client = make_client(options);
  const facts::Response response = fetch(client, "http://site.example/page");
  ::unsetenv("no_proxy");
  EXPECT_EQ(response.body, "through");
  EXPECT_EQ(proxy.requests().at(0).target, "http://site.example/page");
}

TEST(Proxy, DoesNotOpenADoorToSpecialAddresses) {
  ScriptedServer proxy;
  Options options = quick_options();
  options.proxy = proxy.origin();
  Client client = make_client(options, AddressGuard({"10.0.0.1"}));
  for (const char* url :
       {"http://169.254.169.254/", "http://localhost/", "http://a.localhost/", "http://[::1]/"}) {
    EXPECT_EQ(name_of(fetch(client, url)), "address_blocked") << url;
  }
  EXPECT_EQ(proxy.connections(), 0);
  EXPECT_EQ(name_of(fetch(client, "http://10.0.0.1/")), "http_error");  // the user named it
}

TEST(Proxy, FailuresAreTheProxys) {
  std::string closed;
  {
    ScriptedServer gone;
    closed = gone.origin();
  }
  Options options = quick_options();
  options.proxy = closed;
  Client unreachable = make_client(options);
  EXPECT_EQ(name_of(fetch(unreachable, "http://site.example/")), "proxy_failed");

  ScriptedServer proxy;
  proxy.otherwise([](testing::ScriptedConnection& connection, const testing::ScriptedRequest& request) {
    return connection.send(request.method == "CONNECT"
                               ? ScriptedServer::bare("403 Forbidden")
                               : ScriptedServer::bare("407 Proxy Authentication Required"));
  });
  options.proxy = proxy.origin();
  Client refusing = make_client(options);
  EXPECT_EQ(name_of(fetch(refusing, "http://site.example/")), "proxy_failed");
  const facts::Response tunnel = fetch(refusing, "https://site.example/");
  EXPECT_EQ(name_of(tunnel), "proxy_failed");
  EXPECT_EQ(tunnel.status, 0);
}

void expect_error(const Options& options, const char* part) {
  const Result<Client> client = Client::create(options, AddressGuard{});
  ASSERT_FALSE(client) << part;
  EXPECT_NE(client.error().message.find(part), std::string::npos) << client.error().message;
}

TEST(Options, ThatCannotBeUsedAreErrors) {
  Options options;
  options.ca_file = ::testing::TempDir() + std::to_string(::getpid()) + "-veedor-no-such-file.pem";
  expect_error(options, "cannot be read");
  const std::string text = ::testing::TempDir() + std::to_string(::getpid()) + "-veedor-no-certificate.pem";
  std::ofstream(text) << "hello\n";
  options.ca_file = text;
  expect_error(options, "no certificate");
  std::remove(text.c_str());

  options = Options{};
  options.proxy = "ftp://proxy.example";
  expect_error(options, "not supported");
  options.proxy = "http://a b";
  expect_error(options, "no URL");

  options = Options{};
  options.headers = {{"X-A", "1\r\nX-B: 2"}};
  expect_error(options, "header");
  options.headers = {{"", "1"}};
  expect_error(options, "header");
  options = Options{};
  options.cookies = {"novalue"};
  expect_error(options, "cookie");
  options.cookies = {"a=1\tb"};
  expect_error(options, "cookie");
}

}  // namespace
}  // namespace veedor::net
