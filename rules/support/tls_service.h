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

// The chain ends in the trust store, and the certificate says where its issuer or its revocation can be read,
// as those of public authorities do (Baseline Requirements §7.1.2.7.7, §7.1.2.11.2) and those of an authority
// of one's own, given with --ca, hardly ever do. What only the former have to keep to is judged of these
// only.
bool publicly_trusted(const facts::Host& host);

// Both are known and equal.
bool same_certificate(const facts::Certificate& a, const facts::Certificate& b);

// The first names, inert and short, at most five; ", …" where there are more.
std::string listed_names(const std::vector<std::string>& names);

// How a message calls a certificate: its common name, first name or subject, inert and short; "" without any.
std::string short_name(const facts::Certificate& certificate);

}  // namespace veedor::rules
