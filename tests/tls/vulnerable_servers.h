// Servers on 127.0.0.1 that behave as vulnerable products did, by scripts: nothing of the kind can be
// installed.
#pragma once

#include <memory>

#include "demo/authority.h"
#include "tests/tls/servers.h"

struct evp_pkey_st;

namespace veedor::test {

// ServerHello (TLS 1.2, TLS_RSA_WITH_AES_128_CBC_SHA), Certificate and ServerHelloDone.
std::vector<std::uint8_t> rsa_flight(const std::vector<std::uint8_t>& certificate,
                                     const std::vector<std::uint8_t>& session = {}, bool heartbeat = false);

// A key and its certificate as DER, for servers that decrypt.
class RsaIdentity {
 public:
  RsaIdentity();
  const std::vector<std::uint8_t>& certificate() const { return certificate_; }
  // The block under the padding; empty where the length is wrong.
  std::vector<std::uint8_t> decrypt(const std::vector<std::uint8_t>& secret) const;

 private:
  std::shared_ptr<evp_pkey_st> key_;
  std::vector<std::uint8_t> certificate_;
};

// The encrypted secret of the ClientKeyExchange in these records; empty without.
std::vector<std::uint8_t> encrypted_secret(const std::vector<std::uint8_t>& records);

std::vector<std::uint8_t> alert_record(std::uint8_t description);

}  // namespace veedor::test
