// Which resolvers this machine asks (resolv.conf(5)).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::dns {

struct Resolver {
  std::string address;  // in text form: "192.0.2.53", "fe80::1%eth0"
  std::uint16_t port = 53;
};

// The first three of a file's "nameserver" lines; 127.0.0.1 where there is none.
std::vector<Resolver> read_resolvers(std::string_view resolv_conf);
// Those of /etc/resolv.conf.
std::vector<Resolver> system_resolvers();

}  // namespace veedor::dns
