// A folder on loopback: index files, types, and no way out of it.
#include "cli/folder_server.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <httplib.h>

namespace veedor::cli {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

class FolderServerTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "veedor-folder-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    outside_ = name;
    root_ = outside_ / "site";
    fs::create_directories(root_ / "sub folder");
    write(outside_ / "secret.txt", "secret");
    write(root_ / "index.html", "<p>home");
    write(root_ / "sub folder" / "index.htm", "<p>sub");
    write(root_ / "año nuevo.HTML", "<p>new year");
    write(root_ / "style.css", "p{}");
    fs::create_symlink(outside_ / "secret.txt", root_ / "escape.txt");
    fs::create_symlink(outside_, root_ / "up");
    fs::create_symlink("style.css", root_ / "inside.css");
  }
  void TearDown() override { fs::remove_all(outside_); }

  fs::path outside_;
  fs::path root_;
};

TEST_F(FolderServerTest, ServesFilesWithTheirTypes) {
  auto server = FolderServer::start(root_);
  ASSERT_TRUE(server.ok());
  EXPECT_EQ((*server)->url(), "http://127.0.0.1:" + std::to_string((*server)->port()) + "/");
  httplib::Client client("127.0.0.1", (*server)->port());
  struct Case {
    const char* path;
    int status;
    const char* type;
    const char* body;
  };
  for (const Case& c : std::vector<Case>{
           {"/", 200, "text/html", "<p>home"},
           {"/?a=b", 200, "text/html", "<p>home"},
           {"/sub%20folder/", 200, "text/html", "<p>sub"},
           {"/a%C3%B1o%20nuevo.HTML", 200, "text/html", "<p>new year"},
           {"/style.css", 200, "text/css", "p{}"},
           {"/inside.css", 200, "text/css", "p{}"},
           {"/style.css/", 404, "text/plain", "404\n"},
           {"/none", 404, "text/plain", "404\n"},
           {"/escape.txt", 404, "text/plain", "404\n"},
           {"/up/secret.txt", 404, "text/plain", "404\n"},
           {"/../secret.txt", 404, "text/plain", "404\n"},
           {"/%2e%2e/secret.txt", 404, "text/plain", "404\n"},
           {"/..%2fsecret.txt", 404, "text/plain", "404\n"},
           {"/style.css%00.html", 404, "text/plain", "404\n"},
           {"//etc/passwd", 404, "text/plain", "404\n"},
       }) {
    const auto answer = client.Get(c.path);
    ASSERT_TRUE(answer) << c.path;
    EXPECT_EQ(answer->status, c.status) << c.path;
    EXPECT_EQ(answer->get_header_value("Content-Type"), c.type) << c.path;
    EXPECT_EQ(answer->body, c.body) << c.path;
  }
}

TEST_F(FolderServerTest, RedirectsAFolderToItsSlash) {
  auto server = FolderServer::start(root_);
  ASSERT_TRUE(server.ok());
  httplib::Client client("127.0.0.1", (*server)->port());
  for (const char* path : {"/sub%20folder", "//sub%20folder"}) {
    const auto answer = client.Get(path);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 301);
    EXPECT_EQ(answer->get_header_value("Location"), "/sub folder/");  // this client decodes what it shows
  }
}

TEST_F(FolderServerTest, ServesOneFileAndNothingBeside) {
  auto server = FolderServer::start(root_ / "año nuevo.HTML");
  ASSERT_TRUE(server.ok());
  EXPECT_TRUE((*server)->url().ends_with("/a%C3%B1o%20nuevo.HTML")) << (*server)->url();
  httplib::Client client("127.0.0.1", (*server)->port());
  EXPECT_EQ(client.Get("/a%C3%B1o%20nuevo.HTML")->status, 200);
  EXPECT_EQ(client.Get("/style.css")->status, 404);
  EXPECT_EQ(client.Get("/")->status, 404);
}

TEST_F(FolderServerTest, AnswersManyConnectionsAtOnce) {
  auto server = FolderServer::start(root_);
  ASSERT_TRUE(server.ok());
  std::vector<int> good(24);
  {
    std::vector<std::jthread> clients;
    for (int& count : good) {
      clients.emplace_back([&count, port = (*server)->port()] {
        httplib::Client client("127.0.0.1", port);
        client.set_keep_alive(true);
        for (int i = 0; i < 20; ++i) {
          const auto answer = client.Get("/");
          count += answer && answer->status == 200 ? 1 : 0;
        }
      });
    }
  }
  EXPECT_EQ(good, std::vector<int>(24, 20));
}

TEST(FolderServer, NamesWhatIsNotThere) {
  const auto server = FolderServer::start("/no/such/folder");
  ASSERT_FALSE(server.ok());
  EXPECT_NE(server.error().message.find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace veedor::cli
