#include "tests/dns/server.h"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "scanner/base/text.h"

namespace veedor::test {
namespace {

void append(dns::Bytes& out, std::uint32_t value, int width) {
  for (int i = width; i-- > 0;) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

bool bind_to(int socket, std::uint16_t port) {
  const sockaddr_in address = loopback(port);
  return ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

dns::Bytes plain_name(const std::string& name) {
  dns::Bytes out;
  for (const std::string_view label : split(name, '.')) {
    if (label.empty()) continue;
    out.push_back(static_cast<std::uint8_t>(label.size()));
    out.insert(out.end(), label.begin(), label.end());
  }
  out.push_back(0);
  return out;
}

// The query ends with its OPT record of eleven bytes, which the answer leaves out.
DnsAnswer::DnsAnswer(const dns::Bytes& query, int code) : bytes_(query.begin(), query.end() - 11) {
  bytes_[2] = 0x81;
  bytes_[3] = static_cast<std::uint8_t>(0x80 | code);
  bytes_[11] = 0;
}

DnsAnswer& DnsAnswer::flag(std::uint16_t bit) {
  bytes_[2] = static_cast<std::uint8_t>(bytes_[2] | bit >> 8);
  bytes_[3] = static_cast<std::uint8_t>(bytes_[3] | (bit & 0xFF));
  return *this;
}

DnsAnswer& DnsAnswer::no_recursion() {
  bytes_[3] &= 0x7F;
  return *this;
}

DnsAnswer& DnsAnswer::record(const std::string& owner, std::uint16_t type, const dns::Bytes& data) {
  const dns::Bytes name = plain_name(owner);
  bytes_.insert(bytes_.end(), name.begin(), name.end());
  append(bytes_, type, 2);
  append(bytes_, 1, 2);
  append(bytes_, 300, 4);
  append(bytes_, static_cast<std::uint32_t>(data.size()), 2);
  bytes_.insert(bytes_.end(), data.begin(), data.end());
  ++bytes_[7];
  return *this;
}

DnsAnswer& DnsAnswer::alias(const std::string& owner, const std::string& target) {
  return record(owner, dns::type::cname, plain_name(target));
}

DnsServer::DnsServer(Script script) : script_(std::move(script)) {
  // The port must be free for both; another program may have one of them.
  for (int tries = 0; tries < 50 && port_ == 0; ++tries) {
    udp_ = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    tcp_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in bound{};
    socklen_t length = sizeof bound;
    if (bind_to(udp_, 0) && ::getsockname(udp_, reinterpret_cast<sockaddr*>(&bound), &length) == 0 &&
        bind_to(tcp_, ntohs(bound.sin_port)) && ::listen(tcp_, 16) == 0) {
      port_ = ntohs(bound.sin_port);
      break;
    }
    ::close(udp_);
    ::close(tcp_);
  }
  if (port_ == 0) throw std::runtime_error("no port for the scripted resolver");
  thread_ = std::thread([this] { serve(); });
}

DnsServer::~DnsServer() {
  stopping_ = true;
  thread_.join();
  ::close(udp_);
  ::close(tcp_);
}

std::vector<Asked> DnsServer::asked() const {
  const std::scoped_lock lock(mutex_);
  return asked_;
}

std::vector<dns::Bytes> DnsServer::answer(const dns::Bytes& query, bool tcp) {
  const Result<dns::Message> message = dns::parse_message(query);
  if (!message) return {};
  const Asked asked{message->question, message->question_type, tcp};
  {
    const std::scoped_lock lock(mutex_);
    asked_.push_back(asked);
  }
  return script_(asked, query);
}

void DnsServer::serve() {
  while (!stopping_) {
    std::array<pollfd, 2> entries{pollfd{udp_, POLLIN, 0}, pollfd{tcp_, POLLIN, 0}};
    if (::poll(entries.data(), entries.size(), 20) <= 0) continue;
    if (entries[0].revents & POLLIN) {
      dns::Bytes query(2048);
      sockaddr_in client{};
      socklen_t length = sizeof client;
      const ssize_t size =
          ::recvfrom(udp_, query.data(), query.size(), 0, reinterpret_cast<sockaddr*>(&client), &length);
      if (size <= 0) continue;
      query.resize(static_cast<std::size_t>(size));
      for (const dns::Bytes& bytes : answer(query, false))
        ::sendto(udp_, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr*>(&client), length);
    }
    if (entries[1].revents & POLLIN) serve_tcp();
  }
}

void DnsServer::serve_tcp() {
  const int client = ::accept4(tcp_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  dns::Bytes query(2048);
  const ssize_t size = ::recv(client, query.data(), query.size(), 0);
  if (size > 2) {
    query.resize(static_cast<std::size_t>(size));
    for (const dns::Bytes& bytes : answer({query.begin() + 2, query.end()}, true)) {
      dns::Bytes framed;
      append(framed, static_cast<std::uint32_t>(bytes.size()), 2);
      framed.insert(framed.end(), bytes.begin(), bytes.end());
      for (const std::uint8_t byte : framed) ::send(client, &byte, 1, MSG_NOSIGNAL);  // in many pieces
    }
  }
  ::close(client);
}

}  // namespace veedor::test
