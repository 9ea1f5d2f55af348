// The versions of the protocol, and whether something of it is offered.
#pragma once

#include <cstdint>
#include <string_view>

namespace veedor::facts {

enum class TlsVersion : std::uint8_t { ssl2, ssl3, tls1_0, tls1_1, tls1_2, tls1_3 };
// Whether the server takes part: `inconclusive` is a result, never a "no".
enum class Support : std::uint8_t { not_tested, offered, refused, inconclusive };

std::string_view name(TlsVersion version);  // "TLS 1.2"
std::string_view key(TlsVersion version);   // "tls1_2", for scan.json
std::string_view name(Support support);

}  // namespace veedor::facts
