// A TCP server on loopback that does exactly what a test tells it: raw bytes, silence, trickles, resets,
// endless bodies.
//
// Scripts run in a thread for each connection; everything ends with the server object. Any test folder may
// use it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace veedor::testing {

// What a client sent up to the empty line.
struct ScriptedRequest {
  std::string method;
  std::string target;
  std::string head;  // all of it, request line included
  std::chrono::steady_clock::time_point received;

  // The value of the first header of that name, spelled as the client spells it ("Cookie").
  std::optional<std::string> header(std::string_view name) const {
    const std::string start = "\r\n" + std::string(name) + ": ";
    const std::size_t at = head.find(start);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t from = at + start.size();
    return head.substr(from, head.find("\r\n", from) - from);
  }
};

// The server's end of a connection. Every member returns early, and false, once the server stops or the
// client has gone.
class ScriptedConnection {
 public:
  ScriptedConnection(int descriptor, const std::atomic<bool>& stopping)
      : fd_(descriptor), stopping_(stopping) {}

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      if (!wait_for(POLLOUT, std::chrono::seconds(20))) return false;
      const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  // Waits, but not for a client that closes.
  bool pause(std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (!stopping_ && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return !stopping_;
  }
  // Says nothing until the client gives up (20 seconds at most).
  void stall() {
    char sink[256];
    while (wait_for(POLLIN, std::chrono::seconds(20)) && ::recv(fd_, sink, sizeof sink, 0) > 0) {
    }
  }
  // The next close() sends a reset instead of an orderly end.
  void reset() {
    const linger now{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }
  // Bytes up to and including the empty line; nothing where the client sent no more.
  std::optional<std::string> receive_head() {
    while (true) {
      const std::size_t end = received_.find("\r\n\r\n");
      if (end != std::string::npos) {
        std::string head = received_.substr(0, end + 4);
        received_.erase(0, end + 4);
        return head;
      }
      char buffer[4096];
      if (received_.size() > (1U << 20) || !wait_for(POLLIN, std::chrono::seconds(20))) return std::nullopt;
      const ssize_t size = ::recv(fd_, buffer, sizeof buffer, 0);
      if (size <= 0) return std::nullopt;
      received_.append(buffer, static_cast<std::size_t>(size));
    }
  }
  int descriptor() const { return fd_; }

 private:
  bool wait_for(short events, std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!stopping_ && std::chrono::steady_clock::now() < end) {
      pollfd poll_on{fd_, events, 0};
      if (::poll(&poll_on, 1, 20) > 0) return true;
    }
    return false;
  }

  int fd_;
  const std::atomic<bool>& stopping_;
  std::string received_;
};

class ScriptedServer {
 public:
  // Called for a request; returns whether the connection stays open for another one.
  using Script = std::function<bool(ScriptedConnection&, const ScriptedRequest&)>;
  using ConnectionScript = std::function<void(ScriptedConnection&)>;

  explicit ScriptedServer(const std::string& address = "127.0.0.1", std::uint16_t port = 0)
      : address_(address) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    ::inet_pton(AF_INET, address.c_str(), &name.sin_addr);
    socklen_t size = sizeof name;
    const bool bound = ::bind(listener_, reinterpret_cast<sockaddr*>(&name), size) == 0 &&
                       ::listen(listener_, 128) == 0 &&
                       ::getsockname(listener_, reinterpret_cast<sockaddr*>(&name), &size) == 0;
    if (bound) port_ = ntohs(name.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;
  ~ScriptedServer() {
    stopping_ = true;
    acceptor_.join();
    for (std::thread& thread : threads_) thread.join();
    ::close(listener_);
  }

  // "200 OK" with this body and whatever header lines are given, each ending in CRLF.
  static std::string ok(std::string_view body, std::string_view header_lines = "") {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(header_lines) + "\r\n" + std::string(body);
  }
  // An answer without a body: "301 Moved Permanently" and header lines.
  static std::string bare(std::string_view status, std::string_view header_lines = "") {
    return "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: 0\r\n" + std::string(header_lines) +
           "\r\n";
  }

  // What answers a target ("/a?b"); the rest gets 404. Set before the first request, or between requests.
  void on(const std::string& target, Script script) {
    const std::lock_guard lock(mutex_);
    scripts_[target] = std::move(script);
  }
  void on(const std::string& target, std::string bytes) {
    on(target, [bytes = std::move(bytes)](ScriptedConnection& connection, const ScriptedRequest&) {
      return connection.send(bytes);
    });
  }
  // The bytes, then the end of the connection.
  void on_then_close(const std::string& target, std::string bytes) {
    on(target, [bytes = std::move(bytes)](ScriptedConnection& connection, const ScriptedRequest&) {
      connection.send(bytes);
      return false;
    });
  }
  // What answers every target that has no script of its own.
  void otherwise(Script script) {
    const std::lock_guard lock(mutex_);
    otherwise_ = std::move(script);
  }
  // Takes whole connections, before anything is read.
  void on_connection(ConnectionScript script) {
    const std::lock_guard lock(mutex_);
    connection_script_ = std::move(script);
  }

  std::uint16_t port() const { return port_; }
  std::string origin() const { return "http://" + address_ + ":" + std::to_string(port_); }
  std::string url(std::string_view target) const { return origin() + std::string(target); }
  std::vector<ScriptedRequest> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  int connections() const { return connections_; }

 private:
  void accept_all() {
    while (!stopping_) {
      pollfd poll_on{listener_, POLLIN, 0};
      if (::poll(&poll_on, 1, 20) <= 0) continue;
      const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) continue;
      if (++connections_ > kMaxConnections) {
        ::close(fd);
        continue;
      }
      threads_.emplace_back([this, fd] { serve(fd); });
    }
  }

  void serve(int fd) {
    ScriptedConnection connection(fd, stopping_);
    ConnectionScript whole;
    {
      const std::lock_guard lock(mutex_);
      whole = connection_script_;
    }
    if (whole) {
      whole(connection);
    } else {
      while (answer_one(connection)) {
      }
    }
    ::close(fd);
  }

  bool answer_one(ScriptedConnection& connection) {
    std::optional<std::string> head = connection.receive_head();
    if (!head) return false;
    ScriptedRequest request;
    const std::size_t first = head->find(' ');
    const std::size_t second = head->find(' ', first + 1);
    if (first == std::string::npos || second == std::string::npos) return false;
    request.method = head->substr(0, first);
    request.target = head->substr(first + 1, second - first - 1);
    request.head = std::move(*head);
    request.received = std::chrono::steady_clock::now();
    Script script;
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);
      const auto found = scripts_.find(request.target);
      script = found == scripts_.end() ? otherwise_ : found->second;
    }
    if (!script) return connection.send(bare("404 Not Found"));
    return script(connection, request);
  }

  static constexpr int kMaxConnections = 500;

  std::string address_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  mutable std::mutex mutex_;  // guards what tests and connection threads share: the scripts and the requests
  std::map<std::string, Script> scripts_;
  Script otherwise_;
  ConnectionScript connection_script_;
  std::vector<ScriptedRequest> requests_;
  std::vector<std::thread> threads_;  // the acceptor's alone until it has ended
  std::thread acceptor_;
};

}  // namespace veedor::testing
