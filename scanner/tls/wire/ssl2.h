// SSL 2.0's hello and its answer (draft-hickman-netscape-ssl): another record layer, another handshake.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

// A CLIENT-HELLO that offers `kinds`, three bytes each.
Bytes write_ssl2_hello(const std::vector<std::uint32_t>& kinds,
                       const std::array<std::uint8_t, 16>& challenge);

struct Ssl2Hello {
  std::vector<std::uint32_t> kinds;  // that the server takes, of those that were offered
  Bytes certificate;                 // DER
};

// `bytes` is what has come so far. Nothing: more is needed. An error: this is no SERVER-HELLO of SSL 2.0.
Result<std::optional<Ssl2Hello>> parse_ssl2_hello(BytesView bytes);

}  // namespace veedor::tls
