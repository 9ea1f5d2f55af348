// OpenSSL's objects with owners, so that no path forgets to free one. Private to this folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace veedor::tls {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

inline void free_names(GENERAL_NAMES* names) { GENERAL_NAMES_free(names); }
inline void free_openssl_string(char* text) { OPENSSL_free(text); }
inline void free_certificates_view(STACK_OF(X509) * stack) {
  sk_X509_free(stack);
}  // the stack, not what it points to

using BioPtr = std::unique_ptr<BIO, Freer<BIO_free>>;
using SslContextPtr = std::unique_ptr<SSL_CTX, Freer<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, Freer<SSL_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Freer<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Freer<X509_STORE_CTX_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Freer<free_names>>;
using SessionPtr = std::unique_ptr<SSL_SESSION, Freer<SSL_SESSION_free>>;
using BignumPtr = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using OcspResponsePtr = std::unique_ptr<OCSP_RESPONSE, Freer<OCSP_RESPONSE_free>>;
using OcspBasicPtr = std::unique_ptr<OCSP_BASICRESP, Freer<OCSP_BASICRESP_free>>;
using OcspIdPtr = std::unique_ptr<OCSP_CERTID, Freer<OCSP_CERTID_free>>;
using PointsPtr = std::unique_ptr<CRL_DIST_POINTS, Freer<CRL_DIST_POINTS_free>>;
using KeyUsesPtr = std::unique_ptr<EXTENDED_KEY_USAGE, Freer<EXTENDED_KEY_USAGE_free>>;
using FeaturesPtr = std::unique_ptr<TLS_FEATURE, Freer<TLS_FEATURE_free>>;
using AccessPtr = std::unique_ptr<AUTHORITY_INFO_ACCESS, Freer<AUTHORITY_INFO_ACCESS_free>>;
using StringPtr = std::unique_ptr<char, Freer<free_openssl_string>>;
using CertificateStackView = std::unique_ptr<STACK_OF(X509), Freer<free_certificates_view>>;

using CertificateChain = std::vector<X509Ptr>;  // as the server sent it

// The sentence of the newest error of this thread, which is then forgotten; "" where there is none.
inline std::string take_openssl_error() {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  ERR_clear_error();
  return reason == nullptr ? std::string() : std::string(reason);
}

}  // namespace veedor::tls
