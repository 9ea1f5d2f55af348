// Whether TLSA records fit the certificates that a service shows (RFC 6698 §2.1).
#pragma once

#include <vector>

#include "scanner/facts/tls/certificate.h"
#include "scanner/facts/tls/dns.h"

namespace veedor::dns {

// Sets `matches` of each record. Usages 1 and 3 speak of the host's own certificate, 0 and 2 of an
// authority's. `chain` is as the server sent it, so an authority that is not sent cannot match; what
// `matches` does not tell, facts::fit() does.
void match(std::vector<facts::Tlsa>& records, const std::vector<facts::Certificate>& chain);

}  // namespace veedor::dns
