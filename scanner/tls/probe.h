// All that a host's TLS service shows: what it offers, how it answers to attacks, its certificate chains and
// whether they can be trusted.
//
// What it offers is asked with our own hellos, because Debian's OpenSSL can neither offer nor recognise all
// of it; libssl and libcrypto make whole handshakes and judge chains. Every probe has a time limit, a bounded
// amount of data, and manners.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "scanner/base/time.h"
#include "scanner/facts/host.h"
#include "scanner/tls/line/manners.h"

struct sockaddr;

namespace veedor::tls {

struct ProbeOptions {
  std::string ca_file;                               // beside the system's store
  std::chrono::milliseconds timeout{10'000};         // of one connection
  std::function<bool(const sockaddr&)> may_connect;  // the address guard; empty: everything
  Time now{};       // the validity of certificates is not judged here, but paths are built for this time
  Manners manners;  // towards the host, all addresses together
  std::uint16_t http_port = 0;  // of the same host's plain HTTP, which may be asked to become TLS; 0: none
  bool intrusive = false;       // also probes that a server may take for an attack
};

// Connects to `host` (a domain, an IPv4 address, or an IPv6 address in brackets), at most `manners.at_most`
// times in all. Never throws; what could not be learnt is `not_tested` or `inconclusive`.
facts::Tls probe(std::string_view host, std::uint16_t port, const ProbeOptions& options);

}  // namespace veedor::tls
