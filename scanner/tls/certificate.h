// An X.509 certificate as the plain values that rules read, and whether it names a host (RFC 5280, RFC 9525).
#pragma once

#include <string>

#include "scanner/facts/host.h"
#include "scanner/tls/openssl_types.h"

namespace veedor::tls {

// What cannot be read stays at its default. Texts are printable UTF-8 of bounded length.
facts::Certificate describe(X509* certificate);

// RFC 9525 §6: by subjectAltName only; wildcards are a whole leftmost label. `host` is a domain or an address
// in text form.
bool names_host(X509* certificate, const std::string& host);

}  // namespace veedor::tls
