// What goes wrong in the world: each has its name in scan.json, its sentence in the summary and its exit
// code.
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"
#include "tests/net/scripted_server.h"

namespace veedor {
namespace {

using testing::Ended;
using testing::run_veedor;
using testing::ScriptedServer;
using testing::TemporaryFolder;

const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

// Scans just this address and returns its entry in scan.json.
struct Scanned {
  Ended ended;
  nlohmann::json report;
  nlohmann::json page() const {
    return report.contains("pages") && report["pages"].size() == 1 ? report["pages"][0]
                                                                   : nlohmann::json::object();
  }
  std::string outcome() const { return page().value("outcome", "none"); }
};

Scanned scan_one(const std::string& url, std::vector<std::string> more = {}) {
  TemporaryFolder folder;
  std::vector<std::string> arguments{"scan",      url,   "--max-depth", "0",    "--rate", "0",
                                     "--timeout", "3",   "-f",          "text", "-f",     "json=scan.json",
                                     "--fail-on", "none"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  Scanned scanned;
  scanned.ended = run_veedor(folder, arguments);
  scanned.report = nlohmann::json::parse(folder.read("scan.json"), nullptr, false);
  return scanned;
}

// A port that was free a moment ago.
std::uint16_t closed_port() { return ScriptedServer().port(); }

TEST(Outcomes, ARefusedConnectionIsIncompleteAndSaysWhatToDo) {
  const Scanned scanned = scan_one("http://127.0.0.1:" + std::to_string(closed_port()) + "/");
  EXPECT_EQ(scanned.ended.code, 3);
  EXPECT_EQ(scanned.outcome(), "refused");
  EXPECT_NE(scanned.ended.out.find("refused"), std::string::npos) << scanned.ended.out;
}

TEST(Outcomes, AnUnknownHostIsNamed) {
  const Scanned scanned = scan_one("http://no-such-host.invalid/");
  EXPECT_EQ(scanned.ended.code, 3);
  // Where no resolver can be reached the honest answer is that DNS failed.
  EXPECT_TRUE(scanned.outcome() == "unknown_host" || scanned.outcome() == "dns_failed") << scanned.outcome();
}

TEST(Outcomes, AHostThatCannotBeReachedIsNamed) {
  // TEST-NET addresses are never named by accident: the guard lets a named one through, and no route or no
  // answer is left.
  const Scanned scanned = scan_one("http://[::ffff:127.0.0.1]:1/");
  EXPECT_EQ(scanned.ended.code, 3);
  EXPECT_TRUE(scanned.outcome() == "unreachable" || scanned.outcome() == "refused") << scanned.outcome();
}

TEST(Outcomes, ATlsFailureIsNamed) {
  ScriptedServer server;
  server.on_connection(
      [](testing::ScriptedConnection& connection) { connection.send("this is not TLS\r\n"); });
  const Scanned scanned = scan_one("https://127.0.0.1:" + std::to_string(server.port()) + "/");
  EXPECT_EQ(scanned.ended.code, 3);
  EXPECT_EQ(scanned.outcome(), "tls_failed");
}

TEST(Outcomes, BodiesThatAreNoPageAreNamed) {
  ScriptedServer server;
  server.on("/empty", ScriptedServer::ok("", kHtml));
  server.on("/binary",
            ScriptedServer::ok(std::string("\x89PNG\r\n\x1a\n\0\0\0", 11), "Content-Type: image/png\r\n"));
  server.on("/nul", ScriptedServer::ok(std::string("\0\1\2\3", 4)));
  server.on("/missing", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
  struct Case {
    const char* path;
    const char* outcome;
  };
  for (const Case& c : {Case{"/empty", "empty"}, Case{"/binary", "not_html"}, Case{"/nul", "not_html"},
                        Case{"/missing", "http_error"}}) {
    EXPECT_EQ(scan_one(server.url(c.path)).outcome(), c.outcome) << c.path;
  }
}

TEST(Outcomes, ATwentyMegabyteBodyIsCutAndSaid) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(std::string(20U << 20, 'x'), kHtml));
  const Scanned scanned = scan_one(server.url("/"));
  EXPECT_EQ(scanned.outcome(), "too_large");
  EXPECT_EQ(scanned.ended.code, 3);
}

TEST(Outcomes, APageOverTheParsersBudgetIsReportedNotACrash) {
  ScriptedServer server;
  std::string bomb;
  for (int i = 0; i < 20'000; ++i) bomb += "<p><b id=" + std::to_string(i) + ">";
  server.on("/", ScriptedServer::ok(bomb, kHtml));
  const Scanned scanned = scan_one(server.url("/"));
  EXPECT_EQ(scanned.outcome(), "over_budget");
}

TEST(Outcomes, BrokenEncodingIsStillRead) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(
                     "<!DOCTYPE html><html lang=es><title>A\xFF\xFE\xC3</title><p>\xC3\x28 \xE2\x82", kHtml));
  const Scanned scanned = scan_one(server.url("/"));
  EXPECT_EQ(scanned.outcome(), "read");
  EXPECT_NE(scanned.page().value("title", "").find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(Outcomes, WhatASiteSaysComesOutInert) {
  ScriptedServer server;
  server.on("/",
            ScriptedServer::ok("<html><title>\x1b]0;owned\x07</title><img src='x' class='\x1b[31m'>", kHtml));
  const Scanned scanned = scan_one(server.url("/"), {"-f", "html=report.html", "-v"});
  EXPECT_EQ(scanned.ended.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(scanned.report.dump().find('\x1b'), std::string::npos);
}

TEST(Outcomes, ARedirectIntoAnotherAddressIsNotFollowed) {
  ScriptedServer other("127.0.0.2");
  other.on("/", ScriptedServer::ok("<title>inside</title>", kHtml));
  ScriptedServer server;
  server.on("/", ScriptedServer::bare("302 Found", "Location: " + other.url("/") + "\r\n"));
  const Scanned scanned = scan_one(server.url("/"));
  EXPECT_EQ(scanned.outcome(), "redirect_out_of_scope");
  EXPECT_EQ(other.connections(), 0);
}

TEST(Outcomes, APageCannotSendTheScanToOtherPorts) {
  ScriptedServer other;
  ScriptedServer server;
  server.on("/",
            ScriptedServer::ok("<!DOCTYPE html><title>x</title><a href=" + other.url("/") + ">x</a>", kHtml));
  TemporaryFolder folder;
  run_veedor(folder, {"scan", server.url("/"), "--rate", "0", "-f", "json=scan.json"});
  EXPECT_EQ(nlohmann::json::parse(folder.read("scan.json"))["pages"].size(), 1U);
  EXPECT_EQ(other.connections(), 0);
}

TEST(Outcomes, RobotsIsObeyed) {
  ScriptedServer server;
  server.on("/robots.txt",
            ScriptedServer::ok("User-agent: *\nDisallow: /privado/\n", "Content-Type: text/plain\r\n"));
  server.on("/privado/", ScriptedServer::ok("<title>x</title>", kHtml));
  EXPECT_EQ(scan_one(server.url("/privado/")).outcome(), "disallowed_by_robots");
  for (const testing::ScriptedRequest& request : server.requests()) EXPECT_NE(request.target, "/privado/");
}

}  // namespace
}  // namespace veedor
