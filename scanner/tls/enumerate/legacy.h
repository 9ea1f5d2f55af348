// Which suites a server takes in one of SSL 3.0 to TLS 1.2, and in whose order.
#pragma once

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/enumerate/sightings.h"

namespace veedor::tls {

// What one version answered, and which hellos the server stands in it.
struct Legacy {
  facts::TlsVersion version = facts::TlsVersion::tls1_2;
  facts::Support support = facts::Support::not_tested;
  facts::TlsOffer offer;
  // The hello of all suites got no clear answer, a shorter one did.
  bool long_hello_refused = false;
};

// Whether the version is offered at all: one to four connections. The first suite is then in the offer.
void find_version(Asker& asker, Legacy& legacy, Sightings& sightings);

// Strikes each chosen suite and asks again, until the server refuses: one connection more than it has suites.
void find_suites(Asker& asker, Legacy& legacy, Sightings& sightings);

// The suites found, the other way round: whose order decides? Up to two connections.
void find_order(Asker& asker, Legacy& legacy, Sightings& sightings);

}  // namespace veedor::tls
