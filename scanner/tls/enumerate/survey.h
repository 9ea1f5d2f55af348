// Asks one service everything that it says in clear: versions, suites and their order, groups, signatures,
// extensions, and how it takes unusual hellos.
#pragma once

#include <map>
#include <vector>

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/enumerate/sightings.h"

namespace veedor::tls {

struct Survey {
  std::map<facts::TlsVersion, facts::Support> versions;
  std::map<facts::TlsVersion, facts::TlsOffer> offers;
  facts::KeyExchangeFacts exchange;
  facts::TlsFeatures features;
  // DER, as sent: to a client that names the host, by what its suites authenticate with; and to one that does
  // not.
  std::map<facts::Authentication, std::vector<Bytes>> chains;
  std::vector<Bytes> chain_without_name;
  Bytes staple;  // an OCSPResponse of TLS 1.2 or before; empty without
};

// Fills `survey` as answers come; what was not reached stays not_tested.
void take(Asker& asker, Survey& survey);

// The five versions and SSL 2.0 alone, a connection or two each.
void take_versions(Asker& asker, Survey& survey);

}  // namespace veedor::tls
