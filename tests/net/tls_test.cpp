// HTTPS: failed handshakes, certificates that are trusted and not, and looking at what is too weak.
#include <csignal>
#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/net/fetching.h"
#include "tests/net/tls_server.h"

namespace veedor::net {
namespace {

using namespace std::chrono_literals;
using testing::fetch;
using testing::make_client;
using testing::name_of;
using testing::quick_options;
using testing::ScriptedConnection;
using testing::ScriptedServer;
using testing::TlsServer;

class Tls : public ::testing::Test {
 protected:
  // OpenSSL writes to sockets without MSG_NOSIGNAL, and a test's server must outlive a client that hangs up.
  void SetUp() override { std::signal(SIGPIPE, SIG_IGN); }
};

std::string https_url(const ScriptedServer& server) {
  return "https://127.0.0.1:" + std::to_string(server.port()) + "/";
}

Options skipping() {
  Options options = quick_options();
  options.verification = Verification::skip;
  return options;
}

TEST_F(Tls, GarbageAndPlainHttpAreFailedHandshakes) {
  for (const char* answer : {"HTTP/1.1 400 Bad Request\r\n\r\n", "\x15\x03\x01\x00\x02\x02\x28", ""}) {
    ScriptedServer server;
    server.on_connection([answer](ScriptedConnection& connection) {
      connection.send(answer);
      connection.pause(100ms);
    });
    Client client = make_client();
    const facts::Response response = fetch(client, https_url(server));
    EXPECT_EQ(name_of(response), "tls_failed") << answer << ": " << response.detail;
    EXPECT_NE(response.detail, "");
  }
}

TEST_F(Tls, ASilentServerIsAFailedHandshake) {
  ScriptedServer server;
  server.on_connection([](ScriptedConnection& connection) { connection.stall(); });
  Options options = quick_options();
  options.connect_timeout = 400ms;
  Client client = make_client(options);
  EXPECT_EQ(name_of(fetch(client, https_url(server))), "tls_failed");
}

TEST_F(Tls, ASelfSignedCertificateIsNotTrusted) {
  TlsServer server;
  Client client = make_client();
  EXPECT_EQ(name_of(fetch(client, server.url("/"))), "certificate_untrusted");
}

TEST_F(Tls, TheGivenAuthorityIsTrusted) {
  TlsServer server;
  const std::string file = ::testing::TempDir() + std::to_string(::getpid()) + "-veedor-net-ca.pem";
  std::ofstream(file) << "A comment first\n" << server.pem();
  Options options = quick_options();
  options.ca_file = file;
  Client client = make_client(options);
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "read") << response.detail;
  EXPECT_EQ(response.body, "over TLS");
  EXPECT_EQ(response.http_version, "1.1");  // the server does not choose by ALPN
  std::remove(file.c_str());
}

TEST_F(Tls, ACertificateForAnotherNameIsNotTrusted) {
  testing::TlsSettings settings;
  settings.host = "127.0.0.9";
  TlsServer server(settings);
  const std::string file = ::testing::TempDir() + std::to_string(::getpid()) + "-veedor-net-other-ca.pem";
  std::ofstream(file) << server.pem();
  Options options = quick_options();
  options.ca_file = file;
  Client client = make_client(options);
  EXPECT_EQ(name_of(fetch(client, server.url("/"))), "certificate_untrusted");
  std::remove(file.c_str());
}

TEST_F(Tls, SkippingVerificationReadsIt) {
  TlsServer server;
  Client client = make_client(skipping());
  EXPECT_EQ(fetch(client, server.url("/")).body, "over TLS");
}

TEST_F(Tls, SkippingVerificationReadsWeakKeysAndOldVersions) {
  testing::TlsSettings settings;
  settings.key_bits = 1024;
  settings.sha1 = true;
  settings.only_version = TLS1_VERSION;
  TlsServer server(settings);
  Client client = make_client(skipping());
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "read") << response.detail;
}

}  // namespace
}  // namespace veedor::net
