// Name look-up and non-blocking TCP.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sys/socket.h>

#include "scanner/facts/outcome.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;

struct Address {
  sockaddr_storage storage{};
  socklen_t length = 0;
  const sockaddr& generic() const;
  bool is_loopback() const;  // 127.0.0.0/8, ::1
  Address with_port(std::uint16_t port) const;
  std::string text() const;  // "192.0.2.1", "2001:db8::1"
};

// `outcome` is `read` where there is at least one address. The system's resolver keeps its own time limit.
struct Resolution {
  facts::Outcome outcome = facts::Outcome::unknown_host;
  std::string detail;
  std::vector<Address> addresses;
};
Resolution resolve(std::string_view host, std::uint16_t port);

enum class Transfer : std::uint8_t { done, would_block, closed, reset };

// A TCP connection; closed when it is destroyed.
class Socket {
 public:
  Socket() = default;
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&& other) noexcept;
  ~Socket();

  // Begins to connect; false where it cannot even begin. It is connected, or has failed, once it is writable:
  // see pending_error().
  bool start(const Address& address);
  int descriptor() const { return descriptor_; }
  // The errno of an attempt to connect that has ended; 0 for success.
  int pending_error() const;
  // What was sent is dropped from the front of `bytes`. `done`: all of it.
  Transfer send(BytesView& bytes) const;
  // At most one buffer's worth is appended to `into`.
  Transfer receive(Bytes& into) const;

 private:
  int descriptor_ = -1;
};

// Milliseconds left, as poll takes them; 0 when the deadline is past.
int milliseconds_until(Deadline deadline);

}  // namespace veedor::tls
