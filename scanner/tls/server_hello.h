// What a ServerHello or HelloRetryRequest says (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3 and §4.1.4).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/tls/wire.h"

namespace veedor::tls {

struct ServerHello {
  std::uint16_t version = 0;  // negotiated: of supported_versions where it is there, else the legacy field
  std::uint16_t suite = 0;
  std::uint8_t compression = 0;
  bool retry_request = false;             // HelloRetryRequest
  std::optional<std::uint16_t> group;     // of key_share
  std::vector<std::uint16_t> extensions;  // types, in the server's order
};

// `body` is the message without its four bytes of type and length. An error where any byte is missing,
// superfluous or in contradiction to another.
Result<ServerHello> parse_server_hello(BytesView body);

}  // namespace veedor::tls
