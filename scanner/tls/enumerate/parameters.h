// Which groups a server takes up to TLS 1.2, and which signature schemes it signs with.
#pragma once

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/enumerate/sightings.h"

namespace veedor::tls {

// With suites of (EC)DHE in `version`: strikes the chosen group and the chosen scheme together and asks
// again, so that it takes about as many connections as the longer list has members.
void find_parameters(Asker& asker, facts::TlsVersion version, facts::KeyExchangeFacts& exchange,
                     Sightings& sightings);

}  // namespace veedor::tls
