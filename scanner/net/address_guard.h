// Which addresses a scan may connect to: public ones always, special ones only for a host that the user
// named.
//
// Checked with the address that the socket is about to use, on every hop, so neither a redirect nor a changed
// DNS answer leads inside a network. The first special class seen for a named host is pinned: a later answer
// of another class is refused.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

struct sockaddr;

namespace veedor::net {

// IANA special-purpose registries (RFC 6890): `global` is everything else.
enum class AddressClass : std::uint8_t {
  global,
  loopback,
  private_use,
  link_local,
  shared,
  unspecified,
  multicast,
  documentation,
  reserved
};

// IPv4 or IPv6; IPv4-mapped, NAT64 and 6to4 addresses are judged by the IPv4 address inside. `reserved` for
// other families.
AddressClass classify(const sockaddr& address);
// Of an address in text form; `reserved` for what is none.
AddressClass classify(std::string_view address);
std::string_view name(AddressClass kind);

class AddressGuard {
 public:
  AddressGuard() = default;
  // Hosts in the URL Standard's spelling ("example.org", "127.0.0.1", "[::1]").
  // `also_allowed` may have special addresses, too, but are sent none of the user's headers and cookies.
  explicit AddressGuard(std::set<std::string, std::less<>> named_hosts,
                        std::set<std::string, std::less<>> also_allowed = {})
      : named_(std::move(named_hosts)), also_allowed_(std::move(also_allowed)) {}
  bool named(std::string_view host) const { return named_.contains(host); }
  const std::set<std::string, std::less<>>& named_hosts() const { return named_; }
  // May a connection on behalf of `host` go to `address`?
  bool allows(std::string_view host, const sockaddr& address) { return allows(host, classify(address)); }
  bool allows(std::string_view host, AddressClass kind);

 private:
  std::set<std::string, std::less<>> named_;
  std::set<std::string, std::less<>> also_allowed_;
  std::map<std::string, AddressClass, std::less<>> pinned_;
};

}  // namespace veedor::net
