// The shape of a chain as it was sent (RFC 5246 §7.4.2, RFC 8446 §4.4.2).
#pragma once

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/certificates/openssl_types.h"

namespace veedor::tls {

// The certificate of the chain that issued the host's own, wherever it stands; null where none was sent.
X509* issuer_in(const CertificateChain& chain);

// By names and key identifiers, as path building compares them; signatures are not verified.
facts::ChainShape shape_of(const CertificateChain& chain);

}  // namespace veedor::tls
