// Style sheets in a scan: which are fetched, how often, and what is said of those that are not.
#include <algorithm>
#include <csignal>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

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
const std::string kCss = "Content-Type: text/css\r\n";

std::string page(const std::string& head, const std::string& body = "<h1>Consejo</h1>") {
  return "<!DOCTYPE html><html lang=es><head><title>Consejo</title>" + head + "</head><body>" + body;
}

std::string link(const std::string& href) { return "<link rel=stylesheet href='" + href + "'>"; }

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

// "reason" of each style sheet that is missing, by URL.
std::map<std::string, std::string> missing(const nlohmann::json& report) {
  std::map<std::string, std::string> found;
  for (const auto& sheet : report["sites"][0]["style_sheets_missing"]) found[sheet["url"]] = sheet["reason"];
  return found;
}

std::vector<std::string> partly_judged(const nlohmann::json& report) {
  return report["pages"][0]["partly_judged"].get<std::vector<std::string>>();
}

TEST(StyleSheets, EachIsFetchedOnceForAllPages) {
  ScriptedServer server;
  std::string links;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "/p" + std::to_string(i);
    links += "<a href=" + name + ">x</a>";
    server.on(name, ScriptedServer::ok(page(link("/a.css#x") + link("/b.css")), kHtml));
  }
  server.on("/", ScriptedServer::ok(page(link("a.css"), links), kHtml));
  server.on("/a.css", ScriptedServer::ok("@import \"c.css\"; h1 { color: red }", kCss));
  server.on("/b.css", ScriptedServer::ok("@import \"c.css\";", kCss));
  server.on("/c.css", ScriptedServer::ok("h1 { color: blue }", kCss));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(report["pages"].size(), 61U);
  for (const char* sheet : {"/a.css", "/b.css", "/c.css"}) EXPECT_EQ(requests_for(server, sheet), 1) << sheet;
  for (const auto& entry : report["pages"]) EXPECT_TRUE(entry["partly_judged"].empty()) << entry.dump();
  EXPECT_TRUE(missing(report).empty());
  EXPECT_EQ(report["scan"]["requests"], static_cast<int>(server.requests().size()));
}

TEST(StyleSheets, OnlyThoseThatABrowserAppliesAreFetched) {
  ScriptedServer server;
  server.on(
      "/", ScriptedServer::ok(page("<link rel=' StyleSheet ' type='text/css; charset=utf-8' href=yes1.css>"
                                   "<link rel=stylesheet disabled href=no1.css>"
                                   "<link rel='alternate stylesheet' title=other href=no2.css>"
                                   "<link rel=stylesheet type=text/less href=no3.css>"
                                   "<link rel=preload as=style href=no4.css>"
                                   "<link rel=stylesheet href=''><link rel=stylesheet href='ftp://x/no5.css'>"
                                   "<noscript><link rel=stylesheet href=no6.css></noscript>"
                                   "<style>@import \"yes2.css\"; h1 { color: red }</style>"
                                   "<template><link rel=stylesheet href=no7.css></template>",
                                   "<link rel=stylesheet href=yes3.css>"),
                              kHtml));
  server.otherwise([](testing::ScriptedConnection& connection, const testing::ScriptedRequest& request) {
    return connection.send(request.target.ends_with(".css") ? ScriptedServer::ok("h1 {}", kCss)
                                                            : ScriptedServer::bare("404 Not Found"));
  });
  const auto report = scan(server.url("/"));
  std::set<std::string> asked;
  for (const auto& request : server.requests()) {
    if (request.target.ends_with(".css")) asked.insert(request.target);
  }
  EXPECT_EQ(asked, (std::set<std::string>{"/yes1.css", "/yes2.css", "/yes3.css"}));
  EXPECT_TRUE(partly_judged(report).empty());
}

TEST(StyleSheets, ALoopOfImportsEnds) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link("a.css")), kHtml));
  server.on("/a.css", ScriptedServer::ok("@import \"b.css\";", kCss));
  server.on("/b.css", ScriptedServer::ok("@import \"a.css\"; @import \"b.css\";", kCss));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/a.css"), 1);
  EXPECT_EQ(requests_for(server, "/b.css"), 1);
  EXPECT_TRUE(missing(report).empty());
  EXPECT_TRUE(partly_judged(report).empty());
}

TEST(StyleSheets, ImportsAreFollowedToABound) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link("0.css")), kHtml));
  for (int i = 0; i < 20; ++i) {
    server.on("/" + std::to_string(i) + ".css",
              ScriptedServer::ok("@import \"" + std::to_string(i + 1) + ".css\";", kCss));
  }
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/8.css"), 1);
  EXPECT_EQ(requests_for(server, "/9.css"), 0);
  EXPECT_EQ(missing(report), (std::map<std::string, std::string>{{server.url("/9.css"), "over_limit"}}));
  EXPECT_FALSE(partly_judged(report).empty());
  EXPECT_EQ(report["scan"]["limits_hit"], nlohmann::json::array({"style_sheets"}));
}

