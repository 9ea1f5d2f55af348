// What a host's TLS service shows: its certificate chain, whether it can be trusted, and which protocol
// versions it speaks.
//
// Versions are asked with our own ClientHello, because Debian's OpenSSL can neither offer nor recognise all
// of them; libssl and libcrypto judge the chain. Every probe has a time limit and a bounded amount of data.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "scanner/base/time.h"
#include "scanner/facts/host.h"

struct sockaddr;

namespace veedor::tls {

struct ProbeOptions {
  std::string ca_file;                               // beside the system's store
  std::chrono::milliseconds timeout{10'000};         // of one connection
  std::function<bool(const sockaddr&)> may_connect;  // the address guard; empty: everything
  Time now{};  // the validity of certificates is not judged here, but paths are built for this time
};

// Connects to `host` (a domain, an IPv4 address, or an IPv6 address in brackets) a handful of times. Never
// throws; what could not be learnt is `not_tested` or `inconclusive`.
facts::Tls probe(std::string_view host, std::uint16_t port, const ProbeOptions& options);

}  // namespace veedor::tls
