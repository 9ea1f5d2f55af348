// The numbers of the TLS registries (IANA "TLS Parameters") that the hellos and their parser share.
#pragma once

#include <cstdint>

#include "scanner/facts/host.h"

namespace veedor::tls {

namespace content {  // RFC 8446 §5.1
inline constexpr std::uint8_t change_cipher_spec = 20;
inline constexpr std::uint8_t alert = 21;
inline constexpr std::uint8_t handshake = 22;
}  // namespace content

namespace message {  // RFC 8446 §4
inline constexpr std::uint8_t client_hello = 1;
inline constexpr std::uint8_t server_hello = 2;
}  // namespace message

namespace extension {  // RFC 8446 §4.2 and the registry
inline constexpr std::uint16_t server_name = 0;
inline constexpr std::uint16_t supported_groups = 10;
inline constexpr std::uint16_t ec_point_formats = 11;
inline constexpr std::uint16_t signature_algorithms = 13;
inline constexpr std::uint16_t padding = 21;
inline constexpr std::uint16_t supported_versions = 43;
inline constexpr std::uint16_t key_share = 51;
}  // namespace extension

namespace alert {  // RFC 8446 §6
inline constexpr std::uint8_t warning = 1;
inline constexpr std::uint8_t fatal = 2;
inline constexpr std::uint8_t close_notify = 0;
inline constexpr std::uint8_t handshake_failure = 40;
inline constexpr std::uint8_t protocol_version = 70;
inline constexpr std::uint8_t insufficient_security = 71;
inline constexpr std::uint8_t internal_error = 80;
}  // namespace alert

inline constexpr std::uint16_t kGroupX25519 = 0x001D;

// 0x0300 is SSL 3.0, 0x0304 is TLS 1.3; SSL 2.0 is 0x0002.
constexpr std::uint16_t wire_number(facts::TlsVersion version) {
  if (version == facts::TlsVersion::ssl2) return 0x0002;
  return static_cast<std::uint16_t>(0x02FF + static_cast<int>(version));
}

}  // namespace veedor::tls
