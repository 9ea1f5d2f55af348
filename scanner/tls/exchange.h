// Sends several hellos to one address at the same time, a connection each, and reads the first answer on
// every one of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/tls/server_hello.h"
#include "scanner/tls/socket.h"
#include "scanner/tls/wire.h"

namespace veedor::tls {

enum class Ending : std::uint8_t {
  server_hello,  // `hello` holds it
  alert,         // a fatal one: `alert` holds its description
  closed,        // an orderly end without an answer
  reset,         // the connection broke
  timed_out,
  malformed,  // what came is not TLS, or not what RFC 8446 and 5246 allow here
  not_connected,
};

struct Answer {
  Ending ending = Ending::timed_out;
  std::optional<ServerHello> hello;
  std::uint8_t alert = 0;
};

// One answer for each hello, in their order. All of them end within `timeout`.
std::vector<Answer> exchange(const Address& address, std::span<const Bytes> hellos,
                             std::chrono::milliseconds timeout);

}  // namespace veedor::tls
