// A resolver on 127.0.0.1 that answers as a test scripts it, over UDP and TCP on the same port.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "scanner/dns/message.h"
#include "scanner/dns/resolvers.h"

namespace veedor::test {

struct Asked {
  std::string name;
  std::uint16_t type = 0;
  bool tcp = false;
};

// An answer in the making: the header and the question of a query, then records.
class DnsAnswer {
 public:
  explicit DnsAnswer(const dns::Bytes& query, int code = 0);
  DnsAnswer& flag(std::uint16_t bit);  // sets it: 0x0020 is AD, 0x0200 is TC
  DnsAnswer& no_recursion();
  DnsAnswer& record(const std::string& owner, std::uint16_t type, const dns::Bytes& data);
  DnsAnswer& alias(const std::string& owner, const std::string& target);
  const dns::Bytes& bytes() const { return bytes_; }

 private:
  dns::Bytes bytes_;
};

// The bytes of a name without compression.
dns::Bytes plain_name(const std::string& name);

class DnsServer {
 public:
  // Called in the server's thread with one query at a time; each that it returns is sent.
  using Script = std::function<std::vector<dns::Bytes>(const Asked& asked, const dns::Bytes& query)>;
  explicit DnsServer(Script script);
  DnsServer(const DnsServer&) = delete;
  DnsServer& operator=(const DnsServer&) = delete;
  ~DnsServer();

  dns::Resolver resolver() const { return {"127.0.0.1", port_}; }
  std::vector<Asked> asked() const;

 private:
  void serve();
  void serve_tcp();
  std::vector<dns::Bytes> answer(const dns::Bytes& query, bool tcp);

  Script script_;
  int udp_ = -1;
  int tcp_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;  // of asked_, which the test reads while the server runs
  std::vector<Asked> asked_;
  std::thread thread_;
};

}  // namespace veedor::test
