// Whole handshakes by libssl, with verification off and everything allowed that it still can do: they fetch
// chains, tickets and staples, they judge nothing.
#pragma once

#include <cstdint>
#include <string>

#include "scanner/facts/outcome.h"
#include "scanner/facts/tls/version.h"
#include "scanner/tls/certificates/openssl_types.h"
#include "scanner/tls/line/line.h"

namespace veedor::tls {

struct HandshakeOptions {
  std::string server_name;  // empty for an address
  facts::TlsVersion lowest = facts::TlsVersion::tls1_0;
  facts::TlsVersion highest = facts::TlsVersion::tls1_3;
  bool tickets = true;
  const char* signatures = nullptr;  // OpenSSL's list of schemes; null: its own
  SSL_SESSION* resume = nullptr;     // kept by the caller
  bool renegotiate = false;          // asks for another handshake in the same connection (up to TLS 1.2)
};

struct Handshake {
  facts::Outcome outcome =
      facts::Outcome::tls_failed;  // `read`: a chain came, or the handshake was completed
  std::string detail;              // why it was not completed
  bool connected = false;
  bool completed = false;
  std::string cipher;  // IANA's name; "" where none was agreed
  facts::TlsVersion version = facts::TlsVersion::tls1_2;
  CertificateChain chain;
  Bytes staple;        // OCSPResponse; empty without
  SessionPtr session;  // that can be resumed; null without
  bool resumed = false;
  Bytes ticket;                       // of the session; empty without
  std::uint32_t ticket_lifetime = 0;  // seconds, of its hint
  std::uint32_t early_data = 0;       // bytes of 0-RTT that the ticket allows
  std::string alpn;
  facts::Support renegotiated = facts::Support::not_tested;
};

// One connection.
Handshake shake_hands(Loop& loop, const Address& address, std::chrono::milliseconds timeout,
                      HandshakeOptions options);

}  // namespace veedor::tls
