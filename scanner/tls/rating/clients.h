// Which clients could connect, computed from what they and the server offer.
#pragma once

#include <vector>

#include "scanner/facts/tls/tls.h"

namespace veedor::tls {

// One result for each client of data/clients.tsv, in its order. `unknown` where the search for suites did not
// come to an end and nothing common was found.
std::vector<facts::ClientResult> simulate_clients(const facts::Tls& tls);

}  // namespace veedor::tls
