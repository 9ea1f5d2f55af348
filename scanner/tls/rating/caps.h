// The conditions that keep a grade down, whatever the score. Private to this folder.
#pragma once

#include <vector>

#include "scanner/facts/host.h"

namespace veedor::tls {

// Of certificate and name: T and M, and what the guide asks of keys and signatures.
void cap_by_certificate(const facts::Host& host, std::vector<facts::GradeReason>& reasons);
// Of versions, suites and key exchange.
void cap_by_offers(const facts::Tls& tls, std::vector<facts::GradeReason>& reasons);
// Of features and attacks.
void cap_by_attacks(const facts::Tls& tls, std::vector<facts::GradeReason>& reasons);

}  // namespace veedor::tls
