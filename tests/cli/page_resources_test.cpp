// What pages refer to, in a scan: what is fetched, how often and how much of it, and that verdicts follow
// from the site alone.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"
#include "tests/media/files.h"
#include "tests/net/scripted_server.h"

namespace veedor {
namespace {

using testing::Ended;
using testing::run_veedor;
using testing::ScriptedServer;
using testing::TemporaryFolder;

const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

std::string page(const std::string& body) {
  return "<!DOCTYPE html><html lang=es><head><title>Consejo</title></head><body>" + body;
}

std::string article(const std::string& title, const std::string& text) {
  return "<!DOCTYPE html><html lang=es><title>" + title + "</title><main><h1>" + title + "</h1><p>" + text +
         "</main>";
}

nlohmann::json scan(const std::string& url, std::vector<std::string> more = {}) {
  TemporaryFolder folder;
  std::vector<std::string> arguments{
      "scan",           url,         "--rate", "0",         "--now", "2026-11-23T04:05:06Z", "-f",
      "json=scan.json", "--fail-on", "none",   "--timeout", "5"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ended ended = run_veedor(folder, arguments);
  EXPECT_EQ(ended.code, 0) << ended.err;
  return nlohmann::json::parse(folder.read("scan.json"), nullptr, false);
}

int requests_for(const ScriptedServer& server, const std::string& target) {
  const auto requests = server.requests();
  return static_cast<int>(
      std::ranges::count_if(requests, [&](const auto& request) { return request.target == target; }));
}

std::set<std::string> outcomes_of(const nlohmann::json& report, const std::string& rule) {
  std::set<std::string> outcomes;
  for (const auto& finding : report["findings"]) {
    if (finding["rule"] == rule) outcomes.insert(finding["outcome"].get<std::string>());
  }
  return outcomes;
}

TEST(PageResources, LinksOfOneNameAreComparedByWhereTheyLead) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page("<p><a href=/a>Ver</a> o <a href=/b>ver</a></p>"), kHtml));
  server.on("/a", ScriptedServer::ok(article("Gasto", "Ingresos y pagos del ejercicio"), kHtml));
  server.on("/b", ScriptedServer::ok(article("Censo", "Personas inscritas por provincia"), kHtml));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(outcomes_of(report, "wcag/links-same-name-and-context"), std::set<std::string>{"failed"});
}

TEST(PageResources, EachIsFetchedOnceForAllPages) {
  ScriptedServer server;
  std::string links;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "/p" + std::to_string(i);
    links += "<a href=" + name + ">x" + std::to_string(i) + "</a>";
    server.on(name, ScriptedServer::ok(page("<audio autoplay src=/a.wav></audio><object data=/o></object>"),
                                       kHtml));
  }
  server.on("/", ScriptedServer::ok(page(links), kHtml));
  server.on("/a.wav", ScriptedServer::ok(testing::wav(5), "Content-Type: audio/wav\r\n"));
  server.on("/o", ScriptedServer::ok("x", "Content-Type: image/png\r\n"));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/a.wav"), 1);
  EXPECT_EQ(requests_for(server, "/o"), 1);
  EXPECT_EQ(outcomes_of(report, "wcag/autoplay-audio"), std::set<std::string>{"failed"});
  EXPECT_EQ(outcomes_of(report, "wcag/object-name"), std::set<std::string>{"failed"});
  EXPECT_EQ(report["scan"]["requests"], static_cast<int>(server.requests().size()));
}

TEST(PageResources, OfMediaTheBeginningIsAskedFor) {
  ScriptedServer server;
  const std::string film =
      testing::file_type() + testing::box("moov", testing::movie_header(1000, 9000) + testing::track("soun"));
  server.on("/", ScriptedServer::ok(
                     page("<video autoplay src=/ranged.mp4></video><video autoplay src=/long.mp4></video>"),
                     kHtml));
  server.on("/ranged.mp4",
            ScriptedServer::bare("206 Partial Content",
                                 "Content-Type: video/mp4\r\nContent-Range: bytes 0-" +
                                     std::to_string(film.size() - 1) +
                                     "/9000000\r\nContent-Length: " + std::to_string(film.size()) + "\r\n") +
                film);
  server.on("/long.mp4",
            ScriptedServer::ok(film + std::string(2'000'000, 'x'), "Content-Type: video/mp4\r\n"));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(outcomes_of(report, "wcag/autoplay-audio"), std::set<std::string>{"failed"});
  for (const auto& request : server.requests()) {
    if (request.target.ends_with(".mp4")) {
      EXPECT_EQ(request.header("Range"), "bytes=0-262143");
      EXPECT_FALSE(request.header("Accept-Encoding").has_value());
    } else {
      EXPECT_FALSE(request.header("Range").has_value());
    }
  }
  EXPECT_LT(report["scan"]["bytes"].get<long long>(), 1'500'000);
}

