// The course of an assessment of one address: what is asked, in which order, and what becomes of the answers.
// Private to this folder.
#pragma once

#include <string>

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/certificates/handshake.h"
#include "scanner/tls/certificates/trust.h"
#include "scanner/tls/enumerate/survey.h"
#include "scanner/tls/probe.h"

namespace veedor::tls {

struct Target {
  Address address;
  std::string name;         // as certificates spell it
  std::string server_name;  // empty for an address
};

// Everything of the first address. `first` is its first handshake, which has connected.
void assess(Loop& loop, const Target& target, const ProbeOptions& options, const TrustStore& trust,
            const Handshake& first, facts::Tls& tls);

// Versions and certificate of another address of the name, and what differs from `tls`, which gets the chain
// that this address shows if it is another one.
void compare(Loop& loop, const Target& target, const ProbeOptions& options, const TrustStore& trust,
             facts::Tls& tls, facts::AddressFacts& other);

}  // namespace veedor::tls
