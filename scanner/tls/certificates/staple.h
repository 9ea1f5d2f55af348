// An OCSP response that came with the handshake (RFC 6960, RFC 6066 §8).
#pragma once

#include <string>

#include "scanner/base/time.h"
#include "scanner/facts/tls/tls.h"
#include "scanner/tls/certificates/openssl_types.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

// What the response says of the chain's first certificate at `now`; its signature is verified by the chain.
// `none` for an empty one, and with a
// detail where the issuer was not sent.
facts::Staple judge_staple(BytesView response, const CertificateChain& chain, Time now);

}  // namespace veedor::tls
