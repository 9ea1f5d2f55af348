#include "scanner/tls/line/socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace veedor::tls {
namespace {

using facts::Outcome;

constexpr std::size_t kMaxAddresses = 8;  // a name may have hundreds; each costs up to one time limit

}  // namespace

const sockaddr& Address::generic() const {
  return reinterpret_cast<const sockaddr&>(storage);  // what the sockets API is made for
}

bool Address::is_loopback() const {
  if (storage.ss_family == AF_INET6)
    return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(storage).sin6_addr);
  return storage.ss_family == AF_INET &&
         ntohl(reinterpret_cast<const sockaddr_in&>(storage).sin_addr.s_addr) >> 24 == 127;
}

Address Address::with_port(std::uint16_t port) const {
  Address other = *this;
  // The port stands at the same place in both families.
  if (storage.ss_family == AF_INET6) reinterpret_cast<sockaddr_in6&>(other.storage).sin6_port = htons(port);
  if (storage.ss_family == AF_INET) reinterpret_cast<sockaddr_in&>(other.storage).sin_port = htons(port);
  return other;
}

std::string Address::text() const {
  std::array<char, NI_MAXHOST> text{};
  if (getnameinfo(&generic(), length, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0) return {};
  return text.data();
}

Resolution resolve(std::string_view host, std::uint16_t port) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (host.empty() || host.find('\0') != std::string_view::npos) {
    return {Outcome::unknown_host, "this is no host name", {}};
  }
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const int error = getaddrinfo(std::string(host).c_str(), std::to_string(port).c_str(), &hints, &list);
  if (error == EAI_AGAIN) return {Outcome::dns_failed, gai_strerror(error), {}};
  if (error != 0) return {Outcome::unknown_host, gai_strerror(error), {}};
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(list, &freeaddrinfo);

  Resolution resolution{Outcome::read, {}, {}};
  for (const addrinfo* entry = list; entry != nullptr; entry = entry->ai_next) {
    if (resolution.addresses.size() == kMaxAddresses) break;
    Address address;
    address.length = std::min<socklen_t>(entry->ai_addrlen, sizeof address.storage);
    std::memcpy(&address.storage, entry->ai_addr, address.length);
    resolution.addresses.push_back(address);
  }
  return resolution;
}

Socket::Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Socket::~Socket() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool Socket::start(const Address& address) {
  assert(descriptor_ < 0);
  descriptor_ = socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor_ < 0) return false;
  return ::connect(descriptor_, &address.generic(), address.length) == 0 || errno == EINPROGRESS;
}

int Socket::pending_error() const {
  int error = 0;
  socklen_t length = sizeof error;
  return getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

Transfer Socket::send(BytesView& bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent >= 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return Transfer::would_block;
    } else if (errno != EINTR) {
      return Transfer::reset;
    }
  }
  return Transfer::done;
}

Transfer Socket::receive(Bytes& into) const {
  std::array<std::uint8_t, 16'384> buffer{};
  while (true) {
    const ssize_t count = recv(descriptor_, buffer.data(), buffer.size(), 0);
    if (count > 0) {
      into.insert(into.end(), buffer.begin(), buffer.begin() + count);
      return Transfer::done;
    }
    if (count == 0) return Transfer::closed;
    if (errno == EAGAIN || errno == EWOULDBLOCK) return Transfer::would_block;
    if (errno != EINTR) return Transfer::reset;
  }
}

int milliseconds_until(Deadline deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 3'600'000));
}

}  // namespace veedor::tls