TEST(PageResources, RobotsAndOtherHostsAreLeftAlone) {
  ScriptedServer other("127.0.0.2");
  ScriptedServer server;
  server.on("/robots.txt",
            ScriptedServer::ok("User-agent: *\nDisallow: /private/\n", "Content-Type: text/plain\r\n"));
  server.on("/",
            ScriptedServer::ok(page("<audio autoplay src=/private/a.wav></audio><audio autoplay src=" +
                                    other.url("/b.wav") + "></audio><audio autoplay src=/c.wav></audio>"),
                               kHtml));
  server.on("/c.wav", ScriptedServer::bare("302 Found", "Location: " + other.url("/d.wav") + "\r\n"));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/private/a.wav"), 0);
  EXPECT_EQ(other.connections(), 0);
  EXPECT_EQ(outcomes_of(report, "wcag/autoplay-audio"), std::set<std::string>{"cant_tell"});
}

TEST(PageResources, PagesOfEarlierLevelsAreNotFetchedAgain) {
  ScriptedServer server;
  const std::string menu = "<nav><a href=/a>Acta</a></nav>";
  server.on("/", ScriptedServer::ok(page(menu), kHtml));
  server.on("/a", ScriptedServer::ok(page(menu + "<a href=/b>Censo</a>"), kHtml));
  server.on("/b", ScriptedServer::ok(
                      page(menu + "<p>El escrutinio termina el domingo por la noche en el consejo"), kHtml));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/a"), 2);  // once for the first page, before it was its own turn
  EXPECT_EQ(requests_for(server, "/b"), 2);
  EXPECT_EQ(outcomes_of(report, "wcag/bypass-missing"), std::set<std::string>{"failed"});
}

TEST(PageResources, OnePageAloneHasThemToo) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page("<iframe tabindex=-1 src=/f></iframe>"), kHtml));
  server.on("/f", ScriptedServer::ok("<a href=/>Inicio</a>", kHtml));
  const auto report = scan(server.url("/"), {"--max-depth", "0"});
  EXPECT_EQ(outcomes_of(report, "wcag/iframe-negative-tabindex"), std::set<std::string>{"failed"});
}

// 60 pages of which each wants things of its own: more than a scan reads, so that order decides who gets
// them.
TEST(PageResources, BudgetsDependOnTheSiteAlone) {
  TemporaryFolder folder;
  std::string links;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "p" + std::to_string(i);
    links += "<a href=" + name + ".html>" + name + "</a>";
    std::string body;
    for (int j = 0; j < 16; ++j) {
      const std::string file = name + "-" + std::to_string(j);
      body += j < 8 ? "<audio autoplay src=" + file + ".wav></audio>" : "<object data=" + file + "></object>";
      if (j < 8) folder.write("site/" + file + ".wav", testing::wav(4));
    }
    folder.write("site/" + name + ".html", page(body));
  }
  folder.write("site/index.html", page(links));
  auto scan_with = [&](const char* jobs) {
    return run_veedor(folder, {"scan", "site", "--jobs", jobs, "--now", "2026-11-23T04:05:06Z", "-f", "json",
                               "--fail-on", "none"})
        .out;
  };
  const std::string one = scan_with("1");
  const auto report = nlohmann::json::parse(one);
  EXPECT_EQ(report["scan"]["limits_hit"], nlohmann::json::array({"resources"}));
  EXPECT_EQ(outcomes_of(report, "wcag/autoplay-audio"), (std::set<std::string>{"cant_tell", "failed"}));
  for (const char* jobs : {"4", "4", "8", "2"}) EXPECT_EQ(one, scan_with(jobs)) << jobs;
}

}  // namespace
}  // namespace veedor
