// Which protocol versions a server takes part in, asked one by one.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "scanner/facts/host.h"
#include "scanner/tls/exchange.h"
#include "scanner/tls/socket.h"

namespace veedor::tls {

// What an answer to the hello for `version` means: only a clear "no" is `refused`.
facts::Support judge(const Answer& answer, facts::TlsVersion version);

// One connection for each version, and a second one where the first gave no clear answer. Ends within twice
// `timeout`. `server_name` is empty for an address.
std::map<facts::TlsVersion, facts::Support> ask_versions(const Address& address,
                                                         const std::string& server_name,
                                                         std::chrono::milliseconds timeout);

}  // namespace veedor::tls