TEST(StyleSheets, WhatBrowsersDoWithoutIsNamedButLeavesNoGap) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link("gone.css") + link("page.css") + link("bare.css")), kHtml));
  server.on("/page.css", ScriptedServer::ok("<h1>Not found</h1>", kHtml));
  server.on("/bare.css", ScriptedServer::ok("h1 {}"));  // no Content-Type
  const auto report = scan(server.url("/"));
  EXPECT_EQ(missing(report), (std::map<std::string, std::string>{{server.url("/gone.css"), "broken_link"},
                                                                 {server.url("/page.css"), "not_css"}}));
  EXPECT_TRUE(partly_judged(report).empty());
}

TEST(StyleSheets, InQuirksModeAnyTypeOfTheSameOriginIsCss) {
  ScriptedServer server;
  const std::string nosniff = "Content-Type: text/plain\r\nX-Content-Type-Options: nosniff\r\n";
  server.on("/", ScriptedServer::ok("<title>x</title>" + link("plain.css") + link("strict.css"), kHtml));
  server.on("/plain.css", ScriptedServer::ok("h1 {}", "Content-Type: text/plain\r\n"));
  server.on("/strict.css", ScriptedServer::ok("h1 {}", nosniff));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(missing(report), (std::map<std::string, std::string>{{server.url("/strict.css"), "not_css"}}));
}

TEST(StyleSheets, OneThatCannotBeReadMakesThePagePartlyJudged) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link("error.css") + link("/private/x.css")), kHtml));
  server.on("/error.css", ScriptedServer::bare("500 Internal Server Error"));
  server.on("/robots.txt",
            ScriptedServer::ok("User-agent: *\nDisallow: /private/\n", "Content-Type: text/plain\r\n"));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/private/x.css"), 0);
  EXPECT_EQ(missing(report),
            (std::map<std::string, std::string>{{server.url("/error.css"), "http_error"},
                                                {server.url("/private/x.css"), "disallowed_by_robots"}}));
  EXPECT_EQ(partly_judged(report), std::vector<std::string>{"style_sheet_missing"});
}

TEST(StyleSheets, AnotherHostIsAskedOnlyWhenItIsNamed) {
  ScriptedServer other("127.0.0.2");
  other.on("/x.css", ScriptedServer::ok("@import \"y.css\";", kCss));
  other.on("/y.css", ScriptedServer::ok("h1 {}", kCss));
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link(other.url("/x.css")), "<a href=" + other.url("/p") + ">x</a>"),
                                    kHtml));
  const auto without = scan(server.url("/"), {"--header", "X-Secret: s3cret", "--cookie", "id=s3cret"});
  EXPECT_EQ(other.connections(), 0);
  EXPECT_EQ(missing(without), (std::map<std::string, std::string>{{other.url("/x.css"), "other_host"}}));
  EXPECT_EQ(partly_judged(without), std::vector<std::string>{"style_sheet_missing"});

  const auto with = scan(server.url("/"), {"--styles-from", "127.0.0.2:" + std::to_string(other.port()),
                                           "--header", "X-Secret: s3cret", "--cookie", "id=s3cret"});
  EXPECT_TRUE(missing(with).empty()) << with["sites"].dump();
  EXPECT_TRUE(partly_judged(with).empty());
  EXPECT_EQ(requests_for(other, "/robots.txt"), 1);
  EXPECT_EQ(requests_for(other, "/y.css"), 1);
  EXPECT_EQ(requests_for(other, "/p"), 0);  // style sheets and nothing else
  for (const auto& request : other.requests()) EXPECT_EQ(request.head.find("s3cret"), std::string::npos);
}

TEST(StyleSheets, TheRobotsOfANamedHostAreObeyed) {
  ScriptedServer other("127.0.0.2");
  other.on("/robots.txt",
           ScriptedServer::ok("User-agent: *\nDisallow: /no\n", "Content-Type: text/plain\r\n"));
  other.on("/yes.css", ScriptedServer::ok("h1 {}", kCss));
  other.on("/no.css", ScriptedServer::ok("h1 {}", kCss));
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link(other.url("/yes.css")) + link(other.url("/no.css"))), kHtml));
  const auto report = scan(server.url("/"), {"--styles-from", "127.0.0.2:" + std::to_string(other.port())});
  EXPECT_EQ(requests_for(other, "/yes.css"), 1);
  EXPECT_EQ(requests_for(other, "/no.css"), 0);
  EXPECT_EQ(missing(report),
            (std::map<std::string, std::string>{{other.url("/no.css"), "disallowed_by_robots"}}));
}

