// The special-purpose address registries as two tables of prefixes, and the guard's decision.
#include "scanner/net/address_guard.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <span>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace veedor::net {
namespace {

using Bytes = std::array<std::uint8_t, 16>;  // an IPv4 address uses the first four

struct Prefix {
  Bytes bytes;
  int bits;
  AddressClass kind;
};

// IANA IPv4 Special-Purpose Address Registry; the more specific prefix comes first.
constexpr Prefix kIpv4[] = {
    {{0, 0, 0, 0}, 32, AddressClass::unspecified},
    {{0}, 8, AddressClass::reserved},
    {{10}, 8, AddressClass::private_use},
    {{100, 64}, 10, AddressClass::shared},
    {{127}, 8, AddressClass::loopback},
    {{169, 254}, 16, AddressClass::link_local},
    {{172, 16}, 12, AddressClass::private_use},
    {{192, 0, 0}, 24, AddressClass::reserved},
    {{192, 0, 2}, 24, AddressClass::documentation},
    {{192, 88, 99}, 24, AddressClass::reserved},
    {{192, 168}, 16, AddressClass::private_use},
    {{198, 18}, 15, AddressClass::reserved},
    {{198, 51, 100}, 24, AddressClass::documentation},
    {{203, 0, 113}, 24, AddressClass::documentation},
    {{224}, 4, AddressClass::multicast},
    {{240}, 4, AddressClass::reserved},
};

// IANA IPv6 Special-Purpose Address Registry. What no prefix matches is global only inside 2000::/3.
constexpr Prefix kIpv6[] = {
    {{}, 128, AddressClass::unspecified},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, AddressClass::loopback},
    {{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, AddressClass::private_use},  // RFC 8215: local NAT64
    {{0x20, 0x01, 0x0d, 0xb8}, 32, AddressClass::documentation},
    {{0x20, 0x01}, 23, AddressClass::reserved},  // Teredo, benchmarking, ORCHID
    {{0x3f, 0xff}, 20, AddressClass::documentation},
    {{0xfc}, 7, AddressClass::private_use},
    {{0xfe, 0x80}, 10, AddressClass::link_local},
    {{0xfe, 0xc0}, 10, AddressClass::private_use},  // site-local, deprecated but still in use
    {{0xff}, 8, AddressClass::multicast},
    {{0x20}, 3, AddressClass::global},
};

bool starts_with(const Bytes& address, const Bytes& prefix, int bits) {
  const std::size_t whole = static_cast<std::size_t>(bits) / 8;
  for (std::size_t i = 0; i < whole; ++i) {
    if (address[i] != prefix[i]) return false;
  }
  const int rest = bits % 8;
  return rest == 0 || (address[whole] >> (8 - rest)) == (prefix[whole] >> (8 - rest));
}

AddressClass look_up(const Bytes& address, std::span<const Prefix> table, AddressClass otherwise) {
  for (const Prefix& prefix : table) {
    if (starts_with(address, prefix.bytes, prefix.bits)) return prefix.kind;
  }
  return otherwise;
}

AddressClass classify_ipv4(const void* four_bytes) {
  Bytes address{};
  std::memcpy(address.data(), four_bytes, 4);
  return look_up(address, kIpv4, AddressClass::global);
}

AddressClass classify_ipv6(const void* sixteen_bytes) {
  Bytes address{};
  std::memcpy(address.data(), sixteen_bytes, address.size());
  constexpr Bytes kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};  // ::ffff:0:0/96
  constexpr Bytes kNat64 = {0x00, 0x64, 0xff, 0x9b};                     // RFC 6052: 64:ff9b::/96
  constexpr Bytes kSixToFour = {0x20, 0x02};                             // RFC 3056: 2002::/16
  if (starts_with(address, kMapped, 96)) return classify_ipv4(&address[12]);
  if (starts_with(address, kNat64, 96)) return classify_ipv4(&address[12]);
  if (starts_with(address, kSixToFour, 16)) return classify_ipv4(&address[2]);
  return look_up(address, kIpv6, AddressClass::reserved);
}

}  // namespace

AddressClass classify(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in ipv4{};
    std::memcpy(&ipv4, &address, sizeof ipv4);
    return classify_ipv4(&ipv4.sin_addr);
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 ipv6{};
    std::memcpy(&ipv6, &address, sizeof ipv6);
    return classify_ipv6(&ipv6.sin6_addr);
  }
  return AddressClass::reserved;
}

AddressClass classify(std::string_view address) {
  if (address.starts_with('[') && address.ends_with(']')) {
    address.remove_prefix(1);
    address.remove_suffix(1);
  }
  const std::string text(address.substr(0, address.find('%')));  // without the zone of a link-local address
  in_addr ipv4{};
  if (inet_pton(AF_INET, text.c_str(), &ipv4) == 1) return classify_ipv4(&ipv4);
  in6_addr ipv6{};
  if (inet_pton(AF_INET6, text.c_str(), &ipv6) == 1) return classify_ipv6(&ipv6);
  return AddressClass::reserved;
}

std::string_view name(AddressClass kind) {
  switch (kind) {
    case AddressClass::global:
      return "global";
    case AddressClass::loopback:
      return "loopback";
    case AddressClass::private_use:
      return "private_use";
    case AddressClass::link_local:
      return "link_local";
    case AddressClass::shared:
      return "shared";
    case AddressClass::unspecified:
      return "unspecified";
    case AddressClass::multicast:
      return "multicast";
    case AddressClass::documentation:
      return "documentation";
    case AddressClass::reserved:
      return "reserved";
  }
  return "reserved";
}

bool AddressGuard::allows(std::string_view host, AddressClass kind) {
  if (!named(host) && !also_allowed_.contains(host)) return kind == AddressClass::global;
  const AddressClass pinned = pinned_.try_emplace(std::string(host), kind).first->second;
  return kind == AddressClass::global || kind == pinned;
}

}  // namespace veedor::net
