// An X.509 certificate as the plain values that rules read, and whether it names a host (RFC 5280, RFC 9525).
#pragma once

#include <string>

#include "scanner/facts/tls/certificate.h"
#include "scanner/tls/certificates/openssl_types.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

// What cannot be read stays at its default. Texts are printable UTF-8 of bounded length.
facts::Certificate describe(X509* certificate);

// Of a DER as a server sent it; null where it is no certificate.
X509Ptr parse_certificate(BytesView der);

// RFC 9525 §6: by subjectAltName only; wildcards are a whole leftmost label. `host` is a domain or an address
// in text form.
bool names_host(X509* certificate, const std::string& host);

}  // namespace veedor::tls