TEST(StyleSheets, ARedirectLeadsOnlyWhereSheetsMayCome) {
  ScriptedServer other("127.0.0.2");
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link("here.css") + link("there.css")), kHtml));
  server.on("/here.css", ScriptedServer::bare("302 Found", "Location: /real/a.css\r\n"));
  server.on("/real/a.css", ScriptedServer::ok("@import \"b.css\";", kCss));
  server.on("/real/b.css", ScriptedServer::ok("h1 {}", kCss));
  server.on("/there.css", ScriptedServer::bare("302 Found", "Location: " + other.url("/x.css") + "\r\n"));
  const auto report = scan(server.url("/"));
  EXPECT_EQ(other.connections(), 0);
  EXPECT_EQ(requests_for(server, "/real/b.css"), 1);  // resolved against where the sheet came from
  EXPECT_EQ(missing(report),
            (std::map<std::string, std::string>{{server.url("/there.css"), "redirect_out_of_scope"}}));
}

TEST(StyleSheets, DataUrlsNeedNoNetwork) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(
                     page(link("data:text/css,h1%7Bcolor:red%7D") +
                          link("data:text/css;base64,aDF7Y29sb3I6cmVkfQ==") + link("data:text/plain,h1{}")),
                     kHtml));
  const auto report = scan(server.url("/"));
  EXPECT_TRUE(missing(report).empty());
  EXPECT_TRUE(partly_judged(report).empty());
}

TEST(StyleSheets, AHugeOneIsCutAndSaid) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page(link("huge.css")), kHtml));
  std::string huge;
  while (huge.size() < (9U << 20)) huge += "/* " + std::string(1000, 'x') + " */\nh1 { color: red }\n";
  server.on("/huge.css", ScriptedServer::ok(huge, kCss));
  const auto report = scan(server.url("/"), {"-f", "text=summary.txt"});
  EXPECT_EQ(partly_judged(report), std::vector<std::string>{"style_sheet_truncated"});
  EXPECT_TRUE(missing(report).empty());
}

TEST(StyleSheets, TooManyOnAPageAreCutAndSaid) {
  ScriptedServer server;
  std::string links;
  for (int i = 0; i < 70; ++i) links += link("s" + std::to_string(i) + ".css");
  server.on("/", ScriptedServer::ok(page(links), kHtml));
  server.otherwise([](testing::ScriptedConnection& connection, const testing::ScriptedRequest& request) {
    return connection.send(request.target.ends_with(".css") ? ScriptedServer::ok("h1 {}", kCss)
                                                            : ScriptedServer::bare("404 Not Found"));
  });
  const auto report = scan(server.url("/"));
  EXPECT_EQ(requests_for(server, "/s63.css"), 1);
  EXPECT_EQ(requests_for(server, "/s64.css"), 0);
  EXPECT_FALSE(partly_judged(report).empty());
  EXPECT_EQ(report["scan"]["limits_hit"], nlohmann::json::array({"style_sheets"}));
}

// 60 pages of which each brings sheets of its own: more than a scan reads, so that order decides who gets
// them.
void write_greedy_site(const TemporaryFolder& folder) {
  std::string links;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "p" + std::to_string(i);
    links += "<a href=" + name + ".html>x</a>";
    std::string head = link("common.css") + link("missing.css");
    for (int j = 0; j < 8; ++j) head += link(name + "-" + std::to_string(j) + ".css");
    const std::string doctype = i % 3 == 0 ? "" : "<!DOCTYPE html>";
    folder.write("site/" + name + ".html", doctype + "<title>x</title>" + head + "<img src=a.png>");
    for (int j = 0; j < 8; ++j) {
      folder.write("site/" + name + "-" + std::to_string(j) + ".css",
                   "@import \"" + name + "-i" + std::to_string(j) + ".css\"; h1 { color: red }");
      folder.write("site/" + name + "-i" + std::to_string(j) + ".css", "h2 { color: blue }");
    }
  }
  folder.write("site/common.css", "h1 { color: red }");
  folder.write("site/index.html", page(link("common.css"), links));
}

TEST(StyleSheets, BudgetsDependOnTheSiteAlone) {
  TemporaryFolder folder;
  write_greedy_site(folder);
  auto scan_with = [&](const char* jobs) {
    return run_veedor(folder, {"scan", "site", "--jobs", jobs, "--now", "2026-11-23T04:05:06Z", "-f", "json",
                               "--fail-on", "none"})
        .out;
  };
  const std::string one = scan_with("1");
  const auto report = nlohmann::json::parse(one);
  EXPECT_EQ(report["scan"]["limits_hit"], nlohmann::json::array({"style_sheets"}));
  int complete = 0;
  int partly = 0;
  for (const auto& entry : report["pages"]) (entry["partly_judged"].empty() ? complete : partly) += 1;
  EXPECT_GT(complete, 10);
  EXPECT_GT(partly, 10);
  for (const char* jobs : {"4", "4", "8", "2"}) EXPECT_EQ(one, scan_with(jobs)) << jobs;
}

