#include "scanner/url/host.h"

#include <algorithm>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/url/percent_encoding.h"

namespace veedor::url {
namespace {

// URL Standard §3.1, "forbidden host code point".
bool is_forbidden_in_host(char c) {
  return c == '\0' || std::string_view("\t\n\r #/:<>?@[\\]^|").find(c) != std::string_view::npos;
}

Result<Host> parse_opaque_host(std::string_view input) {
  if (std::ranges::any_of(input, is_forbidden_in_host)) {
    return Error{"the host has a character that no host may have"};
  }
  return Host{.kind = input.empty() ? HostKind::empty : HostKind::opaque,
              .text = percent_encode(input, EncodeSet::c0_control)};
}

}  // namespace

Result<Host> parse_host(std::string_view input, HostRules rules) {
  if (input.starts_with('[')) {
    if (!input.ends_with(']')) return Error{"the IPv6 address lacks its closing bracket"};
    Result<std::string> address = parse_ipv6(input.substr(1, input.size() - 2));
    if (!address) return address.error();
    return Host{.kind = HostKind::ipv6, .text = "[" + *address + "]"};
  }
  if (rules == HostRules::opaque) return parse_opaque_host(input);

  Result<std::string> domain = domain_to_ascii(repair_utf8(percent_decode(input)));
  if (!domain) return domain.error();
  if (!ends_in_a_number(*domain)) return Host{.kind = HostKind::domain, .text = std::move(*domain)};
  Result<std::string> address = parse_ipv4(*domain);
  if (!address) return address.error();
  return Host{.kind = HostKind::ipv4, .text = std::move(*address)};
}

}  // namespace veedor::url
