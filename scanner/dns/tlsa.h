// Whether TLSA records fit the certificates that a service shows (RFC 6698 §2.1).
#pragma once

#include <vector>

#include "scanner/facts/tls/certificate.h"
#include "scanner/facts/tls/dns.h"

namespace veedor::dns {

// False for a record that the facts cannot be compared with: those that hold a whole certificate or key
// (matching type 0), a SHA-512 (2), or code points of no registry. Its `matches` stays false and says
// nothing.
bool comparable(const facts::Tlsa& record);

// Sets `matches` of each record. Usages 1 and 3 speak of the host's own certificate, 0 and 2 of an
// authority's. `chain` is as the server sent it, so an authority that is not sent cannot match.
void match(std::vector<facts::Tlsa>& records, const std::vector<facts::Certificate>& chain);

}  // namespace veedor::dns
