// What a ServerHello or HelloRetryRequest says (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3 and §4.1.4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

struct ServerHello {
  std::uint16_t version = 0;  // negotiated: of supported_versions where it is there, else the legacy field
  std::uint16_t suite = 0;
  std::uint8_t compression = 0;
  Bytes session;                            // the identifier; empty where the session cannot be resumed by it
  bool retry_request = false;               // HelloRetryRequest
  bool downgraded = false;                  // RFC 8446 §4.1.3: says that the server knows a newer version
  std::optional<std::uint16_t> group;       // of key_share
  std::string alpn;                         // the protocol that was chosen (RFC 7301); bytes of the server's
  std::vector<std::string> next_protocols;  // NPN
  std::uint32_t timestamps = 0;             // RFC 6962 §3.3.1: how many
  std::vector<std::uint16_t> extensions;    // types, in the server's order

  bool has(std::uint16_t extension) const;
};

// `body` is the message without its four bytes of type and length. An error where any byte is missing,
// superfluous or in contradiction to another.
Result<ServerHello> parse_server_hello(BytesView body);

}  // namespace veedor::tls
