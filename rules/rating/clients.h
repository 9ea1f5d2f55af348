// Which known clients could connect, and with what: computed from what both offer, without a connection.
//
// The server takes the highest version that both have, then the first suite of whose order decides. Whether
// the client trusts the certificate is not asked here; whether it can verify its signature is.
#pragma once

#include <vector>

#include "rules/rating/client_table.h"
#include "scanner/facts/tls/tls.h"

namespace veedor::rules::rating {

// `unknown` where an answer that decides is missing. `suite` and `group` are "" where it is not known which
// one would be chosen; then `forward_secret` holds only if it holds for every one that could be.
facts::ClientResult connection(const facts::Tls& tls, const Client& client);

// Of all clients of the table, in its order.
std::vector<facts::ClientResult> connections(const facts::Tls& tls);

}  // namespace veedor::rules::rating
