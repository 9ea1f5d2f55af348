// The grade of a TLS service after the SSL Labs Server Rating Guide (2009r), with every reason.
//
// Where the guide and what is published of its practice leave sense, this is what is done:
// * anonymous suites are F: the guide gives their key exchange 0 points;
// * TLS_FALLBACK_SCSV is asked only of who offers two versions or more up to TLS 1.2, so that a service of
// TLS
//   1.3 alone can have A+;
// * what is unknown is never a pass: it makes the grade `partial`, or takes the A+.
#pragma once

#include <cstdint>
#include <optional>

#include "scanner/facts/host.h"

namespace veedor::rules::rating {

// `hsts_max_age` is that of Strict-Transport-Security over HTTPS in seconds, 0 where there is none, and empty
// where it was not asked: then there is no A+. The letter is "" where no version of the protocol is known to
// be offered; all lists are empty then. Also fills in the differences to Mozilla's profiles (mozilla.h) and
// which clients can connect (clients.h).
facts::TlsGrade rate(const facts::Host& host, std::optional<std::int64_t> hsts_max_age);

}  // namespace veedor::rules::rating
