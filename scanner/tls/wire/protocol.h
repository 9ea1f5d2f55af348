// The numbers of the TLS registries (IANA "TLS Parameters") that the hellos and their parser share.
#pragma once

#include <cstdint>

#include "scanner/facts/tls/version.h"

namespace veedor::tls {

namespace content {  // RFC 8446 §5.1, RFC 6520
inline constexpr std::uint8_t change_cipher_spec = 20;
inline constexpr std::uint8_t alert = 21;
inline constexpr std::uint8_t handshake = 22;
inline constexpr std::uint8_t application_data = 23;
inline constexpr std::uint8_t heartbeat = 24;
}  // namespace content

namespace message {  // RFC 8446 §4, RFC 5246 §7.4, RFC 6066 §8
inline constexpr std::uint8_t client_hello = 1;
inline constexpr std::uint8_t server_hello = 2;
inline constexpr std::uint8_t new_session_ticket = 4;
inline constexpr std::uint8_t certificate = 11;
inline constexpr std::uint8_t server_key_exchange = 12;
inline constexpr std::uint8_t certificate_request = 13;
inline constexpr std::uint8_t server_hello_done = 14;
inline constexpr std::uint8_t client_key_exchange = 16;
inline constexpr std::uint8_t finished = 20;
inline constexpr std::uint8_t certificate_status = 22;
}  // namespace message

namespace extension {  // RFC 8446 §4.2 and the registry
inline constexpr std::uint16_t server_name = 0;
inline constexpr std::uint16_t status_request = 5;
inline constexpr std::uint16_t supported_groups = 10;
inline constexpr std::uint16_t ec_point_formats = 11;
inline constexpr std::uint16_t signature_algorithms = 13;
inline constexpr std::uint16_t heartbeat = 15;
inline constexpr std::uint16_t alpn = 16;
inline constexpr std::uint16_t signed_certificate_timestamp = 18;
inline constexpr std::uint16_t padding = 21;
inline constexpr std::uint16_t encrypt_then_mac = 22;
inline constexpr std::uint16_t extended_master_secret = 23;
inline constexpr std::uint16_t session_ticket = 35;
inline constexpr std::uint16_t supported_versions = 43;
inline constexpr std::uint16_t key_share = 51;
inline constexpr std::uint16_t next_protocol = 13172;  // NPN, a draft
inline constexpr std::uint16_t renegotiation_info = 0xFF01;
}  // namespace extension

namespace alert {  // RFC 8446 §6
inline constexpr std::uint8_t warning = 1;
inline constexpr std::uint8_t fatal = 2;
inline constexpr std::uint8_t close_notify = 0;
inline constexpr std::uint8_t unexpected_message = 10;
inline constexpr std::uint8_t bad_record_mac = 20;
inline constexpr std::uint8_t handshake_failure = 40;
inline constexpr std::uint8_t illegal_parameter = 47;
inline constexpr std::uint8_t decode_error = 50;
inline constexpr std::uint8_t decrypt_error = 51;
inline constexpr std::uint8_t protocol_version = 70;
inline constexpr std::uint8_t insufficient_security = 71;
inline constexpr std::uint8_t internal_error = 80;
inline constexpr std::uint8_t inappropriate_fallback = 86;  // RFC 7507
inline constexpr std::uint8_t user_canceled = 90;
inline constexpr std::uint8_t no_renegotiation = 100;
inline constexpr std::uint8_t missing_extension = 109;
inline constexpr std::uint8_t unrecognized_name = 112;
}  // namespace alert

inline constexpr std::uint16_t kGroupX25519 = 0x001D;
inline constexpr std::uint16_t kRenegotiationScsv = 0x00FF;  // RFC 5746 §3.3
inline constexpr std::uint16_t kFallbackScsv = 0x5600;       // RFC 7507

// 0x0300 is SSL 3.0, 0x0304 is TLS 1.3; SSL 2.0 is 0x0002.
constexpr std::uint16_t wire_number(facts::TlsVersion version) {
  if (version == facts::TlsVersion::ssl2) return 0x0002;
  return static_cast<std::uint16_t>(0x02FF + static_cast<int>(version));
}

}  // namespace veedor::tls
