// Writes a ClientHello (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2, RFC 6101 §5.6.1.2), record included.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/tls/version.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

struct KeyShare {
  std::uint16_t group = 0;
  Bytes key;
};

struct ClientHello {
  // The highest version and, from TLS 1.3 on, the only one.
  facts::TlsVersion version = facts::TlsVersion::tls1_2;
  // RFC 5246 §E.1: written in the place of `version` where it is not 0, as a client of the future would.
  std::uint16_t legacy_version = 0;
  std::string server_name;  // a domain; empty for an address: RFC 6066 §3 forbids those
  std::vector<std::uint16_t> suites;
  std::vector<std::uint16_t> groups;
  std::vector<std::uint16_t> signature_schemes;
  std::vector<std::string_view> alpn;  // "h2"
  std::vector<std::uint8_t> compressions = {0};
  // RFC 8446 §4.2.8: without a share the server names its suite and group in a HelloRetryRequest, and no
  // cryptography is needed.
  std::vector<KeyShare> shares;
  bool extensions = true;       // false: none at all, for servers that fail on them
  bool status_request = false;  // RFC 6066 §8
  bool timestamps = false;      // RFC 6962 §3.3.1
  bool session_ticket = false;  // RFC 5077
  bool extended_master_secret = false;
  bool encrypt_then_mac = false;
  bool heartbeat = false;
  bool next_protocol = false;
  bool grease = false;       // RFC 8701: values that a server must ignore
  Bytes ticket;              // of a session to resume, with session_ticket
  std::size_t at_least = 0;  // bytes of the message: padded up to there (RFC 7685)
  std::array<std::uint8_t, 32> random{};
  Bytes session;  // at most 32 bytes; RFC 8446 §D.4: middleboxes want one of 32 with TLS 1.3
};

Bytes write(const ClientHello& hello);

}  // namespace veedor::tls
