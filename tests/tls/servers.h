// Servers on 127.0.0.1 for the tests of scanner/tls: a bare listener with a scripted answer, and a TLS
// service made with libssl.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <thread>
#include <vector>

#include "demo/authority.h"
#include "scanner/facts/host.h"

namespace veedor::test {

// Calls `talk` with each accepted connection, in a thread of its own, and closes the connection when it
// returns.
class Server {
 public:
  using Talk = std::function<void(int descriptor, const std::atomic<bool>& stopping)>;
  explicit Server(Talk talk);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();
  std::uint16_t port() const { return port_; }
  int connections() const { return connections_; }

 private:
  void accept_all();

  Talk talk_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  std::list<std::thread> talks_;
  std::thread acceptor_;
};

// A port of 127.0.0.1 on which nobody listens.
std::uint16_t closed_port();

struct TlsService {
  demo::KeyPair pair;
  facts::TlsVersion lowest = facts::TlsVersion::tls1_2;
  facts::TlsVersion highest = facts::TlsVersion::tls1_3;
};
// A handshake with each client, then one line and an orderly end.
Server::Talk serve_tls(const TlsService& service);

// A handshake alone, after which the connection is raw again.
std::function<void(int descriptor)> accept_tls(const TlsService& service);

// Bytes in, as far as they come at once; empty where nothing comes within two seconds.
std::vector<std::uint8_t> receive(int descriptor);
void send(int descriptor, const std::vector<std::uint8_t>& bytes);

}  // namespace veedor::test
