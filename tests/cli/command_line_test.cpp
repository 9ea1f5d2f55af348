// The command line's promises: exit codes, streams, configuration, interruption.
#include <chrono>
#include <csignal>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/speech.h"
#include "tests/cli/program.h"
#include "tests/net/scripted_server.h"

namespace veedor {
namespace {

using testing::Ended;
using testing::run_veedor;
using testing::ScriptedServer;
using testing::TemporaryFolder;

constexpr const char* kGoodPage =
    "<!DOCTYPE html><html lang=\"es\"><head><title>Consejo "
    "Electoral</title></head><body><h1>Consejo</h1></body></html>";

TEST(CommandLine, AFolderIsScannedAndEveryReportIsWritten) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  const Ended ended = run_veedor(folder, {"scan", "site"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(folder.has("veedor-report.html"));
  const auto report = nlohmann::json::parse(folder.read("scan.json"));
  EXPECT_EQ(report["pages"][0]["url"], "http://localhost/");
  EXPECT_FALSE(ended.out.empty());
}

TEST(CommandLine, OneFileIsScannedAlone) {
  TemporaryFolder folder;
  folder.write("page.html", std::string(kGoodPage) + "<a href=other.html>otra</a>");
  folder.write("other.html", kGoodPage);
  const Ended ended = run_veedor(folder, {"scan", "page.html", "-f", "json"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const auto report = nlohmann::json::parse(ended.out);
  EXPECT_EQ(report["pages"][0]["url"], "http://localhost/page.html");
}

TEST(CommandLine, AProfileSaysWhatCounts) {
  TemporaryFolder folder;
  folder.write("site/index.html", std::string(kGoodPage) + "<p style='color:#888'>gris</p>");
  const Ended ended = run_veedor(folder, {"scan", "site", "--profile", "wcag22-a"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const auto standing = [](const nlohmann::json& report) {
    for (const auto& finding : report["findings"]) {
      if (finding["rule"] == "wcag/contrast-minimum") return finding["standing"].get<std::string>();
    }
    return std::string("not found");
  };
  const auto report = nlohmann::json::parse(folder.read("scan.json"));
  EXPECT_EQ(report["scan"]["profile"], "wcag22-a");
  EXPECT_EQ(standing(report), "beyond_profile");
  EXPECT_EQ(report["sites"][0]["criteria"].size(), 86U);
  const Ended told = run_veedor(folder, {"report", "scan.json", "--profile", "us-508", "-f", "json"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(standing(nlohmann::json::parse(told.out)), "required");
}

TEST(CommandLine, MistakesAreUsageErrorsAndSayHowToGoOn) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  struct Case {
    std::vector<std::string> arguments;
    const char* said;
  };
  const Case cases[] = {
      {{"scan"}, "veedor scan https://"},
      {{"scan", "site", "--no-such-option"}, "--no-such-option"},
      {{"scan", "site", "--max-pages", "many"}, "--max-pages"},
      {{"scan", "site", "-f", "pdf"}, "pdf"},
      {{"scan", "site", "--profile", "wcag"}, "wcag22-aa, wcag22-a"},
      {{"scan", "site", "-f", "json", "-f", "html"}, "-f NAME=FILE"},
      {{"scan", "site", "--scope", "domian"}, "domian"},
      {{"scan", "site", "-f", "json=missing/scan.json"}, "missing/scan.json"},
      {{"scan", "site", "-f", "json=site"}, "site"},
      {{"scan", "site", "--fail-on", "awful"}, "awful"},
      {{"scan", "site", "--header", "nonsense"}, "nonsense"},
      {{"scan", "site", "--include", "("}, "("},
      {{"scan", "nonsense"}, "nonsense"},
      {{"scan", "ftp://example.org/"}, "ftp"},
      {{"scan", "site", "--ca", "missing.pem"}, "missing.pem"},
      {{"scan", "site", "--lang", "xx"}, "xx"},
      {{"scan", "site", "--config", "missing.toml"}, "missing.toml"},
      {{"explain", "hsts-mising"}, "hsts-missing"},
      {{"report", "missing.json"}, "missing.json"},
      {{"nonsense"}, "nonsense"},
  };
  for (const Case& c : cases) {
    const Ended ended = run_veedor(folder, c.arguments);
    EXPECT_EQ(ended.code, 2) << c.said << "\n" << ended.err;
    EXPECT_NE(ended.err.find(c.said), std::string::npos) << ended.err;
    EXPECT_FALSE(folder.has("scan.json"));
  }
}

TEST(CommandLine, AnUnknownSettingIsAnErrorWithASuggestion) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  folder.write("veedor.toml", "rate = 1\nmax-page = 3\n");
  const Ended ended = run_veedor(folder, {"scan", "site", "-f", "json"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("veedor.toml:2"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("max-pages"), std::string::npos) << ended.err;
}

TEST(CommandLine, TheCommandLineWinsOverTheEnvironmentAndThatOverTheFile) {
  TemporaryFolder folder;
  for (const char* name : {"index", "a", "b", "c", "d"})
    folder.write(std::string("site/") + name + ".html",
                 std::string(kGoodPage) +
                     "<a href=a.html>a</a><a href=b.html>b</a><a href=c.html>c</a><a href=d.html>d</a>");
  folder.write("veedor.toml", "max_pages = 1\n");
  auto pages = [&](std::vector<std::string> more, const std::vector<std::string>& environment) {
    std::vector<std::string> arguments{"scan", "site", "-f", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(run_veedor(folder, arguments, environment).out)["pages"].size();
  };
  EXPECT_EQ(pages({}, {}), 1U);
  EXPECT_EQ(pages({}, {"VEEDOR_MAX_PAGES=2"}), 2U);
  EXPECT_EQ(pages({"--max-pages", "3"}, {"VEEDOR_MAX_PAGES=2"}), 3U);
  EXPECT_EQ(pages({"--no-config"}, {}), 5U);
}

TEST(CommandLine, ASecretInTheFileIsRefusedAndTakenFromTheEnvironment) {
  TemporaryFolder folder;
  ScriptedServer server;
  server.on("/", ScriptedServer::ok(kGoodPage, "Content-Type: text/html\r\n"));
  const std::vector<std::string> arguments{"scan", server.url("/"), "--max-depth", "0", "--rate", "0",
                                           "-f",   "json"};
  folder.write("veedor.toml", "header = [\"Authorization: Bearer s3cret\"]\n");
  EXPECT_EQ(run_veedor(folder, arguments).code, 2);
  folder.write("veedor.toml", "header = [\"Authorization: env:TOKEN\"]\n");
  const Ended ended = run_veedor(folder, arguments, {"TOKEN=Bearer s3cret"});
  ASSERT_FALSE(server.requests().empty());
  EXPECT_EQ(server.requests().back().header("Authorization"), "Bearer s3cret");
  EXPECT_EQ(ended.out.find("s3cret"), std::string::npos);
}

TEST(CommandLine, AnInterruptKeepsThePartialReport) {
  TemporaryFolder folder;
  ScriptedServer server;
  std::string links = kGoodPage;
  for (int i = 0; i < 50; ++i)
    links += "<a href=/?slow" + std::to_string(i) + ">x" + std::to_string(i) + "</a>";
  server.on("/", ScriptedServer::ok(links, "Content-Type: text/html\r\n"));
  server.on("/robots.txt", ScriptedServer::bare("404 Not Found"));
  server.otherwise([](testing::ScriptedConnection& connection, const testing::ScriptedRequest& request) {
    if (request.target.starts_with("/?slow")) connection.stall();
    return false;
  });
  const int pid =
      testing::start_veedor(folder, {"scan", server.url("/"), "--rate", "0", "-f", "json=scan.json"});
  for (int i = 0; i < 500; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const auto requests = server.requests();
    const bool under_way = std::any_of(requests.begin(), requests.end(), [](const auto& request) {
      return request.target.starts_with("/?slow");
    });
    if (under_way) break;
  }
  kill(pid, SIGINT);
  EXPECT_EQ(testing::wait_for(pid), 130);
  const auto report = nlohmann::json::parse(folder.read("scan.json"), nullptr, false);
  ASSERT_TRUE(report.is_object());
  EXPECT_EQ(report["scan"]["complete"], false);
  int read = 0;
  int interrupted = 0;
  for (const auto& page : report["pages"]) {
    read += page["outcome"] == "read" ? 1 : 0;
    interrupted += page["outcome"] == "interrupted" ? 1 : 0;
  }
  EXPECT_EQ(read, 1);
  EXPECT_GT(interrupted, 0);
}

TEST(CommandLine, TheGateBreachesFromItsSeverityOn) {
  TemporaryFolder folder;
  folder.write("site/index.html",
               "<!DOCTYPE html><html><head><title>x</title></head><body><img src=a.png></body></html>");
  EXPECT_EQ(run_veedor(folder, {"scan", "site", "-f", "json", "--fail-on", "serious"}).code, 1);
  EXPECT_EQ(run_veedor(folder, {"scan", "site", "-f", "json", "--fail-on", "none"}).code, 0);
}

TEST(CommandLine, ResultsGoToStdoutAndTheRestToStderr) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  const Ended ended = run_veedor(folder, {"scan", "site", "-f", "json"});
  EXPECT_TRUE(nlohmann::json::accept(ended.out));
  EXPECT_NE(ended.err.find("Gate"), std::string::npos);
  EXPECT_EQ(ended.err.find('\r'), std::string::npos);  // no progress line where there is no terminal
}

TEST(CommandLine, HelpAndTheCatalogueSpeakBothLanguages) {
  TemporaryFolder folder;
  for (const char* language : {"es", "en"}) {
    const bool spanish = std::string_view(language) == "es";
    const Ended help = run_veedor(folder, {"--lang", language, "scan", "--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_NE(help.out.find(spanish ? "Lee como máximo" : "Read at most"), std::string::npos) << help.out;
    const Ended rules = run_veedor(folder, {"--lang", language, "rules"});
    EXPECT_EQ(rules.code, 0);
    EXPECT_NE(rules.out.find("headers/hsts-missing"), std::string::npos);
    const Ended explained = run_veedor(folder, {"explain", "hsts-missing", "--lang", language});
    EXPECT_EQ(explained.code, 0);
    EXPECT_NE(explained.out.find(spanish ? "Por qué importa" : "Why it matters"), std::string::npos)
        << explained.out;
  }
}

TEST(CommandLine, AStoredReportIsWrittenInAnotherLanguageWithoutScanning) {
  TemporaryFolder folder;
  folder.write("site/index.html", "<html><body><img src=a.png></body></html>");
  run_veedor(folder, {"scan", "site", "-f", "json=scan.json"});
  const Ended spanish =
      run_veedor(folder, {"report", "scan.json", "-f", "text", "-f", "html=informe.html", "--lang", "es"});
  EXPECT_EQ(spanish.code, 0) << spanish.err;
  EXPECT_NE(folder.read("informe.html").find("lang=\"es\""), std::string::npos);
  const Ended score = run_veedor(folder, {"score", "--explain"});
  EXPECT_EQ(score.code, 0) << score.err;
  EXPECT_NE(score.out.find("veedor-score/1"), std::string::npos);
}

TEST(CommandLine, APageThatNobodyLinksToIsScannedToo) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  folder.write("site/sub dir/orphan #1.html", "<!DOCTYPE html><html><body><img src=a.png></body></html>");
  const auto report = nlohmann::json::parse(run_veedor(folder, {"scan", "-f", "json", "site"}).out);
  EXPECT_EQ(report["pages"].size(), 2U);
  EXPECT_EQ(report["pages"][1]["outcome"], "read") << report["pages"].dump();
  folder.write("empty/readme.txt", "x");
  EXPECT_EQ(run_veedor(folder, {"scan", "empty"}).code, 2);
}

TEST(CommandLine, AFolderAndItsIndexAreOnePage) {
  TemporaryFolder folder;
  const std::string page =
      "<!DOCTYPE html><html lang=es><title>x</title><img src=a.png><a href=index.html>inicio</a></html>";
  folder.write("site/index.html", page);
  const auto report =
      nlohmann::json::parse(run_veedor(folder, {"scan", "site", "-f", "json", "--fail-on", "none"}).out);
  for (const auto& finding : report["findings"]) EXPECT_EQ(finding["count"], 1) << finding["rule"];
}

TEST(CommandLine, AFileNameNeverBecomesAnAddress) {
  TemporaryFolder folder;
  ScriptedServer other("127.0.0.2");
  for (const std::string& name : {"\\\\127.0.0.2:" + std::to_string(other.port()) + "\\x.html",
                                  std::string("a?b#c%41.html"), std::string("http:x.html")}) {
    folder.write(name, kGoodPage);
    const auto report =
        nlohmann::json::parse(run_veedor(folder, {"scan", name, "-f", "json"}).out, nullptr, false);
    ASSERT_TRUE(report.is_object()) << name;
    EXPECT_EQ(report["pages"][0]["outcome"], "read") << report["pages"].dump();
    EXPECT_TRUE(report["pages"][0]["url"].get<std::string>().starts_with("http://localhost/"));
  }
  EXPECT_EQ(other.connections(), 0);
}

TEST(CommandLine, AFolderCannotReachServicesOfThisMachine) {
  TemporaryFolder folder;
  ScriptedServer secret;
  secret.on("/secret", ScriptedServer::ok(kGoodPage, "Content-Type: text/html\r\n"));
  const std::string port = std::to_string(secret.port());
  folder.write("site/index.html", std::string(kGoodPage) + "<a href=http://localhost:" + port +
                                      "/secret>x</a><script src=http://localhost:" + port +
                                      "/s.js></script><a href=https://localhost/>y</a>");
  const auto report = nlohmann::json::parse(run_veedor(folder, {"scan", "site", "-f", "json"}).out);
  EXPECT_EQ(secret.connections(), 0);
  for (const auto& page : report["pages"])
    EXPECT_EQ(page["url"].get<std::string>().find(port), std::string::npos);
}

TEST(CommandLine, HostileFilesOfTheUserAreRefused) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  folder.write(
      "veedor.toml", "a" + [] {
        std::string dots;
        for (int i = 0; i < 60000; ++i) dots += ".a";
        return dots;
      }() + "=1\n");
  EXPECT_EQ(run_veedor(folder, {"scan", "site", "-f", "json"}).code, 2);
  folder.write("veedor.toml", "timeout = nan\n");
  EXPECT_EQ(run_veedor(folder, {"scan", "site", "-f", "json"}).code, 2);
  folder.write("veedor.toml", "format = \"\\u001b[31mx\"\n");
  const Ended escape = run_veedor(folder, {"scan", "site"});
  EXPECT_EQ(escape.code, 2);
  EXPECT_EQ(escape.err.find('\x1b'), std::string::npos) << escape.err;
  EXPECT_EQ(run_veedor(folder, {"report", "/dev/zero"}).code, 2);
  EXPECT_EQ(run_veedor(folder, {"scan", "--urls-from", "/dev/zero", "--no-config"}).code, 2);
}

TEST(CommandLine, AnEmptyListInTheFileIsNoValue) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  folder.write("veedor.toml", "exclude = []\n");
  EXPECT_EQ(run_veedor(folder, {"scan", "site", "-f", "json"}).code, 0);
}

TEST(CommandLine, AFullDiskOnStdoutKeepsTheFiles) {
  TemporaryFolder folder;
  folder.write("site/index.html", kGoodPage);
  const Ended ended = run_veedor(folder, {"scan", "site", "-f", "text=/dev/full", "-f", "json=scan.json"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("/dev/full"), std::string::npos) << ended.err;
  EXPECT_TRUE(folder.has("scan.json"));
}

TEST(Speech, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(cli::nearest("max-page", {"max-pages", "max-depth"}), "max-pages");
  EXPECT_EQ(cli::nearest("hsts-mising", {"csp-missing", "hsts-missing"}), "hsts-missing");
  EXPECT_EQ(cli::nearest("zzz", {"max-pages", "max-depth"}), "");
}

}  // namespace
}  // namespace veedor
