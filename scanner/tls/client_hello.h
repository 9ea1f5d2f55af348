// Writes the ClientHello that asks for one version (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2, RFC 6101 §5.6.1.2),
// record included.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "scanner/facts/host.h"
#include "scanner/tls/wire.h"

namespace veedor::tls {

// RFC 8446 §4.2.8: without a share the server names its suite and group in a HelloRetryRequest, and no
// cryptography is needed. A few servers refuse that; they get 32 random bytes, which are a valid point of
// X25519.
enum class KeyShare : std::uint8_t { empty, x25519 };

struct ClientHello {
  facts::TlsVersion version =
      facts::TlsVersion::tls1_2;  // the highest one and, from TLS 1.3 on, the only one
  std::string server_name;        // a domain; empty for an address: RFC 6066 §3 forbids those
  std::vector<std::uint16_t> suites;
  KeyShare key_share = KeyShare::empty;
  std::array<std::uint8_t, 32> random{};
  std::array<std::uint8_t, 32> session{};  // TLS 1.3 only: middleboxes want one (RFC 8446 §D.4)
  std::array<std::uint8_t, 32> share{};
};

Bytes write(const ClientHello& hello);

}  // namespace veedor::tls