TEST(StyleSheets, ASlowOneHoldsUpOnlyThePagesThatNeedIt) {
  ScriptedServer server;
  std::string links;
  for (int i = 0; i < 100; ++i) {
    const std::string name = "/p" + std::to_string(i);
    links += "<a href=" + name + ">x</a>";
    server.on(name, ScriptedServer::ok(page(link(i % 2 == 0 ? "/slow.css" : "/fast.css")), kHtml));
  }
  server.on("/", ScriptedServer::ok(page("", links), kHtml));
  server.on("/fast.css", ScriptedServer::ok("h1 {}", kCss));
  server.on("/slow.css", [](testing::ScriptedConnection& connection, const testing::ScriptedRequest&) {
    connection.pause(std::chrono::milliseconds(700));
    return connection.send(ScriptedServer::ok("h1 {}", kCss));
  });
  const auto report = scan(server.url("/"));
  EXPECT_EQ(report["pages"].size(), 101U);
  for (const auto& entry : report["pages"]) {
    EXPECT_EQ(entry["outcome"], "read");
    EXPECT_TRUE(entry["partly_judged"].empty());
  }
  EXPECT_EQ(requests_for(server, "/slow.css"), 1);
}

TEST(StyleSheets, AnInterruptDoesNotWaitForThem) {
  TemporaryFolder folder;
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(page("", "<a href=/a>a</a>"), kHtml));
  server.on("/a", ScriptedServer::ok(page(link("/never.css")), kHtml));
  server.on("/never.css", [](testing::ScriptedConnection& connection, const testing::ScriptedRequest&) {
    connection.stall();
    return false;
  });
  const int pid =
      testing::start_veedor(folder, {"scan", server.url("/"), "--rate", "0", "-f", "json=scan.json"});
  for (int i = 0; i < 1000 && requests_for(server, "/never.css") == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  kill(pid, SIGINT);
  EXPECT_EQ(testing::wait_for(pid), 130);
  const auto report = nlohmann::json::parse(folder.read("scan.json"), nullptr, false);
  ASSERT_TRUE(report.is_object());
  ASSERT_EQ(report["pages"].size(), 2U);
  EXPECT_EQ(report["pages"][0]["outcome"], "read");
  EXPECT_EQ(report["pages"][1]["outcome"], "interrupted");
}

TEST(StyleSheets, ReportsSayHowManyPagesLackThem) {
  TemporaryFolder folder;
  folder.write("site/index.html", page(link("https://cdn.example/x.css")));
  for (const auto& [language, said, advice] : std::vector<std::tuple<const char*, const char*, const char*>>{
           {"en", "1 page was judged without all of its style sheets", "name the host with --styles-from"},
           {"es", "1 página se juzgó sin todas sus hojas de estilo",
            "indique el servidor con --styles-from"}}) {
    const Ended ended = run_veedor(folder, {"scan", "site", "--lang", language, "-f", "text=summary.txt",
                                            "-f", "html=report.html", "--fail-on", "none"});
    std::string text = folder.read("summary.txt");
    std::string flat;  // lines are wrapped
    for (char c : text) {
      if (c != '\n' && (c != ' ' || !flat.ends_with(' '))) flat += c;
      if (c == '\n' && !flat.ends_with(' ')) flat += ' ';
    }
    EXPECT_NE(flat.find(said), std::string::npos) << text;
    EXPECT_NE(flat.find(advice), std::string::npos) << text;
    EXPECT_NE(flat.find("https://cdn.example/x.css"), std::string::npos) << text;
    EXPECT_NE(folder.read("report.html").find(said), std::string::npos);
    EXPECT_EQ(ended.code, 0) << ended.err;
  }
}

TEST(StyleSheets, TheOptionTakesAHostName) {
  TemporaryFolder folder;
  folder.write("site/index.html", page(""));
  const Ended ended = run_veedor(folder, {"scan", "site", "--styles-from", "nonsense"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("--styles-from"), std::string::npos) << ended.err;
  folder.write("veedor.toml", "styles_from = [\"cdn.example.org\"]\n");
  EXPECT_EQ(run_veedor(folder, {"scan", "site", "-f", "json", "--fail-on", "none"}).code, 0);
}

}  // namespace
}  // namespace veedor
