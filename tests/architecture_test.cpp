// The house plan as a test: who may include whom (docs/architecture.md), and which folder wraps which C
// library.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

using Table = std::map<std::string, std::set<std::string>>;

// Folder → the folders that it may include beside itself. cli and demo see what they wire; tests and benches
// are free.
const Table kAllowed = {
    {"scanner/base", {}},
    {"scanner/url", {"scanner/base"}},
    {"scanner/text", {"scanner/base"}},
    {"scanner/html", {"scanner/base"}},
    {"scanner/media", {"scanner/base"}},
    {"scanner/css", {"scanner/html", "scanner/url", "scanner/base"}},
    {"scanner/a11y", {"scanner/css", "scanner/html", "scanner/base"}},
    {"scanner/facts",
     {"scanner/a11y", "scanner/css", "scanner/html", "scanner/media", "scanner/url", "scanner/base"}},
    {"scanner/components", {"scanner/facts", "scanner/html", "scanner/url", "scanner/base"}},
    {"scanner/net", {"scanner/facts", "scanner/url", "scanner/base"}},
    {"scanner/tls", {"scanner/facts", "scanner/url", "scanner/base"}},
    {"scanner/dns", {"scanner/facts", "scanner/base"}},
    {"scanner/crawl",
     {"scanner/net", "scanner/tls", "scanner/facts", "scanner/html", "scanner/url", "scanner/base"}},
    {"rules/catalog", {"scanner/base"}},
    {"rules",
     {"scanner/facts", "scanner/a11y", "scanner/css", "scanner/html", "scanner/media", "scanner/url",
      "scanner/text", "scanner/base", "rules/catalog"}},
    {"reports", {"rules", "scanner/facts", "scanner/html", "scanner/url", "scanner/base"}},
    {"demo", {"scanner/base"}},
    {"cli",
     {"demo", "reports", "rules", "scanner/components", "scanner/crawl", "scanner/tls", "scanner/dns",
      "scanner/net", "scanner/facts", "scanner/a11y", "scanner/css", "scanner/html", "scanner/media",
      "scanner/url", "scanner/base"}},
};

// C and third-party headers by their beginning → the only folders that may include them.
const Table kWrapped = {
    {"gumbo.h", {"scanner/html"}},
    {"curl/", {"scanner/net"}},
    {"openssl/", {"scanner/tls", "demo", "reports"}},  // demo: its authority; reports: a hash
    {"pugixml", {"scanner/crawl", "reports"}},
    {"libpsl.h", {"scanner/url"}},
    {"unicode/", {"scanner/url", "scanner/text"}},
    {"iconv.h", {"scanner/html"}},
    {"httplib.h", {"demo", "cli"}},
    {"CLI/", {"cli"}},
    {"toml++/", {"cli"}},
    {"cld2/", {"rules"}},
    {"nlohmann/", {"reports"}},
    {"kainjow/", {"reports"}},
};

// The room that a path belongs to: the longest key that it starts with; "" for none.
std::string room_of(const std::string& path) {
  std::string best;
  for (const auto& [room, allowed] : kAllowed) {
    if (path.starts_with(room + "/") && room.size() > best.size()) best = room;
  }
  return best;
}

struct Include {
  int line = 0;
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes_of(std::istream& in) {
  std::vector<Include> includes;
  std::string text;
  for (int line = 1; std::getline(in, text); ++line) {
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string::npos || text.compare(start, 8, "#include") != 0) continue;
    const std::size_t open = text.find_first_of("<\"", start);
    const std::size_t close = text.find_first_of(">\"", open + 1);
    if (open == std::string::npos || close == std::string::npos) continue;
    includes.push_back({line, text.substr(open + 1, close - open - 1), text[open] == '"'});
  }
  return includes;
}

// One sentence for each include that the plan forbids: "rules/x.cpp:3: rules may not include
// scanner/net/client.h".
std::vector<std::string> violations(const std::string& path, std::istream& in) {
  std::vector<std::string> found;
  const std::string room = room_of(path);
  if (room.empty()) return found;
  for (const Include& include : includes_of(in)) {
    const std::string at =
        path + ":" + std::to_string(include.line) + ": " + room + " may not include " + include.target;
    if (include.quoted) {
      const std::string target = room_of(include.target);
      if (!target.empty() && target != room && !kAllowed.at(room).contains(target)) found.push_back(at);
      if (include.target.find("../") != std::string::npos) found.push_back(at + " (paths start at the root)");
    }
    for (const auto& [prefix, rooms] : kWrapped) {
      if (include.target.starts_with(prefix) && !rooms.contains(room)) found.push_back(at);
    }
  }
  return found;
}

TEST(Architecture, EveryIncludeFollowsThePlan) {
  const fs::path root = VEEDOR_SOURCE_DIR;
  int files = 0;
  for (const char* top : {"scanner", "rules", "reports", "demo", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      ++files;
      std::ifstream in(entry.path());
      for (const std::string& violation : violations(fs::relative(entry.path(), root).string(), in))
        ADD_FAILURE() << violation;
    }
  }
  EXPECT_GT(files, 100);
}

TEST(Architecture, EveryScannerFolderHasARoomInThePlan) {
  for (const auto& entry : fs::directory_iterator(fs::path(VEEDOR_SOURCE_DIR) / "scanner")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(kAllowed.contains("scanner/" + entry.path().filename().string())) << entry.path();
  }
}

TEST(Architecture, AForbiddenIncludeIsNamedWithItsLine) {
  std::istringstream upward("#pragma once\n\n#include \"scanner/net/client.h\"\n");
  EXPECT_EQ(violations("rules/engine.cpp", upward),
            std::vector<std::string>{"rules/engine.cpp:3: rules may not include scanner/net/client.h"});
  std::istringstream wrapped("#include <curl/curl.h>\n");
  EXPECT_EQ(violations("scanner/crawl/links.cpp", wrapped),
            std::vector<std::string>{"scanner/crawl/links.cpp:1: scanner/crawl may not include curl/curl.h"});
  std::istringstream fine("#include <vector>\n#include \"scanner/base/text.h\"\n");
  EXPECT_TRUE(violations("scanner/url/url.cpp", fine).empty());
}

}  // namespace
