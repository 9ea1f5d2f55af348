// The RSA primitive with a certificate's public key (RFC 8017 §5.1.1): no padding is added.
#pragma once

#include <memory>
#include <optional>

#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

class RsaKey {
 public:
  // Nothing where the DER is no certificate, or its key is of another kind or absurdly large.
  static std::optional<RsaKey> of_certificate(BytesView der);

  std::size_t size() const;  // of a block, in bytes
  // `block` has size() bytes and is, as a number, less than the modulus. Nothing where libcrypto refuses it.
  std::optional<Bytes> encrypt(const Bytes& block) const;

 private:
  struct Key;  // libcrypto's
  explicit RsaKey(std::shared_ptr<const Key> key) : key_(std::move(key)) {}
  std::shared_ptr<const Key> key_;
};

}  // namespace veedor::tls
