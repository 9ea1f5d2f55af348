// What a certificate says in its extensions, and its key's particulars. Private to this folder.
#pragma once

#include "scanner/facts/tls/certificate.h"
#include "scanner/tls/certificates/openssl_types.h"

namespace veedor::tls {

// What cannot be read stays at its default. Texts are printable and of bounded length and number.
void describe_extensions(X509* certificate, facts::Certificate& facts);
void describe_key(const EVP_PKEY* key, facts::Certificate& facts);
void describe_fingerprints(X509* certificate, facts::Certificate& facts);

}  // namespace veedor::tls
