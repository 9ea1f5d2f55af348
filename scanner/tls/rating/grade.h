// The grade after the SSL Labs Server Rating Guide (2009r), computed from what was seen: no connection. Its
// known faults are put right: anonymous suites are F; FALLBACK_SCSV is asked for only where a client could be
// forced down within TLS 1.2 and before; TLS 1.3 alone can be A+.
#pragma once

#include <cstdint>
#include <optional>

#include "scanner/facts/host.h"

namespace veedor::tls {

// `hsts_max_age` in seconds, of the host's HTTPS; nothing where no page was read. The letter is empty where
// the host speaks no TLS.
facts::TlsGrade rate(const facts::Host& host, std::optional<std::int64_t> hsts_max_age);

}  // namespace veedor::tls
