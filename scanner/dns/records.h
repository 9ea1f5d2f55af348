// What CAA, TLSA and HTTPS records say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/dns/message.h"
#include "scanner/facts/tls/dns.h"

namespace veedor::dns {

// RFC 8659 §4.1. The tag is in lower case; the value is printable and of at most 512 bytes.
Result<facts::Caa> read_caa(BytesView data);

// RFC 6698 §2.1. `matches` is left false: see tlsa.h.
Result<facts::Tlsa> read_tlsa(BytesView data);

struct ServiceBinding {
  std::uint16_t priority = 0;  // 0: an alias of `target`
  std::string target;          // "" is the owner itself, or for an alias: there is no service
  std::vector<std::string> alpn;
  bool encrypted_client_hello = false;
};
// RFC 9460 §2.2; parameters must be in ascending order.
Result<ServiceBinding> read_https(BytesView data);

}  // namespace veedor::dns
