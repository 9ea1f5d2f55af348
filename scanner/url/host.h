// The host parser of URL Standard §3.5.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/url/url.h"

namespace veedor::url {

// A parsed host in its serialised form: "example.org", "192.0.2.1", "[2001:db8::1]".
struct Host {
  HostKind kind = HostKind::none;
  std::string text;
};

enum class HostRules : std::uint8_t { special, opaque };

Result<Host> parse_host(std::string_view input, HostRules rules);

// URL Standard §3.5, "ends in a number checker": such a host is an IPv4 address or none at all.
bool ends_in_a_number(std::string_view host);

// IP addresses, serialised.
Result<std::string> parse_ipv4(std::string_view input);
Result<std::string> parse_ipv6(std::string_view input);  // without the brackets

// UTF-8 with every ill-formed sequence replaced by U+FFFD (Encoding Standard, "UTF-8 decode without BOM").
std::string repair_utf8(std::string_view text);

}  // namespace veedor::url
