#include "scanner/tls/certificates/rsa_encrypt.h"

#include <openssl/rsa.h>

#include "scanner/tls/certificates/certificate.h"

namespace veedor::tls {

struct RsaKey::Key {
  X509Ptr certificate;
  EVP_PKEY* key;  // the certificate's
};

std::optional<RsaKey> RsaKey::of_certificate(BytesView der) {
  constexpr int kMaxBits = 16'384;
  X509Ptr certificate = parse_certificate(der);
  EVP_PKEY* key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
  if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key) > kMaxBits)
    return std::nullopt;
  return RsaKey(std::make_shared<const Key>(Key{std::move(certificate), key}));
}

std::size_t RsaKey::size() const { return static_cast<std::size_t>(EVP_PKEY_get_size(key_->key)); }

std::optional<Bytes> RsaKey::encrypt(const Bytes& block) const {
  using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
  const ContextPtr context(EVP_PKEY_CTX_new(key_->key, nullptr));
  Bytes out(size());
  std::size_t length = out.size();
  const bool done = context && EVP_PKEY_encrypt_init(context.get()) == 1 &&
                    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1 &&
                    EVP_PKEY_encrypt(context.get(), out.data(), &length, block.data(), block.size()) == 1;
  ERR_clear_error();
  if (!done) return std::nullopt;
  out.resize(length);
  return out;
}

}  // namespace veedor::tls
