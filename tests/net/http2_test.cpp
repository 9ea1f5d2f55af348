// HTTP/2 by ALPN against Node's own server, where Node is installed; skipped by name where it is not.
#include <csignal>
#include <cstdlib>
#include <fstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/net/fetching.h"
#include "tests/net/tls_server.h"

namespace veedor::net {
namespace {

using testing::fetch;
using testing::name_of;

// Says its port on standard output, answers "2 /path", and resets the stream of /reset. HTTP/1.1 is served
// too. It ends with its standard input, should the test die.
constexpr const char* kProgram = R"(
const fs = require('fs'), http2 = require('http2');
const [key, cert] = process.argv.slice(1).map((name) => fs.readFileSync(name));
const server = http2.createSecureServer({key, cert, allowHTTP1: true}, (request, response) => {
  if (request.httpVersionMajor === 2 && request.url === '/reset') return response.stream.close(2);
  if (request.url === '/loop') { response.writeHead(302, {location: '/end'}); return response.end(); }
  response.setHeader('X-Served', 'yes');
  response.end(request.httpVersionMajor + ' ' + request.url);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit()).resume();
)";

class NodeServer {
 public:
  NodeServer() {
    const testing::TlsServer certificate;
    std::ofstream(key_file_) << certificate.key_pem();
    std::ofstream(certificate_file_) << certificate.pem();
    int input[2];
    int output[2];
    if (::pipe2(input, O_CLOEXEC) != 0 || ::pipe2(output, O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input[0], 0);
    ::posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    std::vector<std::string> words = {"node", "-e", kProgram, key_file_, certificate_file_};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (::posix_spawnp(&process_, "node", &actions, nullptr, arguments.data(), environ) != 0) process_ = 0;
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(input[0]);
    ::close(output[1]);
    input_ = input[1];
    char text[32] = {};
    pollfd poll_on{output[0], POLLIN, 0};
    if (process_ > 0 && ::poll(&poll_on, 1, 20'000) > 0 && ::read(output[0], text, sizeof text - 1) > 0) {
      port_ = std::strtol(text, nullptr, 10);
    }
    ::close(output[0]);
  }
  NodeServer(const NodeServer&) = delete;
  NodeServer& operator=(const NodeServer&) = delete;
  ~NodeServer() {
    ::close(input_);
    if (process_ > 0) {
      ::kill(process_, SIGTERM);
      ::waitpid(process_, nullptr, 0);
    }
    std::remove(key_file_.c_str());
    std::remove(certificate_file_.c_str());
  }

  bool running() const { return port_ > 0; }
  std::string url(const std::string& target) const {
    return "https://127.0.0.1:" + std::to_string(port_) + target;
  }
  Options options() const {
    Options options = testing::quick_options();
    options.ca_file = certificate_file_;
    return options;
  }

 private:
  std::string files_ = ::testing::TempDir() + "veedor-http2-" + std::to_string(::getpid());
  std::string key_file_ = files_ + "-key.pem";
  std::string certificate_file_ = files_ + "-certificate.pem";
  pid_t process_ = 0;
  int input_ = -1;
  long port_ = 0;
};

TEST(Http2, IsSpokenWhereTheServerOffersIt) {
  const NodeServer server;
  if (!server.running()) GTEST_SKIP() << "Node is not installed";
  Client client = testing::make_client(server.options());
  const facts::Response page = fetch(client, server.url("/page"));
  EXPECT_EQ(name_of(page), "read") << page.detail;
  EXPECT_EQ(page.body, "2 /page");
  EXPECT_EQ(page.http_version, "2");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.find("x-served"), "yes");

  const facts::Response followed = fetch(client, server.url("/loop"));
  EXPECT_EQ(followed.body, "2 /end");
  EXPECT_EQ(followed.redirects.size(), 1U);

  const facts::Response head = fetch(client, server.url("/page"), Method::head);
  EXPECT_EQ(name_of(head), "read");
  EXPECT_EQ(head.body, "");

  for (std::uint64_t id = 0; id < 50; ++id) {
    Request request;
    request.id = id;
    request.url = testing::parse_url(server.url("/" + std::to_string(id)));
    client.start(std::move(request));
  }
  const std::vector<Finished> all = testing::finish_all(client);
  ASSERT_EQ(all.size(), 50U);
  for (const Finished& one : all) EXPECT_EQ(one.response.body, "2 /" + std::to_string(one.id));
}

TEST(Http2, AFailedStreamFallsBackToHttp1) {
  const NodeServer server;
  if (!server.running()) GTEST_SKIP() << "Node is not installed";
  Client client = testing::make_client(server.options());
  const facts::Response response = fetch(client, server.url("/reset"));
  EXPECT_EQ(name_of(response), "read") << response.detail;
  EXPECT_EQ(response.body, "1 /reset");
  EXPECT_EQ(response.http_version, "1.1");
  EXPECT_EQ(response.attempts, 2);
}

}  // namespace
}  // namespace veedor::net
