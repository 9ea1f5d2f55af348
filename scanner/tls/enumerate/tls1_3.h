// What a server takes in TLS 1.3: an empty key_share makes it name suite and group in clear (RFC 8446
// §4.1.4).
#pragma once

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/enumerate/sightings.h"

namespace veedor::tls {

struct Modern {
  facts::Support support = facts::Support::not_tested;
  facts::TlsOffer offer;
  std::vector<std::uint16_t> groups;
  bool groups_complete = false;
  facts::Support grease = facts::Support::not_tested;
  bool with_share = false;  // the server refuses a hello without one
};

// Strikes the chosen suite and the chosen group together; then asks for the order. About as many connections
// as the longer list has members, and three.
void find_modern(Asker& asker, Modern& modern, Sightings& sightings);

// Whether the version is offered at all: one to three connections.
void find_modern_version(Asker& asker, Modern& modern, Sightings& sightings);

}  // namespace veedor::tls
