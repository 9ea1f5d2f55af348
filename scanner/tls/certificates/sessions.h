// Resumption, tickets, 0-RTT and renegotiation, by whole handshakes.
#pragma once

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/certificates/handshake.h"

namespace veedor::tls {

// Where the handshakes go.
struct Service {
  Loop& loop;
  const Address& address;
  const std::string& server_name;
  std::chrono::milliseconds timeout;
};

// `first` is a handshake in the best version. `legacy`: a version up to TLS 1.2 is offered beside it. Up to
// five connections more. Returns a ticket of TLS 1.2 or before; empty without.
Bytes try_sessions(const Service& service, const Handshake& first, bool legacy, facts::TlsFeatures& features);

}  // namespace veedor::tls
