// The cipher suites that a web server can choose (IANA "TLS Cipher Suites"; without PSK, SRP and Kerberos),
// as data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/facts/host.h"

namespace veedor::tls {

struct Suite {
  std::uint16_t code;
  facts::TlsVersion since;  // the first version that can use it; TLS 1.3 shares none with the others
  std::string_view name;    // IANA's
};

// In the order in which they are offered: what servers use today first, so that a shortened list still finds
// agreement.
std::span<const Suite> suites();

// Those that `version` can use, at most `limit`.
std::vector<std::uint16_t> suites_of(facts::TlsVersion version, std::size_t limit);

// "TLS_AES_128_GCM_SHA256"; "" for a code that is not in the table.
std::string_view suite_name(std::uint16_t code);

}  // namespace veedor::tls
