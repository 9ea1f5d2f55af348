// What a server says before it waits for the client: up to ServerHelloDone (RFC 5246 §7.3), or up to the
// ServerHello or HelloRetryRequest of TLS 1.3.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scanner/tls/wire/records.h"
#include "scanner/tls/wire/server_hello.h"
#include "scanner/tls/wire/server_key_exchange.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

struct Flight {
  std::optional<ServerHello> hello;
  std::vector<Bytes> certificates;  // DER, as sent
  std::optional<ServerKeyExchange> key_exchange;
  Bytes staple;                        // the OCSPResponse of CertificateStatus; empty without
  bool certificate_requested = false;  // from the client
  bool complete = false;               // all that can be read in clear has come
};

// Takes one message in. False where it is not well formed, or out of place.
bool read_message(const HandshakeMessage& message, Flight& flight);

}  // namespace veedor::tls
