// What several rules ask about a host's TLS service and its certificates.
#pragma once

#include <string>
#include <vector>

#include "scanner/facts/host.h"

namespace veedor::rules {

// It answered as TLS does, even where no handshake could be completed. False where it was not asked.
bool speaks_tls(const facts::Tls& tls);

// `not_tested` where nothing is known of that version.
facts::Support support_of(const facts::Tls& tls, facts::TlsVersion version);

// Null where none was read.
const facts::Certificate* own_certificate(const facts::Host& host);

// The host's own certificate and the issuers behind it, in the order of the path, whatever the order in which
// they were sent. A root is left out: clients trust it because they have it, whatever its signature and age.
std::vector<const facts::Certificate*> path_without_root(const facts::Host& host);

// How a message calls a certificate: its common name, first name or subject, inert and short; "" without any.
std::string short_name(const facts::Certificate& certificate);

}  // namespace veedor::rules
