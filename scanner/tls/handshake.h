// One handshake by libssl, with verification off and everything allowed that it still can do: it fetches the
// chain, it judges nothing.
#pragma once

#include <chrono>
#include <string>

#include "scanner/facts/outcome.h"
#include "scanner/tls/openssl_types.h"
#include "scanner/tls/socket.h"

namespace veedor::tls {

struct Handshake {
  facts::Outcome outcome =
      facts::Outcome::tls_failed;  // `read`: a chain came, or the handshake was completed
  std::string detail;              // why it was not completed
  std::string cipher;              // IANA's name; "" where none was agreed
  CertificateChain chain;
};

// Over a connected socket. `server_name` is empty for an address.
Handshake shake_hands(const Socket& socket, const std::string& server_name,
                      std::chrono::milliseconds timeout);

}  // namespace veedor::tls
