// What the DNS says of a host's TLS: CAA (RFC 8659), TLSA (RFC 6698) and HTTPS records (RFC 9460).
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/dns/resolvers.h"
#include "scanner/facts/tls/dns.h"

namespace veedor::dns {

struct Options {
  std::uint16_t port = 443;         // of the TLS service
  std::vector<Resolver> resolvers;  // none: those of this machine
  std::chrono::milliseconds query_limit{2'000};
  std::chrono::milliseconds total_limit{6'000};
};

// Never fails: `not_tested` where no resolver answers, time ran out before a question was put, or `host` is
// nothing to ask about (an address, one label alone, or below localhost, local, test, invalid, onion or
// internal). `absent` is a resolver's NXDOMAIN or empty answer; everything else that goes wrong is `failed`
// (SERVFAIL, REFUSED, silence of a resolver that answered before, malformed records, a loop of CNAMEs).
//
// `authenticated` is the AD bit of the answer on TLSA, or of the first on CAA where that one was not
// answered: the resolver vouches for the host's zone, which is worth what the path to the resolver is worth.
// Records' `matches` is not set here: see tlsa.h.
facts::Dns look_up(std::string_view host, const Options& options);

}  // namespace veedor::dns
