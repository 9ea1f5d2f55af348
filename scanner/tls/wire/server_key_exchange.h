// The server's part of the key exchange (RFC 5246 §7.4.3, RFC 8422 §5.4, RFC 6101 §5.6.3).
#pragma once

#include <cstdint>
#include <optional>

#include "scanner/base/result.h"
#include "scanner/facts/tls/suite.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

struct ServerKeyExchange {
  std::optional<std::uint16_t> group;  // of elliptic curves that have a name
  Bytes prime;                         // of Diffie-Hellman, without leading zeros
  Bytes generator;
  Bytes public_value;  // of Diffie-Hellman, or the point
  int export_rsa_bits = 0;
  std::optional<std::uint16_t> scheme;  // that signed it; from TLS 1.2 on
};

// `suite` and `version` are those that the ServerHello chose. An error where lengths are in contradiction. Of
// key exchanges by shared key, SRP and Kerberos nothing is read.
Result<ServerKeyExchange> parse_server_key_exchange(BytesView body, const facts::Suite& suite,
                                                    std::uint16_t version);

}  // namespace veedor::tls
